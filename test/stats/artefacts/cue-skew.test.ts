import { expect, test } from 'vitest';
import { localMutualInformation, measureCueSkew } from '../../src/stats/cue-skew.ts';

// Bigrams of seven claims, 32 in all: 16 in REFUTES, 12 in SUPPORTS.
test.each([
  ['did not', 'REFUTES', { both: 3, cue: 4, label: 16, all: 32 }, 0.03801235388514041],
  ['did not', 'SUPPORTS', { both: 1, cue: 4, label: 12, all: 32 }, -0.012670784628380139],
  ['an award', 'SUPPORTS', { both: 2, cue: 3, label: 12, all: 32 }, 0.03596025905647261],
  ['the film', 'REFUTES', { both: 3, cue: 5, label: 16, all: 32 }, 0.017092645949433244],
])('the local mutual information of %s and %s', (_, __, occurrences, expected) => {
  expect(localMutualInformation(occurrences)).toBeCloseTo(expected, 12);
});

test('things that never occur together have none', () => {
  expect(localMutualInformation({ both: 0, cue: 4, label: 16, all: 32 })).toBe(0);
});

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
