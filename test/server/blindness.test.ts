import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nextResponseSchema } from '../../src/annotate/api/item.ts';
import { challenges } from '../../src/claims/challenge.ts';
import { labels } from '../../src/claims/label.ts';
import { mutations } from '../../src/claims/mutation.ts';
import { claimLine, claimsPath, lines, smallDataset } from '../cli/small-dataset.ts';
import { runs } from '../runs.ts';
import { type NewEvent, serveFolder, type TestServer } from './serve-folder.ts';

const ids = ['c-1', 'c-2', 'c-3', 'c-4'];

/** What the dataset and others say of a claim, which an annotator must not know. */
const secretArbitrary = fc.record({
  label: fc.constantFrom(...labels),
  evidence: fc.uniqueArray(fc.constantFrom('A town_sentence_0', 'A town_sentence_1', 'A town_sentence_2'), {
    minLength: 1,
  }),
  mutation: fc.constantFrom(...mutations),
  challenge: fc.constantFrom(...challenges),
  other: fc.constantFrom(...labels),
});

type Secret = typeof secretArbitrary extends fc.Arbitrary<infer Value> ? Value : never;

const secretsArbitrary = fc.tuple(secretArbitrary, secretArbitrary, secretArbitrary, secretArbitrary);

const settings = { suggestions: true, gold: { claims: ['c-2'], share: 0.5, training: 0 } };

/** All that an annotator is told by every route, on the way through all claims. */
async function allTold(secrets: readonly Secret[]): Promise<string[]> {
  const claims = ids.map((id, at) => {
    const { label, evidence, mutation, challenge } = secrets[at] as Secret;
    return claimLine(id, { label, evidence: [evidence], mutation, challenge, source: 'A town_sentence_1' });
  });
  // Enough claims with a word for it to give their label away.
  const telling = Array.from({ length: 5 }, (_, at) =>
    claimLine(`t-${at}`, { claim: 'The town never lies.', label: secrets[0]?.label, source: undefined }),
  );
  const folder = smallDataset({ [claimsPath]: lines(...claims), 'claims/t.jsonl': lines(...telling) });
  const server = await serveFolder(folder, { annotators: ['ann', 'bob'], lead: ['lea'], settings });
  await server.send('bob', ...ids.map((id, at) => answer(id, (secrets[at] as Secret).other)));
  const told: string[] = [];
  const listen = async (response: Promise<Response>): Promise<void> => {
    const { status } = await response;
    told.push(`${status} ${(await (await response).text()).replace(/"key":"\w+"/, '')}`);
  };
  const ask = (path: string, body?: unknown) => listen(server.ask(path, { as: 'ann', body }));
  await ask('/api/session');
  for (const path of ['titles', 'article?title=A%20town', 'search?q=town', 'guidelines', 'conflicts'])
    await ask(`/api/${path}`);
  for (const id of ids) {
    await ask('/api/next', { device: 'd1', claim: id });
    for (const path of ['suggestions', 'conflict']) await ask(`/api/${path}?claim=${id}`);
    await ask('/api/heartbeat', { device: 'd1', claim: id, active: true });
    await ask('/api/check-claim', { claim: `The town of ${id} never lies on a river.` });
    await ask('/api/mutations', { claim: `The town of ${id} lies on a river.`, mutation: 'negate' });
  }
  for (const _ of ids) {
    const { item } = await nextItem(server);
    await ask('/api/next', { device: 'd1' });
    if (item !== null) await listen(server.send('ann', answer(String(item.id), 'REFUTES')));
  }
  for (const path of ['history', 'progress']) await ask(`/api/${path}`);
  await ask('/api/claim-id', {});
  return told;
}

function answer(claim: string, label: Secret['label']): NewEvent {
  const common = { seconds: 1, idleSeconds: 0, hiddenSeconds: 0 };
  return { kind: 'annotate', claim, label, evidence: [['A town_sentence_1']], ...common };
}

async function nextItem(server: TestServer) {
  return server.get('/api/next', nextResponseSchema, { as: 'ann', body: { device: 'd1' } });
}

test('an annotator is told the same, whatever the dataset and others say of the claims', async () => {
  await fc.assert(
    fc.asyncProperty(secretsArbitrary, secretsArbitrary, async (one, other) => {
      const [first, second] = [await allTold(one), await allTold(other)];
      expect(first.length).toBeGreaterThan(30);
      expect(first.filter((text) => text.startsWith('200')).length).toBeGreaterThan(25);
      expect(second).toEqual(first);
    }),
    { numRuns: runs(10) },
  );
});

test('the lead is told more', async () => {
  const folder = smallDataset({ [claimsPath]: lines(claimLine('c-1', { label: 'REFUTES' })) });
  const server = await serveFolder(folder, { annotators: ['ann'], lead: ['lea'], settings: { overlap: 1 } });
  await server.send('ann', answer('c-1', 'SUPPORTS'));
  const seen = await (await server.ask('/api/conflict?claim=c-1', { as: 'lea' })).text();
  expect(seen).toContain('"label":"SUPPORTS"');
  expect((await server.ask('/api/conflict?claim=c-1', { as: 'ann' })).status).toBe(403);
});
