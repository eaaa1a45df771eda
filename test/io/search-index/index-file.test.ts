import { cpSync, readdirSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Article, EvidenceRecord } from '../../../src/corpus/article.ts';
import { parseCorpusFile } from '../../../src/corpus/parse.ts';
import { loadCorpus } from '../../../src/io/load-corpus.ts';
import { buildIndexFile, type IndexPlan } from '../../../src/io/search-index/build-index-file.ts';
import { checkIndexFile } from '../../../src/io/search-index/check-index-file.ts';
import {
  attachIndexFile,
  loadIndexFile,
  openIndexFile,
  searcherOfIndex,
} from '../../../src/io/search-index/open-index-file.ts';
import { buildSearcher } from '../../../src/retrieve/build-searcher.ts';
import { defaultIndexSettings as settings } from '../../../src/retrieve/default-index-settings.ts';
import { drqaIndexSettings } from '../../../src/retrieve/drqa-index-settings.ts';
import type { EmbeddedSearcher } from '../../../src/retrieve/embedded-searcher.ts';
import type { StringColumns } from '../../../src/retrieve/index/string-table.ts';
import type { IndexSettings, TextIndex } from '../../../src/retrieve/index/text-index.ts';
import { TextIndexBuilder } from '../../../src/retrieve/index/text-index-builder.ts';
import { bytesIn } from '../../../src/retrieve/index-file/columns.ts';
import { plainQuery } from '../../../src/retrieve/query/parsed-query.ts';
import { indexedFields } from '../../../src/retrieve/records/indexed-fields.ts';
import { MemoryRecords } from '../../../src/retrieve/records/memory-records.ts';
import type { RecordStore } from '../../../src/retrieve/records/record-store.ts';
import { recordsOfArticle } from '../../../src/retrieve/records/records-of-article.ts';
import { type SearchLevel, searchLevels } from '../../../src/retrieve/records/search-level.ts';
import { root, temporaryFolder } from '../../cli/run-command.ts';
import { runs } from '../../runs.ts';

const corpus = { path: 'corpus', files: 1, bytes: 1, stamp: 'x' };
const { articles } = loadCorpus(root, 'corpus', root).evidence;
const shown = 'x.index';

/** Writes an index of the shipped article, in many runs. */
async function build(path: string, change: Partial<IndexPlan> = {}) {
  const plan = { articles, levels: searchLevels, settings, configured: settings, corpus };
  return buildIndexFile(path, { ...plan, postingsInMemory: 5000, ...change });
}

/** What some queries find on every level. */
function foundBy(searcher: EmbeddedSearcher): unknown {
  return searchLevels.map((level) =>
    ['war', 'the capital of Armenia', 'troops in 1992'].map((query) =>
      searcher.searchNow({ query: plainQuery(query), level, count: 20 }),
    ),
  );
}

let whole: string;

beforeAll(async () => {
  whole = join(temporaryFolder('suite'), shown);
  await build(whole);
});

/** A copy of the index that a test may spoil. */
function copy(): string {
  const path = join(temporaryFolder(), shown);
  cpSync(whole, path);
  return path;
}

/** Changes the header of an index so that its sum is right. */
function withHeader(path: string, change: (header: Record<string, unknown>) => unknown): void {
  const bytes = readFileSync(path);
  const length = bytes.readUInt32LE(bytes.length - 16);
  const from = bytes.length - 16 - length;
  const header = JSON.parse(bytes.toString('utf8', from, from + length)) as Record<string, unknown>;
  // Deeper than it could be written: only what is read may be that deep.
  const json = Buffer.from(
    JSON.stringify(change(header)).replace('"deep"', '['.repeat(5000) + ']'.repeat(5000)),
  );
  const tail = Buffer.from(bytes.subarray(-16));
  tail.writeUInt32LE(json.length, 0);
  tail.writeUInt32LE(crc32(json), 4);
  writeFileSync(path, Buffer.concat([bytes.subarray(0, from), json, tail]));
}

const settingsTried: [string, IndexSettings][] = [
  ['BM25', settings],
  ['BM25 of Robertson', { ...settings, weighting: { id: 'robertson', k1: 0.9, b: 0.4 } }],
  ['DrQA', drqaIndexSettings],
];

