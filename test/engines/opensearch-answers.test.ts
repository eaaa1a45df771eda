import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { emptyDescription } from '../../src/io/engines/engine-description.ts';
import { openEngine } from '../../src/io/engines/open-engine.ts';
import { defaultIndexSettings } from '../../src/retrieve/default-index-settings.ts';
import { plainQuery } from '../../src/retrieve/query/parsed-query.ts';

/** Whoever answers instead of an engine. */
let server: Server;
let answer: RequestListener;
let address: string;
beforeAll(async () => {
  server = createServer((request, response) => answer(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  address = `http://me:s3cret@127.0.0.1:${(server.address() as AddressInfo).port}/corpus?timeout=5`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const mapping = JSON.stringify({
  'corpus-a': { mappings: { _meta: emptyDescription(defaultIndexSettings, '', ['element', 'title']) } },
});
const record = { id: 'A_sentence_0', title: 'A', kind: 'sentence', text: 'war', heads: [], number: 0 };
const hits = (...all: unknown[]): string => JSON.stringify({ hits: { hits: all } });
const piece = Buffer.alloc(1 << 20, ' ');

test.each<[name: string, answer: RequestListener, code: string]>([
  ['a page', (_, response) => response.end('<html>'), 'ENGINE_FAILED'],
  ['what is no object', (_, response) => response.end('[null]'), 'ENGINE_FAILED'],
  ['an index of nothing', (_, response) => response.end('{"corpus": null}'), 'ENGINE_FAILED'],
  ['arrays in arrays', (_, response) => response.end('['.repeat(100_000)), 'ENGINE_FAILED'],
  [
    'a way to somewhere else',
    (_, response) => response.writeHead(302, { location: '/elsewhere' }).end(),
    'ENGINE_REFUSED',
  ],
  [
    'the half of an answer',
    (_, response) => {
      response.write('{');
      setTimeout(() => response.destroy(), 20);
    },
    'ENGINE_UNREACHABLE',
  ],
  [
    'more than a string holds',
    (_, response) => {
      const more = (): void => {
        while (response.write(piece));
        response.once('drain', more);
      };
      more();
    },
    'ENGINE_FAILED',
  ],
])('%s is told without the password', async (_, given, code) => {
  answer = given;
  const failure = await (await openEngine(address, {})).open().catch((error: unknown) => error);
  expect(failure).toMatchObject({ code });
  expect(String((failure as Error).message)).not.toContain('s3cret');
});

test.each([
  'null',
  '{"hits": null}',
  hits(null),
  hits({ _score: 1 }),
  hits({ _score: 'x', _source: record }),
  hits({ _score: 1, _source: { ...record, title: null } }),
  hits({ _score: 1, _source: { ...record, kind: 'page' } }),
])('hits that are none are told: %s', async (given) => {
  answer = ({ url }, response) => response.end(url?.endsWith('_mapping') ? mapping : given);
  const searcher = await (await openEngine(address, {})).open();
  const asked = searcher.search({ query: plainQuery('war'), level: 'element', count: 1 });
  await expect(asked).rejects.toMatchObject({ code: 'ENGINE_FAILED' });
});

test('whoever gives the same elements for ever is not asked for ever', async () => {
  const element = { _score: 1, _source: { ...record, key: 'A', article: 0 } };
  const all = hits(...Array.from({ length: 10_000 }, () => element));
  answer = ({ url }, response) => response.end(url?.endsWith('_mapping') ? mapping : all);
  const searcher = await (await openEngine(address, {})).open();
  await expect(searcher.elementsOf('A')).rejects.toMatchObject({ code: 'ENGINE_FAILED' });
});
