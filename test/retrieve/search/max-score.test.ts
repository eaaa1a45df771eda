import fc from 'fast-check';
import { expect, test } from 'vitest';
import { defaultIndexSettings } from '../../../src/retrieve/default-index-settings.ts';
import type { TextIndex } from '../../../src/retrieve/index/text-index.ts';
import { TextIndexBuilder } from '../../../src/retrieve/index/text-index-builder.ts';
import { searchExhaustively } from '../../../src/retrieve/search/exhaustive.ts';
import type { Found, TermSearch } from '../../../src/retrieve/search/found.ts';
import { MaxScore } from '../../../src/retrieve/search/max-score.ts';
import { type WeightingSettings, weightingOf } from '../../../src/retrieve/weighting/weighting-of.ts';
import { createRng } from '../../../src/text/rng.ts';
import { runs } from '../../runs.ts';
import { naiveScores } from './naive-search.ts';

const bm25s = fc.record({
  id: fc.constantFrom('lucene' as const, 'robertson' as const, 'atire' as const),
  k1: fc.constantFrom(0, 0.9, 1.2, 2),
  b: fc.constantFrom(0, 0.4, 0.75, 1),
});
const weightings: fc.Arbitrary<WeightingSettings> = fc.oneof(
  { arbitrary: bm25s, weight: 3 },
  { arbitrary: fc.constant({ id: 'drqa' as const }), weight: 1 },
);
// Rare and frequent ones, names of what every object has, a letter with an accent of its own, one of two UTF-16 units.
const word = fc.oneof(
  { arbitrary: fc.constantFrom('a', 'b', 'c'), weight: 6 },
  { arbitrary: fc.constantFrom('d', 'e', 'constructor', '__proto__', 'ə', '𐐨', 'щит', '7'), weight: 2 },
);
const corpus = fc.array(fc.array(word, { maxLength: 12 }), { minLength: 1, maxLength: 30 });
const query = fc.array(word, { maxLength: 7 });
const count = fc.nat(40);

/** An index of documents whose words are their terms, none of them changed. */
function indexOf(documents: readonly (readonly string[])[], weighting: WeightingSettings): TextIndex {
  const analysis = { ...defaultIndexSettings.analysis, stem: false };
  const builder = new TextIndexBuilder({ ...defaultIndexSettings, analysis, weighting });
  for (const words of documents) builder.add([{ text: words.join(' '), times: 1 }]);
  return builder.finish();
}

/** `__proto__` is one word here and none to the analyzer. */
const termsOf = (words: readonly string[]): string[] =>
  words.map((one) => (one === '__proto__' ? 'proto' : one));

function search(index: TextIndex, request: TermSearch): Found[] {
  return new MaxScore(index, weightingOf(index.settings.weighting)).search(request);
}

test('scores are those of the formulas to 1e-9, in their order', () => {
  fc.assert(
    fc.property(corpus, query, weightings, count, (documents, words, weighting, most) => {
      const terms = termsOf(words);
      const scores = naiveScores(documents.map(termsOf), terms, weighting);
      const found = search(indexOf(documents, weighting), { terms, count: most });
      const wanted = scores.filter((score) => score > 1e-9).sort((a, b) => b - a);
      // A score that is 0 but for what rounding left may be found or not.
      const slack = scores.filter((score) => score > -1e-9 && score <= 1e-9).length;
      expect(found.length).toBeGreaterThanOrEqual(Math.min(most, wanted.length));
      expect(found.length).toBeLessThanOrEqual(Math.min(most, wanted.length + slack));
      expect(new Set(found.map(({ document }) => document)).size).toBe(found.length);
      for (const [at, { document, score }] of found.entries()) {
        expect(Math.abs(score - (scores[document] as number))).toBeLessThan(1e-9);
        expect(Math.abs(score - (wanted[at] ?? 0))).toBeLessThan(1e-9);
        const before = found[at - 1];
        if (before?.score === score) expect(before.document).toBeLessThan(document);
      }
    }),
    { numRuns: runs(1500) },
  );
});

