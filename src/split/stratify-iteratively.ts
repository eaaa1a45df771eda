import type { Rng } from '../text/rng.ts';
import { shuffle } from '../text/shuffle.ts';

/** Claims that go to a split together, by what splits are to have in equal shares. */
export interface CountedGroup {
  /** Claims by value. */
  readonly counts: readonly number[];
  readonly size: number;
}

/** How many claims each split still lacks. */
export interface Desire {
  /** By split and value. */
  readonly counts: readonly (readonly number[])[];
  /** By split. */
  readonly sizes: readonly number[];
}

/** Desires that are nearer are equal. */
const tie = 1e-9;

/**
 * The split of each group by iterative stratification: again and again the value that fewest claims left to place have is dealt with
 * whole, its groups (those with most claims of it first, of several by lot) each to the split that most desires it; of several to the one that most
 * desires claims at all, then by lot. Groups without any value come last. The order of the groups is part of the result.
 *
 * Time: values × groups × splits.
 *
 * @see Sechidis, Tsoumakas, Vlahavas (2011), On the stratification of multi-label data, algorithm 1; there items, here groups of them.
 */
export function stratifyIteratively(groups: readonly CountedGroup[], desire: Desire, rng: Rng): number[] {
  const wanted = desire.counts.map((counts) => [...counts]);
  const sizes = [...desire.sizes];
  const splitOf = groups.map(() => -1);
  // Groups in order of their other values would go there in blocks: those of the first such value all to the largest split.
  const drawn = [...groups.keys()];
  shuffle(drawn, rng);
  const left = (desire.counts[0] ?? []).map((_, value) =>
    groups.reduce((sum, { counts }) => sum + (counts[value] ?? 0), 0),
  );
  const place = (at: number, value: number | undefined): void => {
    const { counts, size } = groups[at] as CountedGroup;
    const split = mostDesiring(wanted, sizes, value, rng);
    splitOf[at] = split;
    sizes[split] = (sizes[split] ?? 0) - size;
    const ofSplit = wanted[split] ?? [];
    for (const [column, count] of counts.entries()) {
      ofSplit[column] = (ofSplit[column] ?? 0) - count;
      left[column] = (left[column] ?? 0) - count;
    }
  };
  for (let value = rarest(left); value !== undefined; value = rarest(left)) {
    const column = value;
    const countOf = (at: number): number => groups[at]?.counts[column] ?? 0;
    const own = drawn.filter((at) => splitOf[at] === -1 && countOf(at) > 0);
    for (const at of own.sort((a, b) => countOf(b) - countOf(a))) place(at, column);
  }
  for (const at of drawn) if (splitOf[at] === -1) place(at, undefined);
  return splitOf;
}

/** The value that fewest of the claims left have; `undefined` where they have none. */
function rarest(left: readonly number[]): number | undefined {
  let found: number | undefined;
  for (const [value, count] of left.entries()) {
    if (count > 0 && (found === undefined || count < (left[found] ?? 0))) found = value;
  }
  return found;
}

function mostDesiring(
  wanted: readonly (readonly number[])[],
  sizes: readonly number[],
  value: number | undefined,
  rng: Rng,
): number {
  let best = [...sizes.keys()];
  const keepMost = (desireOf: (split: number) => number): void => {
    const most = Math.max(...best.map(desireOf));
    best = best.filter((split) => desireOf(split) >= most - tie);
  };
  if (value !== undefined) keepMost((split) => wanted[split]?.[value] ?? 0);
  if (best.length > 1) keepMost((split) => sizes[split] ?? 0);
  return (best.length > 1 ? best[Math.floor(rng() * best.length)] : best[0]) ?? 0;
}
