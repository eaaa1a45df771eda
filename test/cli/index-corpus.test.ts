import { readdirSync, readFileSync, rmSync, truncateSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openSearcher, type SearcherRequest } from '../../src/cli/search/open-searcher.ts';
import { corpusState, otherArticles } from '../../src/io/search-index/index-corpus.ts';
import { plainQuery } from '../../src/retrieve/query/parsed-query.ts';
import { runCommand, temporaryFolder } from './run-command.ts';
import { article, articlePath, smallDataset, writeInto } from './small-dataset.ts';

const indexPath = '.claimset/search.index';

/** Opens what a command would search, and tells what was said and what a query finds. */
async function opened(cwd: string, request: Partial<SearcherRequest> = {}, env: Record<string, string> = {}) {
  const said: string[] = [];
  const stream = {
    isTTY: false,
    columns: undefined,
    isOpen: true,
    write: async (piece: string | Uint8Array) => void said.push(Buffer.from(piece).toString('utf8')),
  };
  const found = await openSearcher(
    { levels: ['element'], ...request },
    { cwd, env, stdout: stream, stderr: stream },
  );
  const hits = await found.searcher.search({ query: plainQuery('cold bridges'), level: 'element', count: 5 });
  await found.searcher.close();
  return { origin: found.origin, ids: hits.map(({ id }) => id), said: said.join('') };
}

/** The shorter sentence first. */
const ids = ['A town_sentence_2', 'A town_sentence_1'];

/** Changes the article, at another time than it was written. */
function changeArticle(folder: string): void {
  writeInto(folder, articlePath, article.replace('cold', 'old'));
  utimesSync(join(folder, articlePath), 1, 1);
}

describe('claimset index', () => {
  test('writes the index of a dataset, of which git need not know', async () => {
    const cwd = smallDataset();
    const result = await runCommand(['index'], { cwd });
    expect({ ...result, stdout: result.stdout.replace(/\d+ kB/, '… kB') }).toMatchInlineSnapshot(`
      {
        "exitCode": 0,
        "stderr": "",
        "stdout": ".claimset/search.index: 1 article (… kB)
        3 elements, 11 terms, 17 postings
        1 article, 11 terms, 11 postings
        BM25 (lucene, k1 1.2, b 0.75) of stems, language en; a title counts once, what heads an element once
      ",
      }
    `);
    expect(readdirSync(join(cwd, '.claimset'))).toEqual(['.gitignore', 'search.index']);
    expect(readFileSync(join(cwd, '.claimset/.gitignore'), 'utf8')).toBe('*\n');
  });

  test('prints the figures as JSON', async () => {
    const cwd = smallDataset();
    const options = [
      '--level',
      'article',
      '--weighting',
      'robertson',
      '--k1',
      '0.9',
      '--b',
      '0',
      '--no-stem',
    ];
    const result = await runCommand(
      [
        'index',
        ...options,
        '--title-boost',
        '3',
        '--head-boost',
        '0',
        '--drop-stop-words',
        '-o',
        'a.index',
        '--json',
      ],
      { cwd },
    );
    expect(result.exitCode).toBe(0);
    const { bytes, ...figures } = JSON.parse(result.stdout);
    expect(bytes).toBeGreaterThan(500);
    expect(figures).toEqual({
      index: 'a.index',
      articles: 1,
      records: { article: 1 },
      terms: { article: 6 },
      postings: { article: 6 },
      unreadable: 0,
      settings: {
        analysis: { language: 'en', stem: false, dropStopWords: true, grams: 'words' },
        weighting: { id: 'robertson', k1: 0.9, b: 0 },
        boosts: { title: 3, heads: 0 },
      },
    });
  });

  test('takes DrQA’s TF-IDF whole', async () => {
    const cwd = smallDataset();
    const made = await runCommand(['index', '--weighting', 'drqa', '--level', 'article'], { cwd });
    expect(made.stdout).toContain('TF-IDF of DrQA of words and pairs of words');
    const mixed = await runCommand(['index', '--weighting', 'drqa', '--k1', '1'], { cwd });
    expect(mixed).toMatchObject({ exitCode: 2, stderr: expect.stringContaining('leave --k1') });
  });

  test.each([
    [['--level', 'page'], 'Use one of element, section, article.'],
    [['--k1', '-1'], 'Give a number from 0 to 100.'],
    [['--b', '1.5'], 'Give a number from 0 to 1.'],
    [['--title-boost', '21'], 'Give a whole number from 0 to 20.'],
    [['--corpus', 'nowhere'], 'There is no corpus "nowhere".'],
    [['--engine', 'postgres://h/d', '-o', 'x'], 'name two places'],
    [['--engine', 'postgres://h/d', '--check'], 'Leave one of them out.'],
    [['-o', articlePath], 'is there and is no index'],
    [['-o', 'corpus'], 'is there and is no index'],
    [['--check'], 'There is no index ".claimset/search.index". Make it with `claimset index`.'],
  ])('%j is refused', async (options, message) => {
    const cwd = smallDataset();
    const { exitCode, stderr } = await runCommand(['index', ...options], { cwd });
    expect(stderr).toContain(message);
    expect(exitCode).toBe(2);
    expect(readFileSync(join(cwd, articlePath), 'utf8')).toBe(article);
  });

  test('checks a file, and its articles and settings against it', async () => {
    const cwd = smallDataset();
    await runCommand(['index'], { cwd });
    const check = () => runCommand(['index', '--check'], { cwd });
    expect(await check()).toMatchObject({
      exitCode: 0,
      stderr: 'The file is whole, and of the articles and settings as they are.\n',
    });
    changeArticle(cwd);
    expect(await check()).toMatchObject({
      exitCode: 1,
      stderr: 'The articles have changed since: `claimset index` makes it anew.\n',
    });
    writeInto(cwd, 'claimset.config.json', '{"search":{"k1":2}}');
    expect(await check()).toMatchObject({
      exitCode: 1,
      stderr: expect.stringContaining('The settings have changed since: `claimset index` makes it anew.\n'),
    });
    truncateSync(join(cwd, indexPath), 700);
    expect(await check()).toMatchObject({
      exitCode: 1,
      stdout: '',
      stderr: 'The index ".claimset/search.index" was cut or changed. Make it anew with `claimset index`.\n',
    });
    truncateSync(join(cwd, indexPath), 0);
    expect(await runCommand(['index'], { cwd })).toMatchObject({ exitCode: 0 });
    expect(await check()).toMatchObject({ exitCode: 0 });
  });
});

