import { expect, test } from 'vitest';
import { allocateGroups } from '../../src/split/allocate-groups.ts';
import { createRng, type Rng } from '../../src/text/rng.ts';
import { runs } from '../runs.ts';

interface RandomGroup {
  readonly key: string;
  readonly counts: readonly number[];
  readonly size: number;
}

const sum = (list: readonly number[]) => list.reduce((total, one) => total + one, 0);

/** A group of 1 to 12 claims, each with one of so many values of each attribute. */
function randomGroup(at: number, attributes: readonly number[], rng: Rng): RandomGroup {
  const size = 1 + Math.floor(rng() * 12);
  const counts = attributes.flatMap((values) => {
    const own = Array.from({ length: values }, () => 0);
    for (let claim = 0; claim < size; claim++) {
      const value = Math.floor(rng() * values);
      own[value] = (own[value] ?? 0) + 1;
    }
    return own;
  });
  return { key: `g${at}`, counts, size };
}

/** By the definition; an empty split outweighs all else. */
function distance(
  groups: readonly RandomGroup[],
  ratios: readonly number[],
  splits: readonly number[],
): number {
  const columns = groups.map(({ counts, size }) => [...counts, size]);
  const totals = columns[0]?.map((_, column) => sum(columns.map((counts) => counts[column] ?? 0))) ?? [];
  return sum(
    ratios.map((ratio, split) => {
      const own = totals.map((_, column) =>
        sum(columns.map((counts, at) => (splits[at] === split ? (counts[column] ?? 0) : 0))),
      );
      const wanted = totals.map((total) => ratio * total);
      const parts = own.map((count, column) => {
        const target = wanted[column] ?? 0;
        return target > 0 ? (count - target) ** 2 / target : 0;
      });
      return sum(parts) + (own.at(-1) === 0 ? 1e6 : 0);
    }),
  );
}

function leastDistance(groups: readonly RandomGroup[], ratios: readonly number[]): number {
  let least = Number.POSITIVE_INFINITY;
  for (let way = 0; way < ratios.length ** groups.length; way++) {
    const splits = groups.map((_, nth) => Math.floor(way / ratios.length ** nth) % ratios.length);
    least = Math.min(least, distance(groups, ratios, splits));
  }
  return least;
}

const ratiosOf = [
  [0.8, 0.1, 0.1],
  [0.7, 0.3],
  [0.6, 0.2, 0.2],
  [0.8, 0.2],
];

// All 1,000 datasets of 3 to 6 groups get the best there is. Of 3 to 9 groups 989 do by labels (the worst is 0.56 from it), and 997 by two
// attributes (0.81).
test.each([
  ['labels', [3], 'greedy'],
  ['labels and an attribute of four values', [3, 4], 'iterative'],
] as const)(
  'by %s, the best stratification in 99 of 100 random datasets, and never far from it',
  (_, attributes, start) => {
    const rng = createRng(11);
    const datasets = runs(500);
    let optimal = 0;
    let worst = 0;
    for (let nth = 0; nth < datasets; nth++) {
      const groups = Array.from({ length: 3 + (nth % 4) }, (_group, at) => randomGroup(at, attributes, rng));
      const ratios = ratiosOf[nth % ratiosOf.length] ?? [];
      const found = allocateGroups(groups, {
        ratios,
        fixed: ratios.map(() => Array.from({ length: sum(attributes) }, () => 0)),
        fixedSizes: ratios.map(() => 0),
        start,
        seed: nth,
      });
      const splits = groups.map(({ key }) => found.get(key) ?? -1);
      const gap = distance(groups, ratios, splits) - leastDistance(groups, ratios);
      if (gap < 1e-6) optimal += 1;
      worst = Math.max(worst, gap);
    }
    expect(optimal).toBeGreaterThanOrEqual(0.99 * datasets);
    expect(worst).toBeLessThan(1.5);
  },
);
