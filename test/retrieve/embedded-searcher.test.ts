import fc from 'fast-check';
import { expect, test } from 'vitest';
import { defaultIndexSettings } from '../../src/retrieve/default-index-settings.ts';
import { EmbeddedSearcher } from '../../src/retrieve/embedded-searcher.ts';
import type { IndexSettings } from '../../src/retrieve/index/text-index.ts';
import { TextIndexBuilder } from '../../src/retrieve/index/text-index-builder.ts';
import { parseQuery } from '../../src/retrieve/query/parse-query.ts';
import { plainQuery } from '../../src/retrieve/query/parsed-query.ts';
import { createPhraseTest } from '../../src/retrieve/query/phrase-test.ts';
import { indexedFields } from '../../src/retrieve/records/indexed-fields.ts';
import { MemoryRecords } from '../../src/retrieve/records/memory-records.ts';
import type { SearchRecord } from '../../src/retrieve/records/search-record.ts';
import { runs } from '../runs.ts';

/** A searcher of articles by their titles, each with the texts of its sentences. */
function searcherOf(
  articles: Readonly<Record<string, readonly string[]>>,
  settings: IndexSettings = defaultIndexSettings,
): EmbeddedSearcher {
  const builder = new TextIndexBuilder(settings);
  const records = new MemoryRecords();
  for (const [title, texts] of Object.entries(articles)) {
    const own = texts.map(
      (text, at): SearchRecord => ({
        id: `${title}_sentence_${at}`,
        title,
        kind: 'sentence',
        text,
        heads: [],
      }),
    );
    records.addArticle(title, own);
    for (const record of own) builder.add(indexedFields(record, settings));
  }
  return new EmbeddedSearcher('the corpus', new Map([['element', { index: builder.finish(), records }]]));
}

const towns = searcherOf({
  'A town': ['The old bridge is of stone.', 'The bridge of the old town.', 'Bridges were old.', 'It is old.'],
  'Á river': ['The old bridge crosses it.', 'Bridgework goes on.', 'It is of stone.'],
  Nothing: [],
});
const idsOf = (query: string, request = {}) =>
  towns
    .searchNow({ query: parseQuery(query), level: 'element', count: 10, ...request })
    .map(({ id }) => id.replace('_sentence_', ' '));

test('any of the words, in any form of theirs', () => {
  expect(idsOf('stone bridges').sort()).toEqual([
    'A town 0',
    'A town 1',
    'A town 2',
    'Á river 0',
    'Á river 2',
  ]);
});

test.each([
  ['a phrase', '"old bridge"', ['Á river 0', 'A town 0']],
  ['a phrase and a word', '"old bridge" stone', ['A town 0', 'Á river 0']],
  ['two phrases', '"old bridge" "of stone"', ['A town 0']],
  ['a phrase in the title', '"a town" bridges', ['A town 2', 'A town 1', 'A town 0', 'A town 3']],
  ['one word as it stands', '"bridges"', ['A town 2']],
  ['a phrase that is nowhere', '"stone bridge"', []],
  ['a phrase of unknown words', '"old zzz"', []],
  ['a beginning', 'bridgew*', ['Á river 1']],
  ['a beginning that nothing has', 'zzz*', []],
  ['a word that nothing has beside one', 'zzz crosses', ['Á river 0']],
])('%s', (_, query, ids) => {
  expect(idsOf(query)).toEqual(ids);
});

test('among some articles only, in any normal form, each once', () => {
  const titles = ['A\u0301 river', 'Á river', 'Unknown', 'Nothing'];
  expect(idsOf('"old bridge"', { titles })).toEqual(['Á river 0']);
  expect(idsOf('bridg*', { titles }).sort()).toEqual(['Á river 0', 'Á river 1']);
  expect(idsOf('bridge', { titles: [] })).toEqual([]);
  expect(idsOf('"old bridge"', { except: new Set(['Á river_sentence_0']) })).toEqual(['A town 0']);
  expect(idsOf('"old bridge"', { kinds: ['cell'] })).toEqual([]);
});

test('titles are found, however they are spelt', async () => {
  expect(await towns.findTitles('a rivr', 5)).toEqual([{ title: 'Á river', match: 'spelling' }]);
  // An article without text has nothing to be found.
  expect(await towns.findTitles('nothing', 5)).toEqual([]);
});

test('what has a phrase is what plain search finds and the phrase stands in', () => {
  const word = fc.constantFrom('aa', 'bb', 'cc', 'dds', 'dd', 'the');
  const text = fc.array(word, { maxLength: 8 }).map((words) => words.join(' '));
  const articles = fc.array(fc.array(text, { maxLength: 30 }), { minLength: 1, maxLength: 4 });
  const phrase = fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join(' '));
  fc.assert(
    fc.property(
      articles,
      fc.array(phrase, { minLength: 1, maxLength: 2 }),
      text,
      fc.nat(4),
      (all, phrases, words, few) => {
        const searcher = searcherOf(Object.fromEntries(all.map((texts, at) => [`bb ${at}`, texts])));
        const query = parseQuery(`${phrases.map((one) => `"${one}"`).join(' ')} ${words}`);
        const plain = { ...query, phrases: [] };
        const everything = searcher.searchNow({ query: plain, level: 'element', count: 1000 });
        const expected = everything.filter(createPhraseTest(phrases)).slice(0, few + 1);
        expect(searcher.searchNow({ query, level: 'element', count: few + 1 })).toEqual(expected);
      },
    ),
    { numRuns: runs(500) },
  );
});

test('of hashed pairs a beginning is a word', () => {
  const analysis = { ...defaultIndexSettings.analysis, stem: false, grams: 'hashed-bigrams' } as const;
  const searcher = searcherOf(
    { A: ['one bridge', 'two bridges', 'no river'] },
    { ...defaultIndexSettings, analysis, weighting: { id: 'lucene', k1: 1.2, b: 0.75 } },
  );
  const found = (query: string) =>
    searcher.searchNow({ query: parseQuery(query), level: 'element', count: 9 }).map(({ text }) => text);
  expect(found('bridge*')).toEqual(['one bridge']);
  expect(found('"two bridges"')).toEqual(['two bridges']);
});

test('a text with signs in it is only its words', () => {
  const hits = towns.searchNow({ query: plainQuery('"old bridge" stone*'), level: 'element', count: 10 });
  expect(hits.map(({ text }) => text)).toContain('It is of stone.');
});
