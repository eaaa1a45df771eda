import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  findNearDuplicates,
  type NearDuplicate,
} from '../../../src/stats/near-duplicates/near-duplicates.ts';
import { type Shingles, singleWords } from '../../../src/stats/near-duplicates/shingles.ts';
import { runs } from '../../runs.ts';
import { comparedPairs } from './compared-pairs.ts';

const bruteForce = (texts: readonly string[], threshold: number): NearDuplicate[] =>
  comparedPairs(texts, threshold, singleWords);

const textArbitrary = fc
  .array(
    fc.nat(14).map((word) => `w${word}`),
    { maxLength: 12 },
  )
  .map((all) => all.join(' '));

test('finds the pairs that comparing every text with every other finds, in that order', () => {
  const thresholds = fc.oneof(
    fc.double({ min: 0.5, max: 1, noNaN: true }),
    fc.constantFrom(0.5, 0.6, 2 / 3, 0.7, 0.75, 0.8, 0.9, 1),
  );
  fc.assert(
    fc.property(fc.array(textArbitrary, { maxLength: 40 }), thresholds, (texts, threshold) => {
      expect([...findNearDuplicates(texts, threshold)]).toEqual(bruteForce(texts, threshold));
    }),
    { numRuns: runs(1000) },
  );
});

test.each([0.05, 0.1, 0.3])('is exact at a low threshold too (%d)', (threshold) => {
  fc.assert(
    fc.property(fc.array(textArbitrary, { maxLength: 20 }), (texts) => {
      expect([...findNearDuplicates(texts, threshold)]).toEqual(bruteForce(texts, threshold));
    }),
    { numRuns: runs(150) },
  );
});

test.each<[string, string[], number, NearDuplicate[]]>([
  ['no texts', [], 0.8, []],
  ['one text', ['a b'], 0.8, []],
  ['order and repetition of words', ['a b c', 'c, B; a a!'], 1, [{ a: 0, b: 1, similarity: 1 }]],
  ['exactly the threshold (4 of 5)', ['a b c d e', 'a b c d'], 0.8, [{ a: 0, b: 1, similarity: 0.8 }]],
  ['just below it (4 of 6)', ['a b c d e', 'a b c d f'], 0.8, []],
  [
    'texts without words are equal',
    ['', 'a', '…', '?'],
    0.5,
    [
      { a: 0, b: 2, similarity: 1 },
      { a: 0, b: 3, similarity: 1 },
      { a: 2, b: 3, similarity: 1 },
    ],
  ],
  [
    'words that are names of object members',
    ['__proto__ constructor', 'proto constructor'],
    1,
    [{ a: 0, b: 1, similarity: 1 }],
  ],
])('%s', (_, texts, threshold, expected) => {
  expect([...findNearDuplicates(texts, threshold)]).toEqual(expected);
});

test.each([0, -1, 1.01, Number.NaN])('refuses the threshold %d', (threshold) => {
  expect(() => [...findNearDuplicates([], threshold)]).toThrow('above 0, up to 1');
});

test('leaves out what is not wanted, and nothing else', () => {
  fc.assert(
    fc.property(fc.array(textArbitrary, { maxLength: 30 }), fc.nat(), (texts, salt) => {
      const isWanted = (a: number, b: number) => (a * 7 + b * 13 + salt) % 3 !== 0;
      const wanted = bruteForce(texts, 0.6).filter(({ a, b }) => isWanted(a, b));
      expect([...findNearDuplicates(texts, 0.6, { isWanted })]).toEqual(wanted);
    }),
  );
});

