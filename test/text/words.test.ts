import fc from 'fast-check';
import { DamerauLevenshteinDistance } from 'natural/lib/natural/distance/index.js';
import { expect, test } from 'vitest';
import { nearestWords } from '../../src/text/nearest.ts';
import { claimKey, toNfc } from '../../src/text/normalise.ts';
import { words } from '../../src/text/words.ts';
import { measureMs } from '../growth.ts';
import { jaccard } from './jaccard.ts';

test.each([
  ['', []],
  ['...', []],
  ['The war, 1988–94.', ['the', 'war', '1988', '94']],
  ['Cafe\u0301 CAFÉ', ['café', 'café']],
  ['ﬁne ①', ['fine', '1']],
  ['北京 is', ['北京', 'is']],
  ["it's", ['it', 's']],
])('the words of %j are %j', (text, expected) => {
  expect(words(text)).toEqual(expected);
});

test('a key of a claim is its own key and does not change with case and punctuation', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(claimKey(claimKey(text))).toBe(claimKey(text));
      expect(claimKey(` ${text} . `)).toBe(claimKey(text));
    }),
  );
});

test('a text in NFC is given back as it is', () => {
  expect(toNfc('e\u0301')).toBe('é');
  expect(toNfc('é')).toBe('é');
});

test.each<[string[], string[], number]>([
  [[], [], 1],
  [['a'], [], 0],
  [['a', 'b'], ['b', 'c'], 1 / 3],
  [['a', 'b'], ['b', 'a'], 1],
])('the similarity of %j and %j is %d', (a, b, expected) => {
  expect(jaccard(new Set(a), new Set(b))).toBe(expected);
});

test('similarity is symmetric and within [0, 1]', () => {
  const set = fc.array(fc.nat(9)).map((items) => new Set(items));
  fc.assert(
    fc.property(set, set, (a, b) => {
      const share = jaccard(a, b);
      expect(share).toBe(jaccard(b, a));
      expect(share).toBeGreaterThanOrEqual(0);
      expect(share).toBeLessThanOrEqual(1);
      expect(jaccard(a, a)).toBe(1);
    }),
  );
});

test.each([
  ['sentense', ['sentence', 'section', 'item'], ['sentence']],
  ['SENTENCE', ['sentence'], ['sentence']],
  ['ab', ['ba', 'ac', 'abc', 'xyz'], ['abc', 'ac', 'ba']],
  ['', ['a', 'abc'], ['a']],
  ['a'.repeat(300), ['a'.repeat(300)], []],
])('the words nearest to %.20j of %j are %j', (wanted, candidates, expected) => {
  expect(nearestWords(wanted, candidates)).toEqual(expected);
});

test('the nearest words are those that comparing with each one gives', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'C', 'é', '中'), maxLength: 9 });
  fc.assert(
    fc.property(
      word,
      fc.uniqueArray(word, { maxLength: 12 }),
      fc.integer({ min: 1, max: 4 }),
      (wanted, candidates, count) => {
        const distances = candidates
          .map((candidate) => ({
            candidate,
            distance: DamerauLevenshteinDistance(wanted.toLowerCase(), candidate.toLowerCase(), {
              restricted: true,
            }),
            limit: Math.max(1, Math.floor(Math.max(wanted.length, candidate.length) / 3)),
          }))
          .filter(({ distance, limit }) => distance <= limit)
          .sort((a, b) => a.distance - b.distance || (a.candidate < b.candidate ? -1 : 1));
        expect(nearestWords(wanted, candidates, count)).toEqual(
          distances.slice(0, count).map(({ candidate }) => candidate),
        );
      },
    ),
    { numRuns: 500 },
  );
});

test('of very many similar words those with the most letters in common are compared, and not all', () => {
  const similar = Array.from({ length: 20_000 }, (_, number) => `Battle number ${number} of the Great War`);
  const wanted = 'Battel number 19999 of the Great War';
  const search = measureMs(() => expect(nearestWords(wanted, similar)[0]).toBe(similar[19_999]));
  const tenthOfAll = measureMs(() => {
    for (const word of similar.slice(0, 2000)) DamerauLevenshteinDistance(wanted, word, { restricted: true });
  });
  expect(search).toBeLessThan(tenthOfAll);
});

test('no more words than asked for', () => {
  expect(nearestWords('aa', ['ab', 'ac', 'ad'], 2)).toEqual(['ab', 'ac']);
});