/** Two pages of FEVER's, and one that is none. */
const pages = [
  { id: 'Town', text: '', lines: '0\tThe town has two bridges .\n1\tIt is cold .\n' },
  { id: 'River', text: '', lines: '0\tA river .\n' },
  { id: 'Broken', text: '', lines: 7 },
].map((page) => `${JSON.stringify(page)}\n`);

/** A dataset whose articles are pages of FEVER's. */
function datasetOfPages(): string {
  const folder = temporaryFolder();
  writeInto(folder, 'claimset.config.json', '{}');
  writeInto(folder, 'corpus/wiki-001.jsonl', pages.join(''));
  return folder;
}

describe('what is searched', () => {
  test('is an index in memory where there is no file', async () => {
    expect(await opened(smallDataset())).toEqual({ origin: 'memory', ids, said: '' });
  });

  test('is the file, as long as it is of the articles as they are', async () => {
    const cwd = smallDataset();
    await runCommand(['index'], { cwd });
    expect(await opened(cwd)).toEqual({ origin: 'file', ids, said: '' });
    expect(await opened(cwd, { isShared: true })).toEqual({ origin: 'file', ids, said: '' });
    changeArticle(cwd);
    expect(await opened(cwd)).toEqual({
      origin: 'memory',
      ids: ids.slice(1),
      said: 'The articles have changed since the index ".claimset/search.index" was made: `claimset index` makes it anew. The articles are searched without it.\n',
    });
    // Who names it wants it.
    expect(await opened(cwd, { index: indexPath })).toEqual({
      origin: 'file',
      ids,
      said: 'Warning: the articles have changed since the index ".claimset/search.index" was made.\n',
    });
  });

  test('is not a file of other settings, or without a level', async () => {
    const cwd = smallDataset();
    await runCommand(['index', '--level', 'article'], { cwd });
    expect(await opened(cwd)).toMatchObject({
      origin: 'memory',
      said: 'The index ".claimset/search.index" has no level "element": `claimset index --level article --level element` makes one that has. The articles are searched without it.\n',
    });
    await expect(opened(cwd, { index: indexPath })).rejects.toMatchObject({ code: 'SEARCH_LEVEL' });
    await runCommand(['index', '--k1', '2'], { cwd });
    expect(await opened(cwd)).toMatchObject({ origin: 'file', said: '' });
    writeInto(cwd, 'claimset.config.json', '{"search":{"k1":3}}');
    expect(await opened(cwd)).toMatchObject({
      origin: 'memory',
      said: expect.stringContaining('The settings in claimset.config.json have changed since'),
    });
  });

  test('is not a file that was cut', async () => {
    const cwd = smallDataset();
    await runCommand(['index'], { cwd });
    truncateSync(join(cwd, indexPath), 500);
    expect(await opened(cwd)).toMatchObject({
      origin: 'memory',
      ids,
      said: expect.stringContaining('was cut or changed'),
    });
    await expect(opened(cwd, { index: indexPath })).rejects.toMatchObject({ code: 'INDEX_BROKEN' });
    await expect(opened(cwd, { index: 'none' })).rejects.toMatchObject({ code: 'INDEX_NOT_FOUND' });
  });

  test('is only a file where the articles are read page by page', async () => {
    const cwd = datasetOfPages();
    await expect(opened(cwd)).rejects.toMatchObject({
      code: 'INDEX_NOT_FOUND',
      message:
        'The articles in "corpus" are read page by page and cannot be searched without an index. Make it with `claimset index`.',
    });
    const made = await runCommand(['index'], { cwd });
    expect(made.stdout).toContain('3 elements');
    expect(made.stderr).toContain('1 article left out that cannot be read as tagged text');
    const found = { origin: 'file', ids: ['Town_sentence_1', 'Town_sentence_0'], said: '' };
    expect(await opened(cwd)).toEqual(found);
    writeFileSync(join(cwd, 'corpus/wiki-001.jsonl'), pages.slice(0, 1).join(''));
    expect(await opened(cwd)).toEqual({
      ...found,
      said: 'Warning: the articles have changed since the index ".claimset/search.index" was made: `claimset index` makes it anew; it is searched as it is.\n',
    });
  });

  test('is an index of articles elsewhere where the dataset has none', async () => {
    const cwd = smallDataset();
    const elsewhere = join(datasetOfPages(), 'corpus');
    const make = () => runCommand(['index', '--corpus', elsewhere], { cwd });
    expect(await make()).toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining('Name a file for it with --output.'),
    });
    rmSync(join(cwd, articlePath));
    expect(await make()).toMatchObject({ exitCode: 0 });
    expect(await opened(cwd)).toMatchObject({ origin: 'file', ids: ['Town_sentence_1', 'Town_sentence_0'] });
    writeInto(cwd, articlePath, article);
    expect(await opened(cwd)).toMatchObject({
      origin: 'memory',
      ids,
      said: expect.stringContaining('not of those of the dataset: `claimset index` makes one of these.'),
    });
  });

  test('is the engine of the environment or the configuration before all, unless a file is named', async () => {
    const cwd = smallDataset();
    await runCommand(['index'], { cwd });
    const env = { CLAIMSET_SEARCH_ENGINE: 'ftp://host/x' };
    await expect(opened(cwd, {}, env)).rejects.toMatchObject({ code: 'ENGINE_ADDRESS' });
    await expect(opened(cwd, { engine: 'no address' })).rejects.toMatchObject({ code: 'ENGINE_ADDRESS' });
    expect(await opened(cwd, { index: indexPath }, env)).toMatchObject({ origin: 'file' });
    writeInto(cwd, 'claimset.config.json', '{"search":{"engine":"ftp://host/x"}}');
    await expect(opened(cwd)).rejects.toMatchObject({ code: 'ENGINE_ADDRESS' });
  });
});

test('articles that may not be looked at are as good as gone: an index from elsewhere names any path', () => {
  const stamp = { path: 'a\0b', files: 1, bytes: 1, stamp: 'x' };
  const path = join(temporaryFolder(), 'x.index');
  expect(corpusState(stamp, path)).toBe('gone');
  expect(otherArticles(stamp, path, smallDataset())).toBeUndefined();
});