test('with a limit, each text has as many of its pairs as are wanted, in order', () => {
  fc.assert(
    fc.property(
      fc.array(textArbitrary, { maxLength: 30 }),
      fc.integer({ min: 1, max: 3 }),
      (texts, limit) => {
        const isWanted = (a: number, b: number) => (a + b) % 3 !== 0;
        const all = bruteForce(texts, 0.6).filter(({ a, b }) => isWanted(a, b));
        const some = [...findNearDuplicates(texts, 0.6, { isWanted, maxPairs: limit })];
        for (const b of texts.keys()) {
          const [pairs, found] = [all, some].map((list) => list.filter((pair) => pair.b === b));
          expect(found).toHaveLength(Math.min(limit, pairs?.length ?? 0));
          expect(pairs).toEqual(expect.arrayContaining(found ?? []));
        }
        expect(some).toEqual(some.toSorted((one, other) => one.b - other.b || one.a - other.a));
      },
    ),
    { numRuns: runs(500) },
  );
});

const shinglesArbitrary: fc.Arbitrary<Shingles> = fc.record({
  unit: fc.constantFrom('words', 'characters'),
  n: fc.integer({ min: 1, max: 6 }),
});

test('runs of words and of characters, however they are written', () => {
  const spelt = fc.array(
    fc.constantFrom('a', 'B', 'é', '𝒜', '😀', '\ud83d', 'e\u0301', ' ', '-1', '.', 'ab ab'),
    {
      maxLength: 14,
    },
  );
  const texts = fc.array(
    spelt.map((pieces) => pieces.join('')),
    { maxLength: 15 },
  );
  fc.assert(
    fc.property(texts, fc.constantFrom(0.3, 0.5, 0.8, 1), shinglesArbitrary, (all, threshold, shingles) => {
      expect([...findNearDuplicates(all, threshold, { shingles })]).toEqual(
        comparedPairs(all, threshold, shingles),
      );
    }),
    { numRuns: runs(1000) },
  );
});

test.each<[string, Shingles, number]>([
  ['the set of words', { unit: 'words', n: 1 }, 4 / 5],
  ['runs of two words, which know their order', { unit: 'words', n: 2 }, 2 / 5],
  ['a text shorter than a run is one run', { unit: 'words', n: 9 }, 0],
  ['runs of five characters', { unit: 'characters', n: 5 }, 12 / 19],
])('%s', (_, shingles, expected) => {
  const [pair] = findNearDuplicates(['the war began here', 'The war began, in here.'], 0.01, { shingles });
  expect(pair?.similarity ?? 0).toBeCloseTo(expected, 12);
});

test.each([0, 21, 1.5])('refuses runs of %d', (n) => {
  expect(() => [...findNearDuplicates([], 0.8, { shingles: { unit: 'words', n } })]).toThrow(
    'whole number from 1 to 20',
  );
});

test('what was found can make the rest useless', () => {
  const alike = Array.from({ length: 60 }, (_, at) => `a b c d e f g h i j x${at}`);
  const joined = new Set<number>();
  const pairs = [];
  for (const { a, b } of findNearDuplicates(alike, 0.8, { isWanted: (_, b) => !joined.has(b) })) {
    joined.add(b);
    pairs.push([a, b]);
  }
  expect(pairs).toEqual(alike.slice(1).map((_, at) => [0, at + 1]));
});

test('a threshold near 0 finds all that share a word', () => {
  const texts = ['a b', 'c d', 'b c', 'e'];
  expect([...findNearDuplicates(texts, Number.MIN_VALUE)].map(({ a, b }) => [a, b])).toEqual([
    [0, 2],
    [1, 2],
  ]);
});

test('sets of very different sizes', () => {
  const all = Array.from({ length: 300 }, (_, at) => `w${at}`);
  const texts = [all, all.slice(0, 240), all.slice(0, 239), all.slice(0, 60), all.slice(0, 48)].map((set) =>
    set.join(' '),
  );
  expect([...findNearDuplicates(texts, 0.8)]).toEqual(bruteForce(texts, 0.8));
  expect(bruteForce(texts, 0.8).map(({ a, b }) => [a, b])).toEqual([
    [0, 1],
    [1, 2],
    [3, 4],
  ]);
});
