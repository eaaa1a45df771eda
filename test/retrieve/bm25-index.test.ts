import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Bm25Index, type Bm25Options, type RankedDocument } from '../../src/retrieve/bm25-index.ts';

/** The formula as it is written, document by document. */
function naiveSearch(
  documents: readonly (readonly string[])[],
  query: readonly string[],
  { k1 = 1.2, b = 0.75 }: Bm25Options,
): RankedDocument[] {
  const mean = documents.reduce((sum, words) => sum + words.length, 0) / documents.length;
  const scored = documents.map((words, document) => {
    let score = 0;
    for (const word of query) {
      const n = documents.filter((other) => other.includes(word)).length;
      const f = words.filter((other) => other === word).length;
      const idf = Math.log(1 + (documents.length - n + 0.5) / (n + 0.5));
      if (f > 0) score += (idf * f * (k1 + 1)) / (f + k1 * (1 - b + (b * words.length) / mean));
    }
    return { document, score };
  });
  return scored
    .filter(({ score }) => score > 0)
    .sort((a, z) => z.score - a.score || a.document - z.document)
    .map(({ document, score }) => ({ id: `d${document}`, score }));
}

function indexOf(documents: readonly (readonly string[])[], options: Bm25Options = {}): Bm25Index {
  const index = new Bm25Index(options);
  for (const [at, words] of documents.entries()) index.add(`d${at}`, words);
  return index;
}

const word = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'constructor', '__proto__');
const corpus = fc.array(fc.array(word, { maxLength: 12 }), { minLength: 1, maxLength: 25 });
const options = fc.constantFrom<Bm25Options>({}, { k1: 0 }, { b: 0 }, { k1: 2, b: 1 });

test('scores are those of the formula, in their order', () => {
  fc.assert(
    fc.property(corpus, fc.array(word, { maxLength: 6 }), options, (documents, query, weights) => {
      const index = indexOf(documents, weights);
      const wanted = naiveSearch(documents, query, weights);
      const found = index.search(query, documents.length);
      expect(found.length).toBe(wanted.length);
      for (const [at, { score }] of found.entries()) {
        expect(Math.abs(score - (wanted[at]?.score ?? Number.NaN))).toBeLessThan(1e-9);
        const same = wanted.find(({ id }) => id === found[at]?.id);
        expect(Math.abs(score - (same?.score ?? Number.NaN))).toBeLessThan(1e-9);
      }
    }),
  );
});

test('the first few are the beginning of all, and a search leaves nothing behind', () => {
  fc.assert(
    fc.property(corpus, fc.array(word, { maxLength: 6 }), fc.nat(30), (documents, query, count) => {
      const index = indexOf(documents);
      const all = index.search(query, 1000);
      expect(index.search(query, count)).toEqual(all.slice(0, count));
      expect(index.search(query, 1000)).toEqual(all);
    }),
  );
});

test('of equal documents the first comes first, and documents may be added between searches', () => {
  const index = indexOf([['a'], ['b'], ['a'], ['a', 'a']]);
  expect(index.search(['a'], 3).map(({ id }) => id)).toEqual(['d3', 'd0', 'd2']);
  index.add('d4', ['a', 'a']);
  expect(index.search(['a'], 2).map(({ id }) => id)).toEqual(['d3', 'd4']);
  expect(index.size).toBe(5);
});

test('nothing is found for unknown words, nor in nothing', () => {
  expect(indexOf([['a']]).search(['z'], 5)).toEqual([]);
  expect(new Bm25Index().search(['a'], 5)).toEqual([]);
});
