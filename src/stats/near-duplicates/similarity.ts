import { UsageError } from '../../errors.ts';
import type { RankedSets } from './ranked-sets.ts';

/** Bounds are loosened by this much, so that rounding never hides a pair; the last comparison is exact. */
const slack = 1e-6;

/** @throws UsageError where the threshold is out of its range. */
export function checkThreshold(threshold: number): void {
  if (!(threshold > 0 && threshold <= 1)) {
    throw new UsageError(`The near-duplicate threshold is ${threshold}. Give a number above 0, up to 1.`);
  }
}

/** The least number of runs, at least one, that two sets of these sizes share where they have at least the Jaccard similarity `threshold`. */
export function leastShared(threshold: number, size: number, other: number): number {
  return Math.max(1, Math.ceil((threshold / (1 + threshold)) * (size + other) - slack));
}

/** The least size of a set that can be similar to one of this size. */
export function leastSize(threshold: number, size: number): number {
  return Math.max(1, Math.ceil(threshold * size - slack));
}

/** The greatest size of a set that can be similar to one of this size. */
export function mostSize(threshold: number, size: number): number {
  return Math.floor(size / threshold + slack);
}

/** How many runs each text has. */
export function sizesOf({ starts }: RankedSets): Int32Array {
  return starts.slice(1).map((end, at) => end - (starts[at] as number));
}

/** The Jaccard similarity of two texts' sets, not both empty; 0 where it is certainly below `threshold`. */
export function similarityOf({ ranks, starts }: RankedSets, a: number, b: number, threshold: number): number {
  let i = starts[a] as number;
  let j = starts[b] as number;
  const [endOfA, endOfB] = [starts[a + 1] as number, starts[b + 1] as number];
  const size = endOfA - i + endOfB - j;
  // Runs of either set that the other lacks, as many as there may be.
  let spare = size - 2 * leastShared(threshold, size, 0);
  let common = 0;
  while (i < endOfA && j < endOfB) {
    const difference = (ranks[i] as number) - (ranks[j] as number);
    if (difference === 0) {
      common += 1;
    } else if (--spare < 0) return 0;
    if (difference <= 0) i += 1;
    if (difference >= 0) j += 1;
  }
  return common / (size - common);
}
