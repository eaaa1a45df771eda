import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fitDawidSkene } from '../../../src/stats/aggregation/dawid-skene.ts';
import type { Ratings } from '../../../src/stats/aggregation/ratings.ts';
import { runs } from '../../runs.ts';
import { plantRatings, relabel } from './random-ratings.ts';

const vectorsFile = path.resolve(import.meta.dirname, '../../../../shared/golden/statistics/vectors.json');
const hasVectors = existsSync(vectorsFile);
const asPublished = { smoothing: 0, mostIterations: 500 };

interface Vector {
  readonly ratings: Readonly<Record<string, Readonly<Record<string, readonly number[]>>>>;
  readonly iterations: number;
  readonly log_likelihood: number;
  readonly class_marginals: readonly number[];
  readonly observer1_confusion: readonly (readonly number[])[];
  readonly hard_labels: readonly number[];
}

describe.skipIf(!hasVectors)(`the table of 1979${hasVectors ? '' : ' (vectors not at hand)'}`, () => {
  test('has the published solution', () => {
    const vector = (JSON.parse(readFileSync(vectorsFile, 'utf8')) as { dawid_skene_1979: Vector })
      .dawid_skene_1979;
    const patients = Object.keys(vector.ratings).sort((a, b) => Number(a) - Number(b));
    const ratings: Ratings = {
      labels: 4,
      raters: 5,
      items: patients.map((patient) =>
        Object.entries(vector.ratings[patient] ?? {}).flatMap(([observer, given]) =>
          given.map((label) => ({ rater: Number(observer) - 1, label: label - 1 })),
        ),
      ),
    };
    const { posteriors, marginals, confusion, logLikelihoods, isConverged } = fitDawidSkene(
      ratings,
      asPublished,
    );
    expect(isConverged).toBe(true);
    expect(logLikelihoods).toHaveLength(vector.iterations);
    expect(logLikelihoods.at(-1)).toBeCloseTo(vector.log_likelihood, 6);
    for (const [at, logLikelihood] of [-205.091138, -194.550952, -193.159445].entries())
      expect(logLikelihoods[at]).toBeCloseTo(logLikelihood, 6);
    expect(marginals.map((share) => Number(share.toFixed(4)))).toEqual(vector.class_marginals);
    expect(confusion[0]?.map((row) => row.map((share) => Number(share.toFixed(4))))).toEqual(
      vector.observer1_confusion,
    );
    expect(posteriors.map((row) => row.indexOf(Math.max(...row)) + 1)).toEqual(vector.hard_labels);
  });
});

test('two who agree outvote one whose labels are always turned round, and who is worth as much for it', () => {
  const truth = Array.from({ length: 40 }, (_, item) => item % 2);
  const ratings: Ratings = {
    labels: 2,
    raters: 3,
    items: truth.map((label, item) => [
      { rater: 0, label: item % 10 === 0 ? 1 - label : label },
      { rater: 1, label: item % 10 === 1 ? 1 - label : label },
      { rater: 2, label: 1 - label },
    ]),
  };
  const { posteriors, confusion } = fitDawidSkene(ratings);
  expect(posteriors.map(([, second = 0]) => Math.round(second))).toEqual(truth);
  expect(confusion[2]?.[0]?.[1]).toBeGreaterThan(0.95);
});

const planted = fc
  .record({
    often: fc.array(fc.double({ min: 0.4, max: 0.95, noNaN: true }), { minLength: 3, maxLength: 5 }),
    items: fc.integer({ min: 1, max: 40 }),
    labels: fc.integer({ min: 2, max: 4 }),
    missing: fc.constantFrom(0, 0.3),
    seed: fc.nat(),
  })
  .map(({ often, ...options }) => plantRatings(often, options));

test('probabilities add up, and no iteration makes the ratings less likely', () => {
  fc.assert(
    fc.property(planted, (ratings) => {
      const { posteriors, marginals, confusion, logLikelihoods } = fitDawidSkene(ratings, asPublished);
      for (const row of [marginals, ...posteriors])
        expect(row.reduce((sum, p) => sum + p, 0)).toBeCloseTo(1, 9);
      for (const row of confusion.flat()) {
        const sum = row.reduce((total, p) => total + p, 0);
        expect(Math.abs(sum * (sum - 1))).toBeLessThan(1e-9);
      }
      for (const [at, value] of logLikelihoods.slice(1).entries())
        expect(value).toBeGreaterThanOrEqual((logLikelihoods[at] ?? Number.NaN) - 1e-9);
    }),
    { numRuns: runs(50) },
  );
});

test('other names for the labels give the same under the other names', () => {
  const ratings = plantRatings([0.9, 0.8, 0.7, 0.6], { items: 60, labels: 3, missing: 0.2, seed: 4 });
  const names = [2, 0, 1];
  const [one, other] = [fitDawidSkene(ratings), fitDawidSkene(relabel(ratings, names))];
  for (const [item, row] of one.posteriors.entries())
    for (const [label, p] of row.entries())
      expect(other.posteriors[item]?.[names[label] ?? -1]).toBeCloseTo(p, 9);
});

test('where all agree, that is the label; nothing to fit is no error', () => {
  const items = [0, 1, 2, 1, 0].map((label) => [0, 1, 2].map((rater) => ({ rater, label })));
  const { posteriors } = fitDawidSkene({ labels: 3, raters: 3, items });
  expect(posteriors.map((row) => row.indexOf(Math.max(...row)))).toEqual([0, 1, 2, 1, 0]);
  expect(fitDawidSkene({ labels: 3, raters: 0, items: [] }).posteriors).toEqual([]);
});

test('many ratings of one item do not underflow', () => {
  const items = [0, 1].map((label) =>
    Array.from({ length: 3000 }, (_, at) => ({ rater: at % 50, label: at % 3 === 0 ? 1 - label : label })),
  );
  const { posteriors, logLikelihoods } = fitDawidSkene({ labels: 2, raters: 50, items });
  expect(posteriors.map((row) => row.indexOf(Math.max(...row)))).toEqual([0, 1]);
  expect(Number.isFinite(logLikelihoods.at(-1))).toBe(true);
});
