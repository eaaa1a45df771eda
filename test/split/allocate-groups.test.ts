import fc from 'fast-check';
import { expect, test } from 'vitest';
import { allocateGroups, type Group } from '../../src/split/allocate-groups.ts';
import { runs } from '../runs.ts';

const empty = (splits: number) => Array.from({ length: splits }, () => [0, 0, 0]);

/** Σ (claims − wanted)² / wanted over splits and labels, by the definition; an empty split outweighs all else. */
function distance(
  groups: readonly Group[],
  ratios: readonly number[],
  splitOf: (group: Group) => number,
): number {
  const sum = (list: readonly number[]) => list.reduce((total, one) => total + one, 0);
  const labels = [0, 1, 2].map((label) => sum(groups.map(({ counts }) => counts[label] ?? 0)));
  const square = (actual: number, wanted: number) => (wanted > 0 ? (actual - wanted) ** 2 / wanted : 0);
  return sum(
    ratios.map((ratio, split) => {
      const members = groups.filter((group) => splitOf(group) === split);
      const counts = labels.map((_, label) => sum(members.map((group) => group.counts[label] ?? 0)));
      return (
        (sum(counts) === 0 ? 1e6 : 0) +
        square(sum(counts), ratio * sum(labels)) +
        sum(counts.map((count, label) => square(count, ratio * (labels[label] ?? 0))))
      );
    }),
  );
}

const ratiosArbitrary = fc.constantFrom([0.8, 0.2], [0.5, 0.5], [0.8, 0.1, 0.1], [0.6, 0.2, 0.2]);
const groupsArbitrary = (maxLength: number) =>
  fc
    .array(fc.tuple(fc.nat(4), fc.nat(4), fc.nat(3)), { maxLength })
    .map((all) => all.map((counts, at): Group => ({ key: `g${at}`, counts })));

test('no single group could be moved to a better place', () => {
  fc.assert(
    fc.property(groupsArbitrary(30), ratiosArbitrary, fc.nat(), (groups, ratios, seed) => {
      const found = allocateGroups(groups, { ratios, fixed: empty(ratios.length), seed });
      expect(found.size).toBe(groups.length);
      const reached = distance(groups, ratios, ({ key }) => found.get(key) ?? -1);
      for (const moved of groups) {
        for (const to of ratios.keys()) {
          const other = distance(groups, ratios, (group) =>
            group === moved ? to : (found.get(group.key) ?? -1),
          );
          expect(other).toBeGreaterThanOrEqual(reached - 1e-6);
        }
      }
    }),
    { numRuns: runs(100) },
  );
});

test('the order of the groups does not matter', () => {
  const shuffled = groupsArbitrary(20).chain((groups) =>
    fc.tuple(fc.constant(groups), fc.shuffledSubarray(groups, { minLength: groups.length })),
  );
  fc.assert(
    fc.property(shuffled, ratiosArbitrary, fc.nat(), ([groups, other], ratios, seed) => {
      const targets = { ratios, fixed: empty(ratios.length), seed };
      expect(allocateGroups(other, targets)).toEqual(allocateGroups(groups, targets));
    }),
    { numRuns: runs(200) },
  );
});

test('what is there before counts', () => {
  const groups = [...Array(10).keys()].map((at): Group => ({ key: `g${at}`, counts: [1, 0, 0] }));
  const full = allocateGroups(groups, {
    ratios: [0.5, 0.5],
    fixed: [
      [10, 0, 0],
      [0, 0, 0],
    ],
    seed: 0,
  });
  expect([...full.values()]).toEqual(Array(10).fill(1));
});

test('another seed deals equal groups in another way, to the same sizes', () => {
  const groups = [...Array(40).keys()].map((at): Group => ({ key: `g${at}`, counts: [1, 0, 0] }));
  const splits = [0, 1].map((seed) =>
    allocateGroups(groups, { ratios: [0.75, 0.25], fixed: empty(2), seed }),
  );
  expect(splits[0]).not.toEqual(splits[1]);
  for (const split of splits) expect([...split.values()].filter((at) => at === 1)).toHaveLength(10);
});
