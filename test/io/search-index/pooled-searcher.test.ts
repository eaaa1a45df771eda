import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { rolldown } from 'rolldown';
import { afterEach, beforeAll, expect, test } from 'vitest';
import { loadCorpus } from '../../../src/io/load-corpus.ts';
import { buildIndexFile } from '../../../src/io/search-index/build-index-file.ts';
import { mapAhead } from '../../../src/io/search-index/map-ahead.ts';
import type { OpenedSearcher } from '../../../src/io/search-index/open-dataset-searcher.ts';
import { openIndexFile, searcherOfIndex } from '../../../src/io/search-index/open-index-file.ts';
import { openPool, type PoolOptions } from '../../../src/io/search-index/pooled-searcher.ts';
import { buildSearcher } from '../../../src/retrieve/build-searcher.ts';
import { defaultIndexSettings as settings } from '../../../src/retrieve/default-index-settings.ts';
import type { SearchRequest } from '../../../src/retrieve/evidence-searcher.ts';
import { parseQuery } from '../../../src/retrieve/query/parse-query.ts';
import { plainQuery } from '../../../src/retrieve/query/parsed-query.ts';
import { root, temporaryFolder } from '../../cli/run-command.ts';

const { articles } = loadCorpus(root, 'corpus', root).evidence;
const shown = 'x.index';
let [path, worker]: [string, URL | undefined] = ['', undefined];
const closers: (() => unknown)[] = [];

beforeAll(async () => {
  const folder = temporaryFolder('suite');
  path = join(folder, shown);
  const corpus = { path: 'corpus', files: 1, bytes: 1, stamp: 'x' };
  await buildIndexFile(path, {
    articles,
    levels: ['element', 'section'],
    settings,
    configured: settings,
    corpus,
  });
  // Threads run JavaScript, as the built package has it.
  const input = join(root, 'src/io/search-index/search-worker.ts');
  const bundle = await rolldown({ input, platform: 'node' });
  const file = join(folder, 'search-worker.mjs');
  await bundle.write({ file, format: 'esm' });
  await bundle.close();
  worker = pathToFileURL(file);
});

afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

function open(isShared: boolean): OpenedSearcher {
  const index = openIndexFile(path, { shown, isShared });
  const searcher = searcherOfIndex(index, shown);
  closers.push(() => searcher.close());
  return { origin: 'file', searcher, shown, index };
}

async function pool(opened: OpenedSearcher, options: PoolOptions = {}) {
  const opening = await openPool(opened, { threads: 2, least: 1, worker, ...options });
  closers.push(opening.close);
  return opening;
}

const requests: SearchRequest[] = [
  { query: plainQuery('When did the war end?'), level: 'element', count: 20 },
  { query: parseQuery('"ceasefire agreement" armen*'), level: 'element', count: 5 },
  { query: plainQuery('troops'), level: 'element', count: 3, kinds: ['cell'], except: new Set(['x']) },
  { query: plainQuery('Shusha'), level: 'section', count: 3, titles: ['First Nagorno-Karabakh War', 'None'] },
  { query: plainQuery('zzz'), level: 'element', count: 3 },
];

test('threads find what one finds, in the order of the queries', async () => {
  const opened = open(true);
  const { searcher, ahead } = await pool(opened);
  expect(ahead).toBe(64);
  const many = Array.from({ length: 200 }, (_, at) => requests[at % requests.length] as SearchRequest);
  const found: unknown[] = [];
  for await (const hits of mapAhead(many, ahead, (request) => searcher.search(request))) found.push(hits);
  expect(found).toEqual(await Promise.all(many.map((request) => opened.searcher.search(request))));
  expect(found[0]).toHaveLength(20);
});

test('threads search the file that was opened, whatever is at its path by now', async () => {
  const opened = open(true);
  const before = readFileSync(path);
  rmSync(path);
  const { searcher } = await pool(opened);
  const request = requests[0] as SearchRequest;
  expect(await searcher.search(request)).toEqual(await opened.searcher.search(request));
  writeFileSync(path, before);
});

test('what is not searched for is asked of what was opened', async () => {
  const opened = open(true);
  const { searcher } = await pool(opened);
  expect(searcher.levels).toEqual(['element', 'section']);
  expect(await searcher.size('element')).toBe(await opened.searcher.size('element'));
  expect(searcher.settingsOf?.('element')).toEqual(settings);
  expect(await searcher.knownTitles(['None'])).toEqual(new Set());
});

test('an error of a thread is the error of the search', async () => {
  const { searcher } = await pool(open(true));
  const request = { ...(requests[0] as SearchRequest), level: 'article' as const };
  await expect(searcher.search(request)).rejects.toMatchObject({ code: 'SEARCH_LEVEL', exitCode: 2 });
  expect(await searcher.search(requests[0] as SearchRequest)).toHaveLength(20);
});

test('a thread that ends is told, not waited for', async () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'broken.mjs'), 'import "node:worker_threads"; process.exit(3);');
  const { searcher } = await pool(open(true), { worker: pathToFileURL(join(folder, 'broken.mjs')) });
  await expect(searcher.search(requests[0] as SearchRequest)).rejects.toMatchObject({ code: 'SEARCH_ENDED' });
  rmSync(join(folder, 'broken.mjs'));
});

test.each<[string, () => OpenedSearcher, PoolOptions]>([
  ['an index that is not in shared memory', () => open(false), {}],
  ['few records', () => open(true), { least: 1e6 }],
  ['one thread', () => open(true), { threads: 1 }],
  ['no file that threads can run', () => open(true), { worker: undefined }],
  [
    'an index in memory',
    () => ({ origin: 'memory', searcher: buildSearcher('x', articles, ['element'], settings) }),
    {},
  ],
])('%s is searched as it was opened', async (_, opening, options) => {
  const opened = opening();
  expect(await pool(opened, options)).toMatchObject({ searcher: opened.searcher, ahead: 1 });
});

test('work is begun for so many items ahead, its results come in order, and what it throws where it is its turn', async () => {
  const log: string[] = [];
  const work = async (item: number): Promise<number> => {
    log.push(`begun ${item}`);
    await new Promise((resolve) => setTimeout(resolve, 10 - item));
    if (item === 4) throw new Error('four');
    return item;
  };
  const read = async (): Promise<void> => {
    for await (const result of mapAhead([1, 2, 3, 4, 5], 2, work)) log.push(`got ${result}`);
  };
  await expect(read()).rejects.toThrow('four');
  expect(log.slice(0, 3)).toEqual(['begun 1', 'begun 2', 'got 1']);
  expect(log.filter((line) => line.startsWith('got'))).toEqual(['got 1', 'got 2', 'got 3']);
});
