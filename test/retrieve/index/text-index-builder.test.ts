import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createAnalyzer } from '../../../src/retrieve/analysis/analyzer.ts';
import { defaultIndexSettings } from '../../../src/retrieve/default-index-settings.ts';
import { countOfMany } from '../../../src/retrieve/index/saturation.ts';
import { StringTable } from '../../../src/retrieve/index/string-table.ts';
import { manyTimes, type TextIndex } from '../../../src/retrieve/index/text-index.ts';
import { TextIndexBuilder } from '../../../src/retrieve/index/text-index-builder.ts';
import { anyCharacter } from '../../any-character.ts';
import { runs } from '../../runs.ts';

/** What an index holds: for each document its terms and their counts, sorted. */
function documentsIn({ size, columns, columns: { offsets, documents, counts } }: TextIndex) {
  const found: Record<string, number>[] = Array.from({ length: size }, () => Object.create(null));
  const table = new StringTable(columns.terms);
  for (let place = 0; place < table.size; place++) {
    const term = columns.termNumbers[place] as number;
    for (let at = offsets[term] as number; at < (offsets[term + 1] as number); at++) {
      const count = counts[at] as number;
      (found[documents[at] as number] as Record<string, number>)[table.at(place)] =
        count === manyTimes ? countOfMany({ columns } as TextIndex, at) : count;
    }
  }
  return found;
}

function countsOf(terms: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = Object.create(null);
  for (const term of terms) counts[term] = (counts[term] ?? 0) + 1;
  return counts;
}

const piece = fc.oneof(
  fc.constantFrom(
    'Wars',
    'war',
    'the',
    'café',
    'CAFÉ',
    'cafe\u0301',
    '1988–1994',
    'naïveté',
    '第一次',
    '戦争。平和',
    'K',
    'Σίσυφος',
    'x'.repeat(9),
  ),
  fc.constantFrom(
    'abcdefghi',
    'abcdefghj',
    'abcdefgh',
    'İstanbul',
    '\ud800',
    '\0',
    '😀',
    '__proto__',
    "don't",
    'ß',
    'Щит',
    'é'.repeat(40),
  ),
  fc.string({ unit: anyCharacter, maxLength: 12 }),
  fc.string({ maxLength: 12 }),
);
const text = fc
  .array(fc.tuple(piece, fc.constantFrom(' ', ' ', ', ', '–', '')), { maxLength: 8 })
  .map((parts) => parts.flat().join(''));
const settings = fc.record({
  language: fc.constantFrom('en', 'de', 'tr'),
  stem: fc.boolean(),
  dropStopWords: fc.boolean(),
  grams: fc.constantFrom('words' as const, 'words' as const, 'hashed-bigrams' as const),
});

test('documents have the terms that the analyzer makes of their texts, and lengths', () => {
  fc.assert(
    fc.property(fc.array(text, { maxLength: 12 }), settings, (texts, analysis) => {
      const builder = new TextIndexBuilder({ ...defaultIndexSettings, analysis });
      const { termsOf } = createAnalyzer(analysis);
      for (const one of texts) builder.add([{ text: one, times: 1 }]);
      const index = builder.finish();
      const terms = texts.map(termsOf);
      expect(documentsIn(index)).toEqual(terms.map(countsOf));
      expect([...index.columns.lengths]).toEqual(terms.map(({ length }) => length));
      expect(index.words).toBe(terms.flat().length);
    }),
    { numRuns: runs(1500) },
  );
});

test('a field counts as often as it is told, also beyond what a byte holds', () => {
  const builder = new TextIndexBuilder(defaultIndexSettings);
  builder.add([
    { text: 'one two', times: 1 },
    { text: 'two three', times: 300 },
    { text: 'four', times: 0 },
  ]);
  const index = builder.finish();
  expect(documentsIn(index)).toEqual([{ on: 1, two: 301, three: 300 }]);
  expect([...index.columns.lengths]).toEqual([602]);
});

test('words lead to their terms, in the order of their bytes', () => {
  const builder = new TextIndexBuilder(defaultIndexSettings);
  builder.add([{ text: 'Wars war WARRING cafés Cafés 𐐨 \uff21', times: 1 }]);
  const { columns } = builder.finish();
  const [words, terms] = [new StringTable(columns.words), new StringTable(columns.terms)];
  const all = Array.from({ length: terms.size }, (_, place) => terms.at(place));
  const byNumber: string[] = [];
  for (const [place, term] of all.entries()) byNumber[columns.termNumbers[place] as number] = term;
  expect(all).toEqual([...all].sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b))));
  expect(
    Array.from({ length: words.size }, (_, place) => [
      words.at(place),
      byNumber[columns.wordTerms[place] as number],
    ]),
  ).toEqual([
    ['cafes', 'cafe'],
    ['warring', 'war'],
    ['wars', 'war'],
  ]);
});
