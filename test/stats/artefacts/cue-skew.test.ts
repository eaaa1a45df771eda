import { expect, test } from 'vitest';
import { measureCueSkew } from '../../../src/stats/artefacts/cue-skew.ts';

// `not` in the labelled development data of FEVER: 0.6 % of SUPPORTS, 7.7 % of REFUTES, 0.9 % of NOT ENOUGH INFO.
test('the skew of a negation', () => {
  const skew = measureCueSkew([40, 513, 60], [6666, 6666, 6666]);
  expect(skew).toMatchObject({ label: 1, claims: 613 });
  expect(skew.productivity).toBeCloseTo(513 / 613, 12);
  expect(skew.base).toBeCloseTo(1 / 3, 12);
  expect(skew.coverage).toBeCloseTo(613 / 19_998, 12);
  expect(skew.p).toBeLessThan(1e-100);
});

test('a cue that stands with the labels as often as anything tells nothing', () => {
  const skew = measureCueSkew([20, 10, 10], [200, 100, 100]);
  expect(skew).toMatchObject({ label: 0, productivity: 0.5, base: 0.5, lmi: 0 });
  expect(skew.p).toBeCloseTo(1, 6);
});