test('what is found is what computing all scores finds, to the last bit, in ranges and with conditions', () => {
  const range = fc.tuple(fc.nat(40), fc.nat(40), fc.nat(40), fc.nat(40));
  const kinds = fc.constantFrom(undefined, 2, 3);
  fc.assert(
    fc.property(
      corpus,
      query,
      weightings,
      count,
      range,
      kinds,
      (documents, words, weighting, most, ends, kind) => {
        const index = indexOf(documents, weighting);
        const [a = 0, b = 0, c = 0, d = 0] = ends
          .map((end) => Math.min(end, index.size))
          .sort((x, y) => x - y);
        const accepts = kind === undefined ? undefined : (document: number) => document % kind === 0;
        for (const ranges of [
          undefined,
          [[a, b]],
          [
            [a, b],
            [c, d],
          ],
          [],
        ] as const) {
          const request = { terms: termsOf(words), count: most, ranges, accepts };
          expect(search(index, request)).toEqual(searchExhaustively(index, weightingOf(weighting), request));
        }
      },
    ),
    { numRuns: runs(1000) },
  );
});

test('in thousands of documents, where most are left out, the best are the same and a search leaves nothing behind', () => {
  const rng = createRng(8);
  // Words as rare and as frequent as in a language, and some that stand close together, as those of an article do: more and less of them, and of different frequency.
  const someWord = (document: number): string => {
    const near = Math.floor(4 ** (1 + 3 * rng()));
    return rng() < 0.6
      ? `w${Math.floor(2000 ** rng())}`
      : `c${near}x${Math.floor((document * near) / 12_000)}`;
  };
  const documents = Array.from({ length: 12_000 }, (_, document) =>
    Array.from({ length: 3 + Math.floor(rng() * 12) }, () => someWord(document)),
  );
  const index = indexOf(documents, { id: 'lucene', k1: 1.2, b: 0.75 });
  const weighting = weightingOf(index.settings.weighting);
  const maxScore = new MaxScore(index, weighting);
  for (let round = 0; round < 40; round++) {
    const terms = Array.from({ length: 1 + (round % 9) }, () => someWord(Math.floor(12_000 * rng())));
    const half = 2000 + round * 100;
    const all = [
      undefined,
      [[half, half + 5000]],
      [
        [0, half],
        [half, 12_000],
      ],
    ] as const;
    for (const ranges of all) {
      const request = { terms, count: 1 + (round % 20), ranges };
      expect(maxScore.search(request)).toEqual(searchExhaustively(index, weighting, request));
    }
  }
});

test('another weighting than the index was made with', () => {
  const index = indexOf([['a', 'b'], ['a', 'a', 'c'], ['c']], { id: 'lucene', k1: 1.2, b: 0.75 });
  const other = weightingOf({ id: 'atire', k1: 0.5, b: 0.1 });
  const request = { terms: ['a', 'c'], count: 2 };
  expect(new MaxScore(index, other, false).search(request)).toEqual(
    searchExhaustively(index, other, request),
  );
});

test.each([254, 255, 256, 1000])('a word that stands %i times in a document', (times) => {
  const documents = [['a', 'b'], Array.from({ length: times }, () => 'a'), ['b'], ['b', 'c']];
  for (const weighting of [{ id: 'robertson', k1: 50, b: 0 }, { id: 'drqa' }] as const) {
    const index = indexOf(documents, weighting);
    const scores = naiveScores(documents, ['a'], weighting);
    for (const { document, score } of search(index, { terms: ['a'], count: 9 }))
      expect(score).toBeCloseTo(scores[document] as number, 9);
    expect(search(index, { terms: ['a', 'c'], count: 9 })).toEqual(
      searchExhaustively(index, weightingOf(weighting), { terms: ['a', 'c'], count: 9 }),
    );
  }
});

test('of equal documents the first comes first; nothing is found for unknown words, in nothing, or where none is asked for', () => {
  const lucene = { id: 'lucene', k1: 1.2, b: 0.75 } as const;
  const index = indexOf([['a'], ['b'], [], ['a'], ['a', 'a']], lucene);
  expect(search(index, { terms: ['a'], count: 9 }).map(({ document }) => document)).toEqual([4, 0, 3]);
  expect(search(index, { terms: ['a'], count: 2 }).map(({ document }) => document)).toEqual([4, 0]);
  expect(search(index, { terms: ['z'], count: 9 })).toEqual([]);
  expect(search(index, { terms: [], count: 9 })).toEqual([]);
  expect(search(index, { terms: ['a'], count: 0 })).toEqual([]);
  expect(search(indexOf([], lucene), { terms: ['a'], count: 9 })).toEqual([]);
  expect(search(indexOf([[]], lucene), { terms: ['a'], count: 9 })).toEqual([]);
});
