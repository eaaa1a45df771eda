import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findOutlyingShares } from '../../src/stats/label-shares.ts';

const options = { minDifference: 0.2, minValues: 50 };

test.each<[string, number[][], [person: number, category: number][]]>([
  ['nobody', [], []],
  ['one person', [[100, 0, 0]], []],
  [
    'three who are alike',
    [
      [50, 30, 20],
      [48, 33, 19],
      [55, 25, 20],
    ],
    [],
  ],
  [
    'one of three who says nearly always the same',
    [
      [50, 30, 20],
      [48, 33, 19],
      [95, 3, 2],
    ],
    [[2, 0]],
  ],
  [
    'one who never says it',
    [
      [50, 50],
      [50, 50],
      [0, 100],
    ],
    [[2, 0]],
  ],
  [
    'two against each other',
    [
      [80, 20],
      [20, 80],
    ],
    [[0, 0]],
  ],
  [
    'two of four, the farther first',
    [
      [80, 20, 0],
      [300, 300, 300],
      [300, 290, 310],
      [2, 3, 95],
    ],
    [
      [3, 2],
      [0, 0],
    ],
  ],
  [
    'far from the others, but with few values',
    [
      [50, 50],
      [40, 5],
    ],
    [],
  ],
  [
    'a small difference of many',
    [
      [5000, 5000],
      [6000, 4000],
    ],
    [],
  ],
  [
    'a large difference that may be chance',
    [
      [30, 20],
      [20, 30],
    ],
    [],
  ],
  [
    'a category that is hardly ever given',
    [
      [48, 2],
      [50, 0],
      [50, 0],
    ],
    [],
  ],
])('%s', (_, counts, expected) => {
  expect(findOutlyingShares(counts, options).map(({ person, category }) => [person, category])).toEqual(
    expected,
  );
});

test('the shares are those of the person and of all others together', () => {
  expect(
    findOutlyingShares(
      [
        [90, 10],
        [100, 100],
        [50, 50],
      ],
      options,
    ),
  ).toEqual([{ person: 0, category: 0, share: 0.9, pool: 0.5, poolValues: 300 }]);
});

test('people who draw from the same labels are hardly ever found', () => {
  // Each has 100 labels that a deterministic shuffle deals out of one pool.
  const pool = fc.shuffledSubarray(
    [...Array.from({ length: 400 }, (_, at) => (at < 200 ? 0 : at < 320 ? 1 : 2))],
    {
      minLength: 400,
    },
  );
  let found = 0;
  fc.assert(
    fc.property(pool, (values) => {
      const counts = [0, 1, 2, 3].map((person) => {
        const given = [0, 0, 0];
        for (const value of values.slice(person * 100, person * 100 + 100))
          given[value] = (given[value] ?? 0) + 1;
        return given;
      });
      found += findOutlyingShares(counts, { minDifference: 0, minValues: 1 }).length;
    }),
    { numRuns: 500 },
  );
  // One in a hundred at most by construction of the test; corrections make it fewer.
  expect(found).toBeLessThanOrEqual(5);
});
