import { testFourfold } from './chi-square.ts';
import { sum } from './sum.ts';

/** A category that one person gives much more or less often than the others together. */
export interface OutlyingShare {
  /** Position of the person in the counts. */
  readonly person: number;
  readonly category: number;
  /** Share of the category in what the person gave. */
  readonly share: number;
  /** Share of the category in what the others gave, and how many values these gave in all. */
  readonly pool: number;
  readonly poolValues: number;
}

export interface OutlyingShareOptions {
  /** Least difference of the two shares that matters. */
  readonly minDifference: number;
  /** How many values the person, and the others together, must have given at least. */
  readonly minValues: number;
}

/** Probability of finding anything where nobody differs. */
const maxChance = 0.01;
/** Below, the test does not hold. */
const minExpected = 5;

/**
 * Who gives a category much more or less often than the others, with the category of the largest difference, the farthest first. Who
 * was found is not among the others of the next: one who is far off does not make all others look so.
 *
 * By chi-square tests of each person's category against the others' with Yates's correction, and Bonferroni's for their number.
 *
 * @param counts by person how often each category was given
 */
export function findOutlyingShares(
  counts: readonly (readonly number[])[],
  { minDifference, minValues }: OutlyingShareOptions,
): OutlyingShare[] {
  const categories = Math.max(0, ...counts.map((given) => given.length));
  const maxP = maxChance / Math.max(1, counts.length * categories);
  const left = new Set(counts.keys());
  const totals = Array.from({ length: categories }, (_, category) =>
    sum(counts.map((given) => given[category] ?? 0)),
  );
  const found: OutlyingShare[] = [];
  for (;;) {
    const all = sum(totals);
    let farthest: OutlyingShare | undefined;
    for (const person of left) {
      const given = counts[person] ?? [];
      const own = sum(given);
      const others = all - own;
      if (own < minValues || others < minValues || others === 0) continue;
      for (const [category, total] of totals.entries()) {
        const count = given[category] ?? 0;
        const [share, pool] = [count / own, (total - count) / others];
        const difference = Math.abs(share - pool);
        const expected = (Math.min(own, others) * Math.min(total, all - total)) / all;
        if (difference < minDifference || expected < minExpected) continue;
        if (farthest !== undefined && difference <= Math.abs(farthest.share - farthest.pool)) continue;
        const { p } = testFourfold([
          [count, own - count],
          [total - count, others - total + count],
        ]);
        if (p < maxP) farthest = { person, category, share, pool, poolValues: others };
      }
    }
    if (farthest === undefined) return found;
    found.push(farthest);
    left.delete(farthest.person);
    for (const [category, count] of (counts[farthest.person] ?? []).entries()) {
      totals[category] = (totals[category] ?? 0) - count;
    }
  }
}
