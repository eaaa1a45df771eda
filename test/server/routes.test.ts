import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import type { z } from 'zod';
import { conflictResponseSchema, conflictsResponseSchema } from '../../src/annotate/api/adjudication.ts';
import {
  articleResponseSchema,
  guidelinesResponseSchema,
  hitsResponseSchema,
  titlesResponseSchema,
} from '../../src/annotate/api/corpus.ts';
import { historyResponseSchema } from '../../src/annotate/api/history.ts';
import { heartbeatResponseSchema, nextResponseSchema } from '../../src/annotate/api/item.ts';
import { mutationsResponseSchema } from '../../src/annotate/api/mutations.ts';
import { progressResponseSchema } from '../../src/annotate/api/progress.ts';
import { sessionSchema } from '../../src/annotate/api/session.ts';
import { checkClaimResponseSchema, claimIdResponseSchema } from '../../src/annotate/api/write.ts';
import {
  article,
  articlePath,
  claimLine,
  claimsPath,
  lines,
  smallDataset,
  writeInto,
} from '../cli/small-dataset.ts';
import { serveFolder, type TestServer } from './serve-folder.ts';

const files = {
  [claimsPath]: lines(claimLine('c-1'), claimLine(2)),
  'claims/guidelines.md': '# Rules\n',
};
let server: TestServer;
beforeAll(async () => {
  const settings = { suggestions: true };
  server = await serveFolder(smallDataset(files, 'suite'), { settings, until: 'suite' });
  await server.send(undefined, { kind: 'flag', claim: 'c-1' });
});

const device = 'd1';

test.each([
  ['session', sessionSchema, undefined],
  ['titles', titlesResponseSchema, undefined],
  ['article?title=A%20town', articleResponseSchema, undefined],
  ['guidelines', guidelinesResponseSchema, undefined],
  ['search?q=river&limit=1', hitsResponseSchema, undefined],
  ['suggestions?claim=c-1', hitsResponseSchema, undefined],
  ['next', nextResponseSchema, { device }],
  ['heartbeat', heartbeatResponseSchema, { device, claim: 'c-1', active: true }],
  ['history', historyResponseSchema, undefined],
  ['conflicts', conflictsResponseSchema, undefined],
  ['conflict?claim=c-1', conflictResponseSchema, undefined],
  ['conflict?claim=2', conflictResponseSchema, undefined],
  ['progress', progressResponseSchema, undefined],
  ['claim-id', claimIdResponseSchema, {}],
  ['check-claim', checkClaimResponseSchema, { claim: 'The town lies on a river.' }],
  ['mutations', mutationsResponseSchema, { claim: 'The town lies on a river.', mutation: 'negate' }],
] as [string, z.ZodType, unknown][])('/api/%s is answered in its form', async (path, schema, body) => {
  const answer = await server.get(`/api/${path}`, schema, { body });
  expect(Object.keys(answer as object).length).toBeGreaterThan(0);
});

test('an article comes as its file has it', async () => {
  const { text, file, title } = await server.get('/api/article?title=A%20town', articleResponseSchema);
  expect({ text, file, title }).toEqual({ text: article, file: articlePath, title: 'A town' });
});

test('a claim with a number for its id is opened by it', async () => {
  const { item, lease } = await server.get('/api/next', nextResponseSchema, { body: { device, claim: 2 } });
  expect(item).toEqual({ id: 2, claim: 'The town of 2 lies on a river.', titles: ['A town'] });
  expect(lease).toEqual({ claim: 2, until: '2026-03-01T12:30:00.000Z' });
  expect((await server.ask('/api/next', { body: { device, claim: 'c-9' } })).status).toBe(404);
});

test('one person alone has all roles, no end of answers and no token', async () => {
  const session = await server.get('/api/session', sessionSchema);
  expect(session).toMatchObject({
    annotator: 'ann',
    roles: ['label', 'write', 'adjudicate', 'lead'],
    isShared: false,
    leaseSeconds: 1800,
  });
});

test('two annotators never hold more than a claim has room for, and a claim that is given back is free', async () => {
  const shared = await serveFolder(smallDataset(files), {
    annotators: ['ann', 'bob'],
    settings: { overlap: 1 },
  });
  const next = (as: string, body: object = {}) =>
    shared.get('/api/next', nextResponseSchema, { as, body: { device, ...body } });
  const [ann, bob] = await Promise.all([next('ann'), next('bob')]);
  expect(new Set([ann.item?.id, bob.item?.id])).toEqual(new Set(['c-1', 2]));
  expect((await next('ann', { except: [ann.item?.id] })).empty).toMatchObject({
    reason: 'all-leased',
    leased: 1,
  });
  const held = { device, claim: bob.item?.id };
  const beat = (as: string) =>
    shared.get('/api/heartbeat', heartbeatResponseSchema, { as, body: { ...held, active: true } });
  expect((await beat('ann')).lease).toBe('lost');
  expect((await beat('bob')).lease).toMatchObject({ claim: bob.item?.id });
  expect((await shared.ask('/api/release', { as: 'bob', body: held })).status).toBe(200);
});

test('guidelines, claims and articles that are changed are seen, and the revision says so', async () => {
  const folder = smallDataset(files);
  const changing = await serveFolder(folder);
  const revision = async () => (await changing.get('/api/session', sessionSchema)).revision;
  const before = await revision();
  const seen = async (change: () => void): Promise<boolean> => {
    const last = await revision();
    change();
    // The system tells in its own time.
    for (let tries = 0; tries < 2000; tries++) {
      if ((await revision()) > last) return true;
      await new Promise((resume) => setTimeout(resume, 5));
    }
    return false;
  };
  expect(await seen(() => writeFileSync(join(folder, 'claims/guidelines.md'), '# Other rules\n'))).toBe(true);
  expect(await seen(() => writeInto(folder, 'claims/b.jsonl', [claimLine('b-1')]))).toBe(true);
  const other = article.replaceAll('A town', 'B town');
  expect(await seen(() => writeInto(folder, 'corpus/deep/b-town.txt', other))).toBe(true);
  expect((await changing.get('/api/titles', titlesResponseSchema)).titles).toEqual(['A town', 'B town']);
  expect(
    await seen(() =>
      writeInto(folder, 'corpus/deep/b-town.txt', other.replace('two bridges', 'three bridges')),
    ),
  ).toBe(true);
  expect(await revision()).toBeGreaterThan(before);
  expect((await changing.get('/api/guidelines', guidelinesResponseSchema)).markdown).toBe('# Other rules\n');
});
