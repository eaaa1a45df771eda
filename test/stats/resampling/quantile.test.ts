import fc from 'fast-check';
import { expect, test } from 'vitest';
import { quantileOf } from '../../../src/stats/resampling/quantile.ts';

// numpy.quantile([...], share) of NumPy 2.2.6.
test.each([
  [[5], 0.3, 5],
  [[1, 2], 0.25, 1.25],
  [[1, 2, 3, 4], 0.5, 2.5],
  [[1, 2, 3, 4], 0.9, 3.7],
  [[0.1, 0.35, 0.7, 1.9, 2.2], 0.025, 0.125],
  [[0.1, 0.35, 0.7, 1.9, 2.2], 0.975, 2.17],
  [[3, 3, 8], 0, 3],
  [[3, 3, 8], 1, 8],
])('of %j at %d: %d', (sorted, share, expected) => {
  expect(quantileOf(sorted, share)).toBeCloseTo(expected, 14);
});

test('lies between the ends and never falls as the share grows', () => {
  const number = fc.double({ min: -1e6, max: 1e6, noNaN: true });
  const share = fc.double({ min: 0, max: 1, noNaN: true });
  fc.assert(
    fc.property(fc.array(number, { minLength: 1 }), share, share, (values, one, other) => {
      const sorted = Float64Array.from(values).sort();
      const [low, high] = [
        quantileOf(sorted, Math.min(one, other)),
        quantileOf(sorted, Math.max(one, other)),
      ];
      expect(low).toBeGreaterThanOrEqual(sorted[0] as number);
      expect(high).toBeLessThanOrEqual(sorted.at(-1) as number);
      expect(low).toBeLessThanOrEqual(high);
    }),
  );
});
