import fc from 'fast-check';
import { expect, test } from 'vitest';
import { measureAgreement, measurePairAgreement } from '../../../src/stats/agreement/krippendorff.ts';

type Value = number | string | null;

/** How often each unit got each value, from a row of values for each rater; `null` where a rater gave none. */
function countsOf(raters: readonly (readonly Value[])[]): number[][] {
  const values = [...new Set(raters.flat())].filter((value) => value !== null);
  const units = raters[0]?.map((_, unit) => raters.map((row) => row[unit])) ?? [];
  return units.map((given) => values.map((value) => given.filter((other) => other === value).length));
}

const row = (text: string): Value[] => text.split(' ').map((value) => (value === '.' ? null : value));

// Examples A to C of Krippendorff 2011, the one of Wikipedia, two complete coders; alpha of C as a fraction is 113/152.
const exampleC = [
  '1 2 3 3 2 1 4 1 2 . . .',
  '1 2 3 3 2 2 4 1 2 5 . 3',
  '. 3 3 3 2 3 4 2 2 5 1 .',
  '1 2 3 3 2 4 4 1 2 5 1 .',
].map(row);

test.each<[string, Value[][], number]>([
  ['example A', ['0 1 0 0 0 0 0 0 1 0', '1 1 1 0 0 1 0 0 0 0'].map(row), 0.09523809523809534],
  ['example B', ['a a b b d c c c e d d a', 'b a b b b c c c e d d d'].map(row), 0.6919642857142858],
  ['example C', exampleC, 113 / 152],
  [
    'three coders of fifteen units',
    ['. . . . . 3 4 1 2 1 1 3 3 . 3', '1 . 2 1 3 3 4 3 . . . . . . .', '. . 2 1 3 4 4 . 2 1 1 3 3 . 4'].map(
      row,
    ),
    56 / 81,
  ],
  ['two complete coders', ['S S S R R N N N S R', 'S S R R R N S N S N'].map(row), 0.5681818181818182],
])('alpha of %s', (_, raters, alpha) => {
  expect(measureAgreement(countsOf(raters)).alpha).toBeCloseTo(alpha, 9);
});

test('alpha of six claims with five labels each', () => {
  const units = [
    [5, 0, 0],
    [4, 0, 1],
    [0, 5, 0],
    [0, 3, 2],
    [1, 1, 3],
    [0, 0, 5],
  ];
  expect(measureAgreement(units).alpha).toBeCloseTo(0.5877926421404682, 9);
});

test('the parts of example C', () => {
  const { observedDisagreement, expectedDisagreement, units, values } = measureAgreement(countsOf(exampleC));
  expect({ units, values }).toEqual({ units: 11, values: 40 });
  expect(observedDisagreement).toBeCloseTo(0.2, 12);
  expect(expectedDisagreement).toBeCloseTo(0.7794871794871794, 12);
});

test('a unit with one value changes nothing', () => {
  const units = countsOf(exampleC);
  expect(measureAgreement([...units, [0, 0, 1, 0, 0], [0]])).toEqual(measureAgreement(units));
});

test.each<[string, number[][]]>([
  ['no units', []],
  ['only units with one value', [[1], [0, 1]]],
  [
    'values that are all the same',
    [
      [2, 0],
      [3, 0],
    ],
  ],
])('alpha of %s is undefined', (_, units) => {
  expect(measureAgreement(units).alpha).toBeUndefined();
});

test('alpha is at most 1, 1 for agreement, and the same whatever the order of units and categories', () => {
  const units = fc.array(fc.array(fc.nat(4), { minLength: 3, maxLength: 3 }), { maxLength: 12 });
  fc.assert(
    fc.property(units, (all) => {
      const { alpha = 1, observedDisagreement } = measureAgreement(all);
      expect(alpha).toBeLessThanOrEqual(1);
      expect(alpha === 1).toBe(observedDisagreement === 0);
      const turned = measureAgreement(all.map((unit) => unit.toReversed()).toReversed());
      expect(turned.alpha ?? 1).toBeCloseTo(alpha, 9);
    }),
  );
});

test('pairs of values are units with two values', () => {
  const count = fc.integer({ min: 0, max: 5 });
  const row = fc.tuple(count, count, count);
  fc.assert(
    fc.property(fc.tuple(row, row, row), (pairs) => {
      const units = pairs.flatMap((given, a) =>
        given.flatMap((times, b) =>
          Array.from({ length: times }, () => pairs.map((_, at) => Number(at === a) + Number(at === b))),
        ),
      );
      const { alpha, observedDisagreement } = measureAgreement(units);
      const measured = measurePairAgreement(pairs);
      expect(measured.observedDisagreement).toBeCloseTo(observedDisagreement, 9);
      if (alpha === undefined) expect(measured.alpha).toBe(undefined);
      else expect(measured.alpha).toBeCloseTo(alpha, 9);
    }),
  );
});