test.each(settingsTried)('finds what an index in memory finds, to the last bit: %s', async (_, tried) => {
  const path = tried === settings ? whole : join(temporaryFolder(), shown);
  if (path !== whole) await build(path, { settings: tried });
  const searcher = searcherOfIndex(openIndexFile(path, { shown }), shown);
  expect(foundBy(searcher)).toEqual(foundBy(buildSearcher('memory', articles, searchLevels, tried)));
  await searcher.close();
});

/** The index in memory of a level. */
function indexInMemory(all: readonly Article[], level: SearchLevel) {
  const builder = new TextIndexBuilder(settings);
  for (const article of all)
    for (const record of recordsOfArticle(article, level)) builder.add(indexedFields(record, settings));
  return builder.finish();
}

/** What an index is, with sums of its columns: arrays of thousands of numbers are compared slowly. */
function summed({ columns, ...rest }: TextIndex | undefined = indexInMemory([], 'element')) {
  const { terms, words, ...numbers } = columns;
  const all = { ...numbers, ...prefixed('terms', terms), ...prefixed('words', words) };
  const sums = Object.entries(all).map(([name, column]) => [name, column.length, crc32(bytesIn(column))]);
  return { ...rest, sums };
}

function prefixed(name: string, { bytes, offsets }: StringColumns) {
  return { [`${name}.bytes`]: bytes, [`${name}.offsets`]: offsets };
}

test('has the columns of an index in memory, however often postings were put aside', async () => {
  const path = join(temporaryFolder(), shown);
  const memory = searchLevels.map((level) => summed(indexInMemory(articles, level)));
  for (const postingsInMemory of [3000, 1 << 20]) {
    await build(path, { postingsInMemory });
    const { parts, close } = openIndexFile(path, { shown });
    expect(searchLevels.map((level) => summed(parts.get(level)?.index))).toEqual(memory);
    close();
  }
});

const text = fc.oneof(
  fc.string({ unit: fc.constantFrom('a', 'b', ' ', 'é', '中', '\u{1F600}', '\ud800', '"', '\\') }),
  fc.constantFrom('word '.repeat(300), '__proto__', 'x'),
);
/** Titles that repeat, are in another normal form, or are no whole characters. */
const title = fc.constantFrom('A', 'B', 'Café', 'Cafe\u0301', '__proto__', '\ud800', '');
const articleOf = (one: string, texts: readonly string[]): Article => {
  const [base] = parseCorpusFile('a', new TextEncoder().encode('')).articles;
  const records = texts.map((each, at) => ({
    ...(articles[0]?.records.find(({ kind }) => kind === 'sentence') as EvidenceRecord),
    id: `${one}_sentence_${at}`,
    title: one,
    text: each,
  }));
  return { ...(base as Article), title: one, records };
};

test('gives back every record as it was, and the articles of titles', async () => {
  const path = join(temporaryFolder(), shown);
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(title, fc.array(text, { maxLength: 40 })), { maxLength: 5 }),
      async (drafts) => {
        const own = drafts.map(([one, texts]) => articleOf(one, texts));
        await build(path, { articles: own, levels: ['element'], postingsInMemory: 5 });
        const { parts, close } = openIndexFile(path, { shown });
        const records = parts.get('element')?.records as RecordStore;
        const memory = new MemoryRecords();
        for (const article of own) memory.addArticle(article.title, recordsOfArticle(article, 'element'));
        expect(records.size).toBe(memory.size);
        for (let at = 0; at < memory.size; at++) {
          expect(records.at(at)).toEqual(memory.at(at));
          expect(records.kindOf(at)).toBe(memory.kindOf(at));
        }
        // Half a surrogate pair is no UTF-8, and no article is found by it.
        const named = ['A', 'B', 'Café', 'Cafe\u0301', '__proto__', '', 'none'];
        expect(named.map((one) => records.rangeOf(one))).toEqual(named.map((one) => memory.rangeOf(one)));
        const isNamed = (one: string): boolean => named.includes(one);
        expect([...records.titles()].filter(isNamed)).toEqual([...memory.titles()].filter(isNamed));
        expect(summed(parts.get('element')?.index)).toEqual(summed(indexInMemory(own, 'element')));
        close();
      },
    ),
    { numRuns: runs(60) },
  );
});

