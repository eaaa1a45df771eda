import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Bands,
  bandThreshold,
  candidateProbability,
  defaultBands,
} from '../../../src/stats/near-duplicates/bands.ts';
import { findNearDuplicates } from '../../../src/stats/near-duplicates/near-duplicates.ts';
import { runs } from '../../runs.ts';

const vectorsFile = resolve(import.meta.dirname, '../../../../shared/golden/statistics/vectors.json');

interface Vector extends Bands {
  readonly threshold: number;
  readonly p: Readonly<Record<string, number>>;
}

describe('the probability that a pair is looked at', () => {
  // Leskovec, Rajaraman, Ullman, Mining of Massive Datasets, section 3.4.2 and example 3.11: 20 bands of 5 rows.
  test.each([
    [0.2, 0.006],
    [0.3, 0.047],
    [0.4, 0.186],
    [0.5, 0.47],
    [0.6, 0.802],
    [0.7, 0.975],
    [0.8, 0.9996],
  ])('of similarity %d is %d with 20 bands of 5', (similarity, expected) => {
    expect(candidateProbability(similarity, { bands: 20, rows: 5 })).toBeCloseTo(expected, 3);
  });

  test('half of the pairs are looked at near (1 / bands)^(1 / rows)', () => {
    expect(bandThreshold({ bands: 16, rows: 4 })).toBeCloseTo(0.5, 12);
    expect(bandThreshold(defaultBands)).toBeCloseTo(0.63, 3);
  });

  test.skipIf(!existsSync(vectorsFile))(
    'is that of the shared vectors (skipped where those are not there)',
    () => {
      const { lsh } = JSON.parse(readFileSync(vectorsFile, 'utf8')) as { lsh: readonly Vector[] };
      expect(lsh.length).toBeGreaterThan(0);
      for (const { threshold, p, ...bands } of lsh) {
        expect(bandThreshold(bands)).toBeCloseTo(threshold, 9);
        for (const [similarity, expected] of Object.entries(p))
          expect(candidateProbability(Number(similarity), bands)).toBeCloseTo(expected, 4);
      }
    },
  );
});

const textArbitrary = fc
  .array(
    fc.nat(14).map((word) => `w${word}`),
    { maxLength: 12 },
  )
  .map((all) => all.join(' '));

describe('looking for near-duplicates by MinHash', () => {
  test('gives pairs that are there, in their order, and all that are equal', () => {
    const threshold = fc.constantFrom(0.5, 0.7, 0.8, 1);
    fc.assert(
      fc.property(fc.array(textArbitrary, { maxLength: 30 }), threshold, fc.nat(9), (texts, least, seed) => {
        const exact = [...findNearDuplicates(texts, least)];
        const found = [...findNearDuplicates(texts, least, { minHash: { seed } })];
        expect(exact).toEqual(expect.arrayContaining(found));
        expect(found).toEqual(found.toSorted((one, other) => one.b - other.b || one.a - other.a));
        const equal = ({ similarity }: { similarity: number }) => similarity === 1;
        expect(found.filter(equal)).toEqual(exact.filter(equal));
        expect([...findNearDuplicates(texts, least, { minHash: { seed } })]).toEqual(found);
      }),
      { numRuns: runs(500) },
    );
  });

  test('leaves out what is not wanted, and ends with the pairs asked for', () => {
    const alike = Array.from({ length: 40 }, (_, at) => `a b c d e f g h i j k l m n o p x${at}`);
    const isWanted = (a: number, b: number) => (a + b) % 2 === 1;
    const found = [...findNearDuplicates(alike, 0.8, { minHash: {}, isWanted, maxPairs: 2 })];
    expect(found.filter(({ a, b }) => !isWanted(a, b))).toEqual([]);
    for (const b of alike.keys())
      expect(found.filter((pair) => pair.b === b).length).toBeLessThanOrEqual(Math.min(2, b));
    expect(found.length).toBeGreaterThan(60);
  });

  /** Pairs of texts that share `common` of `size` words each, and nothing with other pairs. */
  const plantedPairs = (count: number, common: number, size: number): string[] =>
    Array.from({ length: count }, (_, pair) => {
      const word = (at: number) => `p${pair}w${at}`;
      const one = Array.from({ length: size }, (_, at) => word(at));
      return [one, one.map((own, at) => (at < common ? own : word(size + at)))].map((text) => text.join(' '));
    }).flat();

  test.each<[number, number, Bands]>([
    [8, 9, defaultBands], // 8 of 10
    [9, 10, { bands: 14, rows: 8 }], // 9 of 11
    [6, 9, { bands: 20, rows: 5 }], // 6 of 12
    [9, 12, { bands: 4, rows: 4 }], // 9 of 15
  ])('finds as many of the pairs that share %d of %d words as it should', (common, size, bands) => {
    const count = 1500;
    const similarity = common / (2 * size - common);
    const expected = candidateProbability(similarity, bands);
    const texts = plantedPairs(count, common, size);
    const found = [...findNearDuplicates(texts, similarity - 1e-9, { minHash: bands })];
    expect(found.every(({ a, b }) => a % 2 === 0 && b === a + 1)).toBe(true);
    // Four standard deviations of a binomial share.
    const margin = 4 * Math.sqrt((expected * (1 - expected)) / count);
    expect(Math.abs(found.length / count - expected)).toBeLessThan(margin);
  });

  test.each([[{ bands: 0 }], [{ rows: 65 }], [{ bands: 1.5 }]])('refuses %j', (minHash) => {
    expect(() => [...findNearDuplicates([], 0.8, { minHash })]).toThrow('bands of');
  });
});
