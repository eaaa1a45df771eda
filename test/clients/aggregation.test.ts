import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { fitDawidSkene } from '../../src/stats/aggregation/dawid-skene.ts';
import { temporaryFolder } from '../cli/run-command.ts';
import { plantRatings } from '../stats/aggregation/random-ratings.ts';
import { askClient, whyNoClient } from './python.ts';

const why = whyNoClient('numpy');

interface Answer {
  readonly posteriors: readonly (readonly number[])[];
  readonly marginals: readonly number[];
  readonly confusion: readonly (readonly (readonly number[])[])[];
  readonly logLikelihood: number;
  readonly iterations: number;
}

const cases = Array.from({ length: 60 }, (_, seed) => {
  const often = [0.9, 0.8, 0.3, 0.7, 0.6, 0.95].slice(0, 2 + (seed % 5));
  const planted = plantRatings(often, {
    items: 5 + seed * 2,
    labels: 2 + (seed % 3),
    missing: (seed % 4) * 0.15,
    seed,
  });
  const items = planted.items.filter((item) => item.length > 0);
  return { ratings: { ...planted, items }, smoothing: [0, 0.01, 1][seed % 3] ?? 0 };
});

describe.skipIf(why !== undefined)(`NumPy${why === undefined ? '' : ` (${why})`}`, () => {
  let answers: readonly Answer[];
  beforeAll(() => {
    const file = join(temporaryFolder('suite'), 'asked.json');
    const asked = cases.map(({ ratings: { labels, raters, items }, smoothing }) => ({
      labels,
      raters,
      smoothing,
      items: items.map((item) => item.map(({ rater, label }) => [rater, label])),
    }));
    writeFileSync(file, JSON.stringify(asked));
    answers = askClient('aggregation.py', [file]) as readonly Answer[];
  });

  test('comes to the same by the equations of Dawid and Skene, after as many iterations', () => {
    for (const [at, { ratings, smoothing }] of cases.entries()) {
      const ours = fitDawidSkene(ratings, { smoothing, mostIterations: 500 });
      const theirs = answers[at] as Answer;
      expect(ours.logLikelihoods).toHaveLength(theirs.iterations);
      expect(Math.abs((ours.logLikelihoods.at(-1) ?? Number.NaN) - theirs.logLikelihood)).toBeLessThan(1e-6);
      const pairs = [
        [ours.posteriors.flat(), theirs.posteriors.flat()],
        [ours.marginals, theirs.marginals],
        [ours.confusion.flat(2), theirs.confusion.flat(2)],
      ] as const;
      for (const [own, their] of pairs) {
        expect(own).toHaveLength(their.length);
        const apart = own.map((value, which) => Math.abs(value - (their[which] ?? Number.NaN)));
        expect(Math.max(...apart)).toBeLessThan(1e-8);
      }
    }
  });
});
