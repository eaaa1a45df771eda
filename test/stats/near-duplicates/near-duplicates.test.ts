import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findNearDuplicates, type NearDuplicate } from '../../src/stats/near-duplicates.ts';
import { words } from '../../src/text/words.ts';
import { jaccard } from '../text/jaccard.ts';

/** Every pair compared. */
function bruteForce(texts: readonly string[], threshold: number): NearDuplicate[] {
  const sets = texts.map((text) => new Set(words(text)));
  return sets.flatMap((one, b) =>
    sets.slice(0, b).flatMap((other, a) => {
      const similarity = jaccard(one, other);
      return similarity >= threshold ? [{ a, b, similarity }] : [];
    }),
  );
}

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
    { numRuns: 500 },
  );
});

test.each([0.05, 0.1, 0.3])('is exact at a low threshold too (%d)', (threshold) => {
  fc.assert(
    fc.property(fc.array(textArbitrary, { maxLength: 20 }), (texts) => {
      expect([...findNearDuplicates(texts, threshold)]).toEqual(bruteForce(texts, threshold));
    }),
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
      expect([...findNearDuplicates(texts, 0.6, isWanted)]).toEqual(wanted);
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
        const some = [...findNearDuplicates(texts, 0.6, isWanted, limit)];
        for (const b of texts.keys()) {
          const [pairs, found] = [all, some].map((list) => list.filter((pair) => pair.b === b));
          expect(found).toHaveLength(Math.min(limit, pairs?.length ?? 0));
          expect(pairs).toEqual(expect.arrayContaining(found ?? []));
        }
        expect(some).toEqual(some.toSorted((one, other) => one.b - other.b || one.a - other.a));
      },
    ),
    { numRuns: 300 },
  );
});
