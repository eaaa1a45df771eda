import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { type ComparedFigures, compareSystems } from '../../src/score/significance/compare-systems.ts';
import { intervalsOf } from '../../src/stats/resampling/bootstrap.ts';
import type { Interval } from '../../src/stats/resampling/interval.ts';
import { OutcomeTable } from '../../src/stats/resampling/outcome-table.ts';
import { quantileOf } from '../../src/stats/resampling/quantile.ts';
import { createRng, type Rng } from '../../src/text/rng.ts';
import { temporaryFolder } from '../cli/run-command.ts';
import { askClient, whyNoClient } from './python.ts';

const why = whyNoClient('numpy', 'scipy.stats');

const draws = 20_000;
const resampling = { resamples: draws, confidence: 0.95, seed: 3 };

const scorers: Readonly<Record<'mean' | 'f1', ComparedFigures>> = {
  mean: {
    parts: ['claims', 'value'],
    figures: [{ id: 'mean', title: 'mean', about: 'Mean over claims.' }],
    figuresOf: ([claims = 0, value = 0]) => [value / claims],
  },
  f1: {
    parts: ['claims', 'predicted', 'right', 'gold'],
    figures: [{ id: 'f1', title: 'F1', about: 'F1 over all evidence.' }],
    figuresOf: ([, predicted = 0, right = 0, gold = 0]) => [(2 * right) / (predicted + gold)],
  },
};

interface Pairs {
  readonly name: string;
  readonly figure: keyof typeof scorers;
  readonly first: readonly (readonly number[])[];
  readonly second: readonly (readonly number[])[];
  readonly draws: number;
}

interface Answer {
  readonly quantiles: readonly (readonly number[])[];
  readonly pairs: readonly {
    readonly first: Interval & { readonly deviation: number };
    readonly difference: Interval & { readonly deviation: number };
    readonly p: number;
    readonly isExact: boolean;
  }[];
}

function drawPairs(
  name: string,
  figure: Pairs['figure'],
  claims: number,
  outcomeOf: (rng: Rng, isSecond: boolean) => number[],
): Pairs {
  const rng = createRng(claims);
  const rows = Array.from({ length: claims }, () => [outcomeOf(rng, false), outcomeOf(rng, true)] as const);
  return { name, figure, first: rows.map(([one]) => one), second: rows.map(([, other]) => other), draws };
}

const evidence = (rng: Rng, isSecond: boolean): number[] => {
  const gold = 1 + Math.floor(rng() * 3);
  const predicted = Math.floor(rng() * 6);
  return [1, predicted, Math.min(gold, Math.floor(predicted * rng() * (isSecond ? 1.1 : 0.9))), gold];
};

const pairs: readonly Pairs[] = [
  drawPairs('accuracy of 400 claims', 'mean', 400, (rng, isSecond) => [
    1,
    rng() < (isSecond ? 0.6 : 0.55) ? 1 : 0,
  ]),
  drawPairs('precision in fifths', 'mean', 150, (rng, isSecond) => [
    1,
    Math.floor(rng() ** (isSecond ? 0.85 : 1) * 6) / 5,
  ]),
  drawPairs('no two claims alike', 'mean', 120, (rng, isSecond) => [1, rng() ** (isSecond ? 0.8 : 1)]),
  drawPairs('F1 over the evidence of 200 claims', 'f1', 200, evidence),
  drawPairs('accuracy of 14 claims', 'mean', 14, (rng, isSecond) => [
    1,
    rng() < (isSecond ? 0.8 : 0.4) ? 1 : 0,
  ]),
  drawPairs('F1 over the evidence of 13 claims', 'f1', 13, evidence),
];

const quantiles = Array.from({ length: 40 }, (_, at) => {
  const rng = createRng(at);
  return {
    values: Array.from({ length: 1 + Math.floor(rng() * 60) }, () => rng() * 10 ** Math.floor(rng() * 6)),
    shares: [0, 0.005, 0.025, 0.05, 0.31, 0.5, 0.95, 0.975, 0.995, 1],
  };
});

describe.skipIf(why !== undefined)(`NumPy and SciPy${why === undefined ? '' : ` (${why})`}`, () => {
  let answer: Answer;
  beforeAll(() => {
    const file = join(temporaryFolder('suite'), 'asked.json');
    writeFileSync(file, JSON.stringify({ quantiles, pairs }));
    answer = askClient('significance.py', [file]) as Answer;
  });

  test('have the same quantiles, to the last bit', () => {
    const ours = quantiles.map(({ values, shares }) => {
      const sorted = Float64Array.from(values).sort();
      return shares.map((share) => quantileOf(sorted, share));
    });
    expect(ours).toEqual(answer.quantiles);
  });

  test.each(pairs.map((pair, at) => ({ ...pair, at })))(
    'find the same intervals and p-value: $name',
    ({ figure, first, second, at }) => {
      const scorer = scorers[figure];
      const alone = new OutcomeTable(scorer.parts.length);
      const both = new OutcomeTable(scorer.parts.length * 2);
      for (const [claim, outcome] of first.entries()) {
        alone.add(outcome);
        both.add([...outcome, ...(second[claim] ?? [])]);
      }
      const theirs = answer.pairs[at] as Answer['pairs'][number];
      const [difference] = compareSystems(both, scorer, resampling).figures;
      expectNear(intervalsOf(alone, scorer.figuresOf, resampling)[0], theirs.first, first.length);
      expectNear(difference?.interval, theirs.difference, first.length);
      // Four and a half standard errors of the share; of ours alone where SciPy tries all exchanges.
      const errors = (theirs.p * (1 - theirs.p) * (theirs.isExact ? 1 : 2)) / draws;
      const apart = Math.abs((difference?.randomisationP ?? Number.NaN) - theirs.p);
      expect(apart).toBeLessThan(4.5 * Math.sqrt(errors) + 2 / draws);
    },
  );
});

/** Within about five standard errors of a percentile from so many draws, and one claim of a figure that moves in steps. */
function expectNear(
  ours: Interval | undefined,
  theirs: Interval & { readonly deviation: number },
  claims: number,
): void {
  const nearness = theirs.deviation * 0.12 + 1.001 / claims;
  expect(Math.abs((ours?.low ?? Number.NaN) - theirs.low)).toBeLessThan(nearness);
  expect(Math.abs((ours?.high ?? Number.NaN) - theirs.high)).toBeLessThan(nearness);
}
