import { expect, test } from 'vitest';
import { defaultMace, fitMace } from '../../../src/stats/aggregation/mace.ts';
import { plantRatings, relabel } from './random-ratings.ts';

const labelsOf = (posteriors: readonly (readonly number[])[]): number[] =>
  posteriors.map((row) => row.indexOf(Math.max(...row)));

test.each([1, 2])('a planted spammer has the lowest competence (seed %i)', (seed) => {
  const ratings = plantRatings([0.9, 0.8, 0, 0.85, 0.7], { items: 120, labels: 3, missing: 0.2, seed });
  const { competences, posteriors } = fitMace(ratings);
  expect(competences.indexOf(Math.min(...competences))).toBe(2);
  expect(competences[2]).toBeLessThan(0.35);
  const right = labelsOf(posteriors).filter((label, item) => label === ratings.truth[item]).length;
  expect(right).toBeGreaterThan(105);
});

test('a habit of spamming is found: one who always says the same', () => {
  const honest = plantRatings([0.9, 0.9, 0.9], { items: 90, labels: 3, missing: 0, seed: 5 });
  const items = honest.items.map((item) => [...item, { rater: 3, label: 1 }]);
  const { competences, spamming } = fitMace({ ...honest, raters: 4, items });
  expect(competences[3]).toBeLessThan(0.1);
  expect(spamming[3]?.[1]).toBeGreaterThan(0.95);
});

test('the same seed gives the same to the last bit, and the best beginning is not far from another', () => {
  const ratings = plantRatings([0.9, 0.7, 0.5], { items: 50, labels: 3, missing: 0.1, seed: 6 });
  const once = fitMace(ratings);
  expect(fitMace(ratings)).toEqual(once);
  expect(fitMace(ratings, { ...defaultMace, seed: 99 }).logLikelihood).toBeCloseTo(once.logLikelihood, 0);
  const single = fitMace(ratings, { ...defaultMace, restarts: 1 });
  expect(once.logLikelihood).toBeGreaterThanOrEqual(single.logLikelihood);
});

test('other names for the labels give the same under the other names', () => {
  const ratings = plantRatings([0.9, 0.85, 0.8, 0.6], { items: 80, labels: 3, missing: 0, seed: 7 });
  const names = [1, 2, 0];
  const thorough = { ...defaultMace, mostIterations: 500 };
  const [one, other] = [fitMace(ratings, thorough), fitMace(relabel(ratings, names), thorough)];
  expect(labelsOf(other.posteriors)).toEqual(labelsOf(one.posteriors).map((label) => names[label]));
  for (const [rater, competence] of one.competences.entries())
    expect(other.competences[rater]).toBeCloseTo(competence, 2);
});

test('where all agree, that is the label, surely; nothing to fit is no error', () => {
  const items = [0, 1, 2, 1].map((label) => [0, 1, 2].map((rater) => ({ rater, label })));
  const { posteriors, competences } = fitMace({ labels: 3, raters: 3, items });
  expect(labelsOf(posteriors)).toEqual([0, 1, 2, 1]);
  expect(Math.min(...posteriors.map((row) => Math.max(...row)))).toBeGreaterThan(0.99);
  expect(Math.min(...competences)).toBeGreaterThan(0.9);
  expect(fitMace({ labels: 3, raters: 0, items: [] }).posteriors).toEqual([]);
});
