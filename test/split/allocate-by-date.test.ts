import fc from 'fast-check';
import { expect, test } from 'vitest';
import { allocateByDate } from '../../src/split/allocate-by-date.ts';
import { runs } from '../runs.ts';

const single = (dates: readonly number[]) => dates.map((latest) => ({ size: 1, latest }));

test.each([
  ['ten claims', single([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]), [0.8, 0.1, 0.1], '0000000012'],
  [
    'a group that a share ends in goes where more of it fits',
    [...single([1, 2]), { size: 4, latest: 3 }, ...single([4, 5])],
    [0.5, 0.5],
    '00011',
  ],
  ['and the other way', [...single([1]), { size: 4, latest: 3 }, ...single([4])], [0.25, 0.75], '011'],
  ['no split is empty where there are groups enough', single([1, 2, 3]), [0.8, 0.1, 0.1], '012'],
  ['fewer groups than splits', single([1, 2]), [0.8, 0.1, 0.1], '00'],
  ['no groups', [], [0.8, 0.2], ''],
  [
    'what is later than a pinned group of dev is not in train',
    [{ size: 1, latest: 1, pinned: 0 }, { size: 1, latest: 2, pinned: 1 }, ...single([3, 4, 5, 6])],
    [0.8, 0.2],
    '011111',
  ],
  [
    'what is earlier than a pinned group of train is not in dev',
    [...single([1, 2, 3, 4]), { size: 1, latest: 5, pinned: 0 }],
    [0.2, 0.8],
    '00000',
  ],
])('%s', (_, groups, ratios, expected) => {
  expect(allocateByDate(groups, ratios).join('')).toBe(expected);
});

test('splits ascend with the dates, and are within one group of their shares', () => {
  const groups = fc
    .array(fc.record({ size: fc.integer({ min: 1, max: 9 }), latest: fc.nat(30) }), { maxLength: 40 })
    .map((all) => all.sort((a, b) => a.latest - b.latest));
  const ratios = fc.constantFrom([0.8, 0.2], [0.8, 0.1, 0.1], [0.5, 0.3, 0.2]);
  fc.assert(
    fc.property(groups, ratios, (all, shares) => {
      const splits = allocateByDate(all, shares);
      expect(splits).toEqual([...splits].sort((a, b) => a - b));
      const total = all.reduce((sum, { size }) => sum + size, 0);
      const largest = Math.max(0, ...all.map(({ size }) => size));
      if (all.length >= 3 * shares.length && total > 0) {
        for (const [split, share] of shares.entries()) {
          const size = all.reduce((sum, group, at) => sum + (splits[at] === split ? group.size : 0), 0);
          expect(Math.abs(size - share * total)).toBeLessThanOrEqual(2 * largest);
        }
      }
    }),
    { numRuns: runs(500) },
  );
});
