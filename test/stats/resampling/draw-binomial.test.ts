import { expect, test } from 'vitest';
import { drawBinomial } from '../../../src/stats/resampling/draw-binomial.ts';
import { drawHeads } from '../../../src/stats/resampling/draw-heads.ts';
import { createRng } from '../../../src/text/rng.ts';

const draws = 200_000;

/** Probability of each number of successes, multiplied up from the likeliest, where it is largest. */
function binomialProbabilities(trials: number, chance: number): Float64Array {
  const weights = new Float64Array(trials + 1);
  const mode = Math.min(trials, Math.floor((trials + 1) * chance));
  weights[mode] = 1;
  const odds = chance / (1 - chance);
  for (let k = mode + 1; k <= trials; k++)
    weights[k] = ((weights[k - 1] as number) * odds * (trials + 1 - k)) / k;
  for (let k = mode - 1; k >= 0; k--)
    weights[k] = ((weights[k + 1] as number) * (k + 1)) / (trials - k) / odds;
  const sum = weights.reduce((all, weight) => all + weight, 0);
  return weights.map((weight) => weight / sum);
}

/** How far the draws are from what is expected, in standard deviations of chi-square; cells of less than 10 expected are joined. */
function excessOf(draw: () => number, probabilities: Float64Array): number {
  const counts = new Float64Array(probabilities.length);
  for (let at = 0; at < draws; at++) {
    const drawn = draw();
    counts[drawn] = (counts[drawn] as number) + 1;
  }
  expect(counts.reduce((sum, count) => sum + count, 0)).toBe(draws);
  let [statistic, cells, expected, found] = [0, 0, 0, 0];
  for (const [k, probability] of probabilities.entries()) {
    expected += probability * draws;
    found += counts[k] as number;
    const rest = k === probabilities.length - 1;
    if (expected < 10 && !rest) continue;
    if (expected > 1e-9) statistic += (found - expected) ** 2 / Math.max(expected, 1);
    cells += 1;
    [expected, found] = [0, 0];
  }
  const freedom = Math.max(1, cells - 1);
  return (statistic - freedom) / Math.sqrt(2 * freedom);
}

// Both algorithms, both sides of where they change (10 expected), few and many trials, rare and likely successes.
test.each([
  [1, 0.5],
  [2, 0.1],
  [7, 0.3],
  [20, 0.49],
  [20, 0.5],
  [20, 0.51],
  [25, 0.4],
  [40, 0.75],
  [100, 0.02],
  [100, 0.0999],
  [100, 0.1],
  [100, 0.9],
  [129, 0.5],
  [1000, 0.3],
  [20_000, 0.0001],
  [20_000, 0.001],
  [20_000, 0.5],
  [1_000_000, 0.00001],
  [1_000_000, 0.0003],
  [1_000_000, 0.97],
])('%d trials of chance %d: the frequencies are those of the distribution', (trials, chance) => {
  const rng = createRng(11);
  const excess = excessOf(() => drawBinomial(rng, trials, chance), binomialProbabilities(trials, chance));
  expect(excess).toBeLessThan(4);
});

test.each([1, 2, 3, 8, 31, 32, 33, 100])('%d tosses of a coin', (tosses) => {
  const rng = createRng(5);
  expect(excessOf(() => drawHeads(rng, tosses), binomialProbabilities(tosses, 0.5))).toBeLessThan(4);
});

test.each([
  [0, 0.5, 0],
  [10, 0, 0],
  [10, 1, 10],
  [1_000_000, 0, 0],
  [1_000_000, 1, 1_000_000],
  [0, 1, 0],
])('%d trials of chance %d: always %d', (trials, chance, successes) => {
  const rng = createRng(1);
  for (let at = 0; at < 100; at++) expect(drawBinomial(rng, trials, chance)).toBe(successes);
});

test('no toss, no heads', () => {
  expect(drawHeads(createRng(1), 0)).toBe(0);
});

// The ends of what a generator can give.
test.each([0, 1 - 2 ** -32])('a generator that only says %d cannot lead out of the range', (first) => {
  for (const [trials, chance] of [
    [1, 0.5],
    [12, 0.001],
    [30, 0.5],
    [1_000_000, 0.000009],
    [1_000_000, 0.4],
  ] as const) {
    const after = createRng(3);
    let calls = 0;
    const drawn = drawBinomial(() => (calls++ < 2 ? first : after()), trials, chance);
    expect(Number.isInteger(drawn)).toBe(true);
    expect(drawn).toBeGreaterThanOrEqual(0);
    expect(drawn).toBeLessThanOrEqual(trials);
  }
});

test('the same seed draws the same, for ever', () => {
  const rng = createRng(2026);
  const drawn = [3, 12, 40, 1000, 20_000, 1_000_000].flatMap((trials) =>
    [0.001, 0.3, 0.8].map((chance) => drawBinomial(rng, trials, chance)),
  );
  expect(drawn).toMatchInlineSnapshot(`
    [
      0,
      0,
      2,
      0,
      2,
      11,
      0,
      15,
      36,
      0,
      305,
      818,
      18,
      6112,
      16038,
      1026,
      299691,
      800253,
    ]
  `);
  expect([1, 5, 32, 64, 1001].map((tosses) => drawHeads(rng, tosses))).toMatchInlineSnapshot(`
    [
      1,
      2,
      17,
      25,
      493,
    ]
  `);
});
