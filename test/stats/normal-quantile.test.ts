import { expect, test } from 'vitest';
import { normalQuantile } from '../../src/stats/normal-quantile.ts';

// From scipy.stats.norm.ppf: the middle, both sides, both tails.
test.each([
  [0.5, 0],
  [0.6, 0.2533471031357997],
  [0.975, 1.959963984540054],
  [0.025, -1.9599639845400545],
  [1e-10, -6.361340902404056],
  [1e-20, -9.262340089798409],
])('%f of the standard normal distribution lie below %f', (probability, value) => {
  expect(normalQuantile(probability)).toBeCloseTo(value, 13);
});
