import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type FourfoldTable, testFourfold } from '../../src/stats/chi-square.ts';

// Yates 1934: teeth of breast-fed and bottle-fed children, 1.1398 with the correction, 0.2857 twice the tail that he gives.
test('the example of Yates', () => {
  const { statistic, p } = testFourfold([
    [4, 16],
    [1, 21],
  ]);
  expect(statistic).toBeCloseTo(1.1398, 4);
  expect(p).toBeCloseTo(0.2857, 4);
});

/** A table of groups of the same size whose statistic is as near as whole numbers come. */
function tableOf(statistic: number): FourfoldTable {
  const size = 50_000_000;
  const half = size / 2;
  const shift = Math.round(Math.sqrt((statistic * size) / 8) + 0.5);
  return [
    [half + shift, half - shift],
    [half - shift, half + shift],
  ];
}

// Upper points of the distribution with one degree of freedom, as in the tables of any textbook.
test.each([
  [2.706, 0.1],
  [3.841, 0.05],
  [6.635, 0.01],
  [7.879, 0.005],
  [10.828, 0.001],
  [15.137, 0.0001],
])('a statistic of %d has the probability %d', (wanted, p) => {
  const found = testFourfold(tableOf(wanted));
  expect(found.statistic).toBeCloseTo(wanted, 2);
  expect(found.p / p).toBeCloseTo(1, 2);
});

test.each<[string, FourfoldTable]>([
  [
    'nothing at all',
    [
      [0, 0],
      [0, 0],
    ],
  ],
  [
    'an empty group',
    [
      [3, 4],
      [0, 0],
    ],
  ],
  [
    'nobody with it',
    [
      [0, 4],
      [0, 9],
    ],
  ],
  [
    'equal shares',
    [
      [10, 20],
      [30, 60],
    ],
  ],
  [
    'less than the correction apart',
    [
      [10, 10],
      [11, 10],
    ],
  ],
])('%s: no difference', (_, table) => {
  expect(testFourfold(table)).toEqual({ statistic: 0, p: expect.closeTo(1, 6) });
});

test('which group and which side come first does not matter', () => {
  const count = fc.nat(1000);
  fc.assert(
    fc.property(count, count, count, count, (a, b, c, d) => {
      const { statistic, p } = testFourfold([
        [a, b],
        [c, d],
      ]);
      expect(p).toBeGreaterThanOrEqual(0);
      expect(p).toBeLessThanOrEqual(1 + 1e-6);
      for (const other of [
        [
          [c, d],
          [a, b],
        ],
        [
          [b, a],
          [d, c],
        ],
        [
          [a, c],
          [b, d],
        ],
      ] as const) {
        expect(testFourfold(other).statistic).toBeCloseTo(statistic, 6);
      }
    }),
  );
});
