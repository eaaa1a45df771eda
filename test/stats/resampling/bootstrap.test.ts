import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fever } from '../../../src/score/scorers/fever.ts';
import { intervalsOf } from '../../../src/stats/resampling/bootstrap.ts';
import { OutcomeTable } from '../../../src/stats/resampling/outcome-table.ts';
import { quantileOf } from '../../../src/stats/resampling/quantile.ts';
import { defaultResampling } from '../../../src/stats/resampling/resampling.ts';
import { createRng } from '../../../src/text/rng.ts';

function tableOf(outcomes: readonly (readonly number[])[]): OutcomeTable {
  const table = new OutcomeTable(outcomes[0]?.length ?? 1);
  for (const outcome of outcomes) table.add(outcome);
  return table;
}

/** Share of claims that are right. */
const accuracyOf = ([claims = 0, right = 0]: readonly number[]) => [claims === 0 ? null : right / claims];

function rightAndWrong(right: number, wrong: number): OutcomeTable {
  return tableOf([...new Array<number[]>(right).fill([1, 1]), ...new Array<number[]>(wrong).fill([1, 0])]);
}

/** The least number of successes that is reached with the probability. */
function binomialQuantile(trials: number, chance: number, probability: number): number {
  let term = (1 - chance) ** trials;
  let sum = term;
  let successes = 0;
  while (sum < probability) {
    successes += 1;
    term *= ((trials + 1 - successes) / successes) * (chance / (1 - chance));
    sum += term;
  }
  return successes;
}

// What is right in a resample is a binomial number, so the interval is known without drawing.
test.each([
  [35, 15, 0.95],
  [20, 30, 0.9],
  [3, 47, 0.99],
  [300, 200, 0.95],
])('%d right and %d wrong at %d: the quantiles of the binomial distribution', (right, wrong, confidence) => {
  const claims = right + wrong;
  const [interval] = intervalsOf(rightAndWrong(right, wrong), accuracyOf, {
    resamples: 40_000,
    confidence,
    seed: 3,
  });
  const tail = (1 - confidence) / 2;
  const nearness = claims < 100 ? 1.01 : 2.01;
  for (const [found, probability] of [
    [interval?.low, tail],
    [interval?.high, 1 - tail],
  ] as const) {
    const expected = binomialQuantile(claims, right / claims, probability);
    expect(Math.abs((found ?? Number.NaN) * claims - expected)).toBeLessThan(nearness);
  }
});

test('intervals of 95 % hold the truth in about 95 of 100 samples', () => {
  const [claims, chance, samples] = [200, 0.7, 1000];
  let held = 0;
  for (let sample = 1; sample <= samples; sample++) {
    const rng = createRng(sample);
    let right = 0;
    for (let claim = 0; claim < claims; claim++) if (rng() < chance) right += 1;
    const [interval] = intervalsOf(rightAndWrong(right, claims - right), accuracyOf, {
      resamples: 400,
      confidence: 0.95,
      seed: sample + samples,
    });
    if (interval !== undefined && interval.low <= chance && chance <= interval.high) held += 1;
  }
  // 94.0 % would be held by exact percentiles; the bounds are four standard deviations of a count of 1,000.
  expect(held / samples).toBeGreaterThan(0.91);
  expect(held / samples).toBeLessThan(0.975);
});

describe('the same as claims drawn one by one', () => {
  /** FEVER outcomes of some shape. */
  function outcomesOf(claims: number, precisionOf: (rng: () => number) => number): number[][] {
    const rng = createRng(99);
    return Array.from({ length: claims }, () => {
      const right = rng() < 0.6 ? 1 : 0;
      if (rng() < 0.3) return [1, right, right, 0, 0, 0];
      const found = rng() < 0.5 ? 1 : 0;
      return [1, right * found, right, 1, precisionOf(rng), found];
    });
  }

  function naiveFigures(outcomes: readonly number[][], resamples: number, seed: number): number[][] {
    const rng = createRng(seed);
    const figures = fever.figures.map((): number[] => []);
    const totals = new Array<number>(6).fill(0);
    for (let resample = 0; resample < resamples; resample++) {
      totals.fill(0);
      for (let claim = 0; claim < outcomes.length; claim++) {
        const outcome = outcomes[Math.floor(rng() * outcomes.length)] as number[];
        for (let part = 0; part < 6; part++)
          totals[part] = (totals[part] as number) + (outcome[part] as number);
      }
      for (const [figure, value] of fever.figuresOf(totals).entries()) figures[figure]?.push(value as number);
    }
    return figures.map((values) => values.sort((a, b) => a - b));
  }

  test.each([
    ['few distinct outcomes', outcomesOf(300, (rng) => Math.floor(rng() * 4) / 4)],
    ['many, some of them rare', outcomesOf(300, (rng) => Math.floor(60 * rng() ** 3) / 60)],
    ['no two alike', outcomesOf(300, (rng) => rng())],
  ])('%s: quantiles of every figure agree', (_, outcomes) => {
    const resamples = 8000;
    const naive = naiveFigures(outcomes, resamples, 5);
    for (const confidence of [0.95, 0.5, 0.02]) {
      const intervals = intervalsOf(tableOf(outcomes), fever.figuresOf, { resamples, confidence, seed: 6 });
      for (const [figure, sorted] of naive.entries()) {
        const deviation = quantileOf(sorted, 0.841) - quantileOf(sorted, 0.5);
        const tail = (1 - confidence) / 2;
        // Four standard errors of a quantile of a normal distribution, and the step of a share of 300.
        const nearness = deviation * (confidence > 0.9 ? 0.17 : 0.085) + 1 / 300;
        expect(Math.abs((intervals[figure]?.low ?? 0) - quantileOf(sorted, tail))).toBeLessThan(nearness);
        expect(Math.abs((intervals[figure]?.high ?? 0) - quantileOf(sorted, 1 - tail))).toBeLessThan(
          nearness,
        );
      }
    }
  });
});

