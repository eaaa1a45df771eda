import { UsageError } from '../../errors.ts';
import { createRng } from '../../text/rng.ts';
import { shuffle } from '../../text/shuffle.ts';

/** How items are dealt to folds. */
export interface FoldOptions {
  /** Number of folds, from 2 on. */
  readonly folds: number;
  /** Shuffles the groups first, so that those that are as skewed as each other change places; absent, they stay in order. */
  readonly seed?: number | undefined;
}

/** What two scores may be apart and still count as equal: NumPy's `isclose`. */
const [relative, absolute] = [1e-5, 1e-8];

/**
 * The fold of each item, from 0 on: all items of a group are in one fold, and the folds have nearly the same shares of the classes.
 *
 * Groups go in descending order of the standard deviation of their class counts (of equal ones the lower group first), each to the fold
 * that leaves the folds most alike: where the mean over classes of the standard deviation, across folds, of the fold's part of the class
 * is least, and of nearly equal ones to that with fewer items. The same folds as scikit-learn's `StratifiedGroupKFold` without
 * `shuffle`. Where there are fewer groups than folds, some folds are empty. Time: groups × classes × folds².
 *
 * The seed shuffles the order of the groups, not the items: scikit-learn's `shuffle` parted items from their groups before version 1.8.
 *
 * @param classes of each item, whole numbers from 0 on
 * @param groups of each item, whole numbers
 * @throws UsageError for fewer than two folds
 */
export function stratifiedGroupFolds(
  classes: ArrayLike<number>,
  groups: ArrayLike<number>,
  { folds, seed }: FoldOptions,
): Int32Array {
  if (!Number.isInteger(folds) || folds < 2)
    throw new UsageError(`There cannot be ${folds} folds. Give a whole number from 2 on, such as 5.`);
  const columns = columnsOf(classes);
  const counts = countByGroup(classes, groups, columns);
  const totals = new Float64Array(columns.size);
  for (const own of counts.values()) addTo(totals, own);
  const inFolds = Array.from({ length: folds }, () => new Float64Array(columns.size));
  const foldOf = new Map<number, number>();
  for (const [group, own] of inOrder(counts, seed)) {
    const fold = bestFold(inFolds, own, totals);
    foldOf.set(group, fold);
    addTo(inFolds[fold] as Float64Array, own);
  }
  return Int32Array.from(
    { length: classes.length },
    (_, item) => foldOf.get(groups[item] as number) as number,
  );
}

/** A place for each class that some item has, in their order: the share of a class that nobody has is not a number. */
function columnsOf(classes: ArrayLike<number>): ReadonlyMap<number, number> {
  const known = [...new Set(Array.from(classes))].sort((a, b) => a - b);
  return new Map(known.map((one, column) => [one, column]));
}

function countByGroup(
  classes: ArrayLike<number>,
  groups: ArrayLike<number>,
  columns: ReadonlyMap<number, number>,
): Map<number, Float64Array> {
  const byGroup = new Map<number, Float64Array>();
  for (let item = 0; item < classes.length; item++) {
    const group = groups[item] as number;
    let counts = byGroup.get(group);
    if (counts === undefined) {
      counts = new Float64Array(columns.size);
      byGroup.set(group, counts);
    }
    const column = columns.get(classes[item] as number) as number;
    counts[column] = (counts[column] as number) + 1;
  }
  return byGroup;
}

/** Groups with their counts, the most skewed first. */
function inOrder(
  counts: ReadonlyMap<number, Float64Array>,
  seed: number | undefined,
): (readonly [group: number, counts: Float64Array])[] {
  const groups = [...counts]
    .sort(([a], [b]) => a - b)
    .map(([group, own]) => ({ group, own, skew: deviationOf(own) }));
  if (seed !== undefined) shuffle(groups, createRng(seed));
  return groups.sort((a, b) => b.skew - a.skew).map(({ group, own }) => [group, own]);
}

function bestFold(inFolds: readonly Float64Array[], own: Float64Array, totals: Float64Array): number {
  let best = 0;
  let leastScore = Number.POSITIVE_INFINITY;
  let fewestItems = Number.POSITIVE_INFINITY;
  const shares = new Float64Array(inFolds.length);
  for (const [fold, counts] of inFolds.entries()) {
    let deviations = 0;
    for (let column = 0; column < totals.length; column++) {
      for (const [other, others] of inFolds.entries()) {
        const count = (others[column] as number) + (other === fold ? (own[column] as number) : 0);
        shares[other] = count / (totals[column] as number);
      }
      deviations += deviationOf(shares);
    }
    const score = deviations / totals.length;
    const items = sumOf(counts);
    const isNear = Math.abs(score - leastScore) <= absolute + relative * leastScore;
    if (score < leastScore || (isNear && items < fewestItems)) {
      best = fold;
      leastScore = score;
      fewestItems = items;
    }
  }
  return best;
}

/** In the order of NumPy's steps, so that scores that are equal there are equal here. */
function deviationOf(numbers: Float64Array): number {
  const mean = sumOf(numbers) / numbers.length;
  let squares = 0;
  for (const number of numbers) squares += (number - mean) * (number - mean);
  return Math.sqrt(squares / numbers.length);
}

function sumOf(numbers: Float64Array): number {
  let sum = 0;
  for (const number of numbers) sum += number;
  return sum;
}

function addTo(sums: Float64Array, more: Float64Array): void {
  for (const [at, count] of more.entries()) sums[at] = (sums[at] as number) + count;
}
