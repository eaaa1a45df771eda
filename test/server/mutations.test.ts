import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { mutationsResponseSchema } from '../../src/annotate/api/mutations.ts';
import type { Claim } from '../../src/claims/claim.ts';
import { claimLine, claimsPath, lines, smallDataset } from '../cli/small-dataset.ts';
import { serveFolder } from './serve-folder.ts';

const files = { [claimsPath]: lines(claimLine('c-1', { claim: 'The town has bridges.' }), claimLine(2)) };

test('rewrites of a text are offered, checked, without those that are claims already', async () => {
  const server = await serveFolder(smallDataset(files));
  const ask = (body: object) => server.get('/api/mutations', mutationsResponseSchema, { body });
  const { rewrites, known } = await ask({ claim: 'The town has two bridges.', mutation: 'general' });
  expect(known).toBe(1);
  expect(rewrites.map(({ text }) => text)).not.toContain('The town has bridges.');
  const negated = await ask({ claim: 'The river is cold', mutation: 'negate', label: 'SUPPORTS' });
  expect(negated.rewrites).toContainEqual({
    text: 'The river is hot',
    from: 'cold',
    to: 'hot',
    start: 13,
    end: 16,
    findings: ['The claim does not end with a period.'],
  });
});

test('of a language without word lists nothing is offered', async () => {
  const server = await serveFolder(smallDataset({ ...files, 'claimset.config.json': '{"language":"da"}' }));
  const body = { claim: 'Byen har to broer.', mutation: 'negate' };
  expect(await server.get('/api/mutations', mutationsResponseSchema, { body })).toEqual({
    rewrites: [],
    faulty: 0,
    known: 0,
  });
});

test.each([
  ['another mutation', { claim: 'A.', mutation: 'invert' }],
  ['a text that is too long', { claim: 'a'.repeat(2001), mutation: 'negate' }],
  ['another key', { claim: 'A.', mutation: 'negate', id: 'c-1' }],
])('%s is refused', async (_name, body) => {
  const server = await serveFolder(smallDataset(files));
  expect((await server.ask('/api/mutations', { body })).status).toBe(400);
});

test('that a rewrite was taken stands in the journal, and not in the claim', async () => {
  const folder = smallDataset(files);
  const server = await serveFolder(folder);
  const record: Claim = {
    id: 'ann-0001',
    claim: 'The river is quite hot.',
    label: 'REFUTES',
    evidence: [['A town_sentence_2']],
    mutation: 'negate',
  };
  await server.send(undefined, { kind: 'write', claim: 'ann-0001', record, offered: 'The river is hot.' });
  const journal = JSON.parse(readFileSync(join(folder, 'claims/annotations/ann.jsonl'), 'utf8'));
  expect(journal).toMatchObject({ event: 'write', claim: 'ann-0001', record, offered: 'The river is hot.' });
  expect(readFileSync(join(folder, 'claims/written/ann.jsonl'), 'utf8')).not.toContain('The river is hot.');
});