describe('no interval', () => {
  test.each([
    ['of no claims', tableOf([])],
    ['of a single claim', rightAndWrong(1, 0)],
    ['where all claims are right', rightAndWrong(50, 0)],
    ['where none is', rightAndWrong(0, 50)],
  ])('%s', (_, table) => {
    expect(intervalsOf(table, accuracyOf, defaultResampling)).toEqual([undefined]);
  });

  test('of a figure that all claims share, though they differ in others and sums are rounded', () => {
    const table = tableOf(Array.from({ length: 30 }, (_, at) => [1, at % 7, 1 / 3]));
    const [first, second] = intervalsOf(
      table,
      ([claims = 0, number = 0, third = 0]) => [number / claims, third / claims],
      defaultResampling,
    );
    expect(first).toBeDefined();
    expect(second).toBeUndefined();
  });

  // Of two claims among 502 a resample has none, one, two, three with the probabilities 0.14, 0.27, 0.27, 0.18.
  test('where most resamples do not define the figure', () => {
    const table = tableOf([[1, 1, 1], [1, 1, 0], ...Array.from({ length: 500 }, () => [1, 0, 0])]);
    const precisionWhere = (isDefined: (predicted: number) => boolean) =>
      intervalsOf(
        table,
        ([, predicted = 0, right = 0]) => [isDefined(predicted) ? right / predicted : null],
        defaultResampling,
      );
    expect(precisionWhere((predicted) => predicted > 0)).toEqual([{ low: 0, high: 1 }]);
    expect(precisionWhere((predicted) => predicted > 0 && predicted < 4)).toEqual([{ low: 0, high: 1 }]);
    expect(precisionWhere((predicted) => predicted === 2)).toEqual([undefined]);
    expect(precisionWhere((predicted) => predicted === 1)).toEqual([undefined]);
  });
});

test('the same seed gives the same intervals, for ever, and another seed others', () => {
  const rng = createRng(4);
  const table = tableOf(
    Array.from({ length: 500 }, () => {
      const right = rng() < 0.55 ? 1 : 0;
      return [1, right, right, 1, Math.floor(rng() * 6) / 5, rng() < 0.4 ? 1 : 0];
    }),
  );
  const intervals = intervalsOf(table, fever.figuresOf, defaultResampling);
  expect(intervals).toMatchInlineSnapshot(`
    [
      {
        "high": 0.528,
        "low": 0.442,
      },
      {
        "high": 0.528,
        "low": 0.442,
      },
      {
        "high": 0.5444100000000001,
        "low": 0.4844000000000001,
      },
      {
        "high": 0.43,
        "low": 0.346,
      },
      {
        "high": 0.47285870740255903,
        "low": 0.41107730727699315,
      },
    ]
  `);
  expect(intervalsOf(table, fever.figuresOf, defaultResampling)).toEqual(intervals);
  expect(intervalsOf(table, fever.figuresOf, { ...defaultResampling, seed: 2 })).not.toEqual(intervals);
});

test('more confidence is never a narrower interval, and both ends lie among values that can be', () => {
  const count = fc.nat(40);
  fc.assert(
    fc.property(count, count, fc.nat(), (right, wrong, seed) => {
      const [narrow, wide] = [0.5, 0.99].map(
        (confidence) =>
          intervalsOf(rightAndWrong(right, wrong), accuracyOf, { resamples: 200, confidence, seed })[0],
      );
      expect(narrow === undefined).toBe(right === 0 || wrong === 0);
      expect(wide === undefined).toBe(narrow === undefined);
      if (narrow === undefined || wide === undefined) return;
      expect(wide.low).toBeLessThanOrEqual(narrow.low);
      expect(narrow.low).toBeLessThanOrEqual(narrow.high);
      expect(narrow.high).toBeLessThanOrEqual(wide.high);
      expect(wide.low).toBeGreaterThanOrEqual(0);
      expect(wide.high).toBeLessThanOrEqual(1);
    }),
  );
});

test.each([
  [{ resamples: 0 }, /resamples/],
  [{ resamples: 1.5 }, /resamples/],
  [{ resamples: Number.NaN }, /resamples/],
  [{ confidence: 0 }, /confidence/],
  [{ confidence: 1 }, /confidence/],
  [{ confidence: 95 }, /confidence/],
  [{ confidence: Number.NaN }, /confidence/],
])('%j is no way to draw', (options, message) => {
  expect(() => intervalsOf(rightAndWrong(3, 2), accuracyOf, { ...defaultResampling, ...options })).toThrow(
    message,
  );
});