test('reads columns into memory that threads share, and attaches another reader to them', () => {
  const opened = openIndexFile(whole, { shown, isShared: true });
  const { levels, titles } = opened.buffers;
  expect([titles, ...Object.values(levels)].every((one) => one instanceof SharedArrayBuffer)).toBe(true);
  const other = attachIndexFile(structuredClone(opened.buffers), shown);
  expect(other.buffers.levels.element).not.toBe(opened.buffers.levels.element);
  expect(foundBy(searcherOfIndex(other, shown))).toEqual(foundBy(searcherOfIndex(opened, shown)));
  other.close();
  opened.close();
});

test('reads only the levels that are asked for', () => {
  const opened = openIndexFile(whole, { shown, levels: ['article'] });
  expect([...opened.parts.keys()]).toEqual(['article']);
  opened.close();
});

test('is the same file of the same articles', async () => {
  const path = join(temporaryFolder(), shown);
  await build(path, { postingsInMemory: 123_456 });
  expect(readFileSync(path).equals(readFileSync(whole))).toBe(true);
});

test('is not there after a failure, and what was there before is', async () => {
  const folder = temporaryFolder();
  const path = join(folder, shown);
  writeFileSync(path, 'before');
  function* failing(): Generator<Article> {
    yield* articles;
    throw new Error('the disk is gone');
  }
  await expect(build(path, { articles: failing() })).rejects.toThrow('the disk is gone');
  expect(readdirSync(folder)).toEqual([shown]);
  expect(readFileSync(path, 'utf8')).toBe('before');
});

describe('a file that is', () => {
  test('whole is good to the last byte', () => {
    expect(checkIndexFile(whole, shown)).toMatchObject({ articles: 1, corpus });
  });

  test('not there', () => {
    expect(loadIndexFile(join(temporaryFolder(), 'none'), { shown })).toBe('absent');
    expect(() => openIndexFile(join(temporaryFolder(), 'none'), { shown })).toThrow(
      'There is no index "x.index". Make it with `claimset index`.',
    );
  });

  test.each([
    ['empty', '', 'foreign'],
    ['a text', 'A town lies on a river.\n', 'foreign'],
    ['of another version', `claimset search 9\n${' '.repeat(200)}CLAIMSET`, 'version'],
    ['only a beginning', 'claimset search 1\n', 'broken'],
    ['nothing but a beginning and an end', `${'claimset search 1\n'.padEnd(72)}CLAIMSET`, 'broken'],
  ])('%s', (_, content, fault) => {
    const path = join(temporaryFolder(), shown);
    writeFileSync(path, content);
    expect(loadIndexFile(path, { shown })).toBe(fault);
  });

  test('a folder', () => {
    expect(loadIndexFile(temporaryFolder(), { shown })).toBe('foreign');
  });

  test('a device', () => {
    expect(loadIndexFile('/dev/null', { shown })).toBe('foreign');
  });

  test('cut anywhere', () => {
    const path = copy();
    const { size } = statSync(path);
    for (const share of [0.999, 0.9, 0.5, 0.1, 0.0001]) {
      truncateSync(path, Math.floor(size * share));
      expect(loadIndexFile(path, { shown })).toBe('broken');
    }
  });

  test('changed in any byte', () => {
    const bytes = readFileSync(whole);
    const path = copy();
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), (at) => {
        const changed = Buffer.from(bytes);
        changed[at] = (changed[at] as number) ^ 1;
        writeFileSync(path, changed);
        // The first line is followed by blanks that mean nothing.
        const isUnused = at >= 18 && at < 64;
        expect(typeof checkIndexFile(path, shown) === 'string').toBe(!isUnused);
      }),
      { numRuns: runs(300) },
    );
  });
});

/** Replaces what stands at a way through the header. */
function replaced(header: unknown, way: readonly string[], value: unknown): unknown {
  const [key, ...rest] = way;
  if (key === undefined) return value;
  const object = header as Record<string, unknown>;
  return { ...object, [key]: replaced(object[key], rest, value) };
}

const element = ['levels', 'element'];

