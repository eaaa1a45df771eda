import { expect, test } from 'vitest';
import { adjustByHolm } from '../../src/stats/holm.ts';

// As `multipletests([0.01, 0.04, 0.03, 0.005], method="holm")` of statsmodels.
test('as statsmodels adjusts', () => {
  const adjusted = adjustByHolm([0.01, 0.04, 0.03, 0.005]);
  for (const [at, p] of [0.03, 0.06, 0.06, 0.02].entries()) expect(adjusted[at]).toBeCloseTo(p, 12);
});

test('what was not tested does not count, and nothing is above 1', () => {
  expect(adjustByHolm([null, 0.8, 0.9, null])).toEqual([null, 1, 1, null]);
  expect(adjustByHolm([])).toEqual([]);
});