test.each<[string, readonly string[], unknown]>([
  ['an object where a number is', [...element, 'size'], {}],
  ['more documents than there are', [...element, 'size'], 4_000_000_000],
  ['fewer documents than there are', [...element, 'size'], 1],
  ['columns of gigabytes', [...element, 'columns', 'bytes'], 2 ** 40],
  ['columns behind the end', [...element, 'columns', 'offset'], 2 ** 50],
  ['columns before the beginning', [...element, 'columns', 'offset'], -8],
  ['billions of postings', [...element, 'columns', 'items', 'documents'], 4_294_967_295],
  ['a column that is not there', [...element, 'columns', 'items', 'peaks'], undefined],
  ['a column too much', [...element, 'columns', 'items', 'other'], 1],
  ['records behind the end', [...element, 'records', 'bytes'], 2 ** 52],
  ['articles that are not there', ['articles'], 5],
  ['titles that are not there', ['titleIndex', 'size'], 2],
  ['title columns behind the end', ['titleIndex', 'columns', 'offset'], 2 ** 50],
  ['no level', ['levels'], {}],
  ['an unknown level', ['levels', 'paragraph'], {}],
  ['an unknown kind', ['kinds'], ['sentence', 'verse']],
  ['an unknown weighting', ['settings', 'weighting', 'id'], 'best'],
  ['a weight that is no number', ['settings', 'weighting', 'k1'], null],
  ['nothing', [], null],
  ['a list', [], []],
  ['deep lists', ['corpus', 'path'], 'deep'],
])('a header with %s is not believed', (_, way, value) => {
  const path = copy();
  withHeader(path, (header) => replaced(header, way, value));
  expect(loadIndexFile(path, { shown })).toBe('broken');
});

test('columns that lead astray, with sums that are right, are found out or end in an error that says what to do', () => {
  const bytes = readFileSync(whole);
  const path = copy();
  const { header, close } = openIndexFile(whole, { shown });
  close();
  const own = header.levels.element?.columns;
  if (own === undefined) throw new Error('there is no level of elements');
  fc.assert(
    fc.property(fc.nat(own.bytes / 4 - 2), fc.integer({ min: 0, max: 0xffffffff }), (word, value) => {
      const changed = Buffer.from(bytes);
      changed.writeUInt32LE(value, own.offset + 4 * word);
      writeFileSync(path, changed);
      const sum = crc32(changed.subarray(own.offset, own.offset + own.bytes));
      withHeader(path, (before) => replaced(before, [...element, 'columns', 'crc32'], sum));
      const opened = loadIndexFile(path, { shown });
      if (typeof opened === 'string') return;
      try {
        foundBy(searcherOfIndex(opened, shown));
      } catch (error) {
        expect(error).toMatchObject({ name: 'ToolError', code: 'INDEX_BROKEN' });
      } finally {
        opened.close();
      }
    }),
    { numRuns: runs(300) },
  );
});

test('finds titles as an index in memory does', async () => {
  const path = join(temporaryFolder(), shown);
  const names = ['Yerevan', 'Yerevan Brandy', 'Baku', 'Cafe\u0301', 'Café', 'Empty'];
  const own = names.map((name) => articleOf(name, name === 'Empty' ? [] : ['text']));
  await build(path, { articles: own, levels: ['element'] });
  const file = searcherOfIndex(openIndexFile(path, { shown }), shown);
  const memory = buildSearcher('memory', own, ['element'], settings);
  for (const query of ['yerevan', 'Yervan brandi', 'cafe', 'bak', 'empty', '']) {
    expect(await file.findTitles(query, 5)).toEqual(await memory.findTitles(query, 5));
  }
  expect((await file.findTitles('Yervan', 1)).map(({ title }) => title)).toEqual(['Yerevan']);
  await file.close();
});

test('an index of nothing finds nothing', async () => {
  const path = join(temporaryFolder(), shown);
  await build(path, { articles: [] });
  expect(checkIndexFile(path, shown)).toMatchObject({ articles: 0 });
  const opened = openIndexFile(path, { shown });
  expect(foundBy(searcherOfIndex(opened, shown))).toEqual(searchLevels.map(() => [[], [], []]));
  opened.close();
});
