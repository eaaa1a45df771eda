import { sum } from '../stats/sum.ts';
import { hashText } from '../text/hash.ts';
import { createRng } from '../text/rng.ts';
import { stratifyIteratively } from './stratify-iteratively.ts';

/** Claims that go to a split together. */
export interface Group {
  /** Tells the group from all others, and does not depend on the order of the claims. */
  readonly key: string;
  /** Claims by the values that splits are to have in equal shares, such as labels. */
  readonly counts: readonly number[];
  /** Number of claims; the sum of `counts` where absent. */
  readonly size?: number;
}

/** What is to be reached, and what is there before. */
export interface Targets {
  /** Share of the claims by split, above 0. */
  readonly ratios: readonly number[];
  /** Claims that are in the splits already, by split and value. */
  readonly fixed: readonly (readonly number[])[];
  /** The same in all, by split; the sums of `fixed` where absent. */
  readonly fixedSizes?: readonly number[];
  /** How much each value counts; 1 where absent. */
  readonly weights?: readonly number[];
  /** By what the groups are placed at first; greedily where absent. */
  readonly start?: 'greedy' | 'iterative';
  readonly seed: number;
}

/** Groups with the same counts: which of them goes where makes no difference to the counts. */
interface GroupType {
  /** Claims by value, and behind these their number. */
  readonly counts: readonly number[];
  readonly size: number;
  readonly keys: string[];
  /** How many of the groups are in each split. */
  readonly placed: number[];
}

/** Smaller gains are rounding, and would let two changes undo each other for ever. */
const minGain = 1e-6;
/** Changes that are tried before the search settles for what it has, times the values that are looked at for each. */
const maxLooks = 6_000_000;
/** Looks of a change at the least, however few the values. */
const minLooks = 3;
/** How often the search starts again from a disturbed result; more often where there are more values to be even. */
const restartsOf = { greedy: 30, iterative: 100 } as const;

/**
 * The split (its position in `ratios`) of every group by key, so that sizes and labels of the splits come near the ratios.
 *
 * What is made small is the distance Σ (claims − wanted)² / wanted, over the splits and over their values, where
 * `wanted` is ratio × all claims (of the value); but before that, no split is left empty that a group could fill.
 * Largest groups first, each to the split where the distance grows least, or by iterative stratification; then groups are
 * moved and exchanged between splits while that helps, and again from disturbed results.
 * Which of the groups with equal counts goes where is drawn by the seed. Neither the order of `groups` nor that of
 * the claims matters.
 */
export function allocateGroups(groups: readonly Group[], targets: Targets): Map<string, number> {
  const { ratios, seed, start = 'greedy' } = targets;
  const types = groupTypes(groups, ratios.length);
  // Behind the counts by value stands the number of claims, which is one more of what is to be even.
  const fixed = targets.fixed.map((counts, split) => [...counts, targets.fixedSizes?.[split] ?? sum(counts)]);
  const now = fixed.map((counts) => [...counts]);
  const maxTrials = Math.floor(maxLooks / Math.max(minLooks, (fixed[0]?.length ?? 1) - 1));
  const distanceOf = createDistance(types, fixed, targets);
  // Added only once all groups are placed: from the start, it would send the largest groups to the smallest splits.
  let costOfEmpty = 0;
  const shift = (type: GroupType, split: number, by: 1 | -1): void => {
    type.placed[split] = (type.placed[split] as number) + by;
    addCounts(now[split] as number[], type.counts, by);
  };

  if (start === 'iterative') startIteratively();
  else {
    for (const type of types) {
      for (let count = type.keys.length; count > 0; count--) shift(type, bestSplit(type), 1);
    }
  }
  const claims = sum(now.map((counts) => counts.at(-1) ?? 0));
  // More than any two distances can differ by.
  costOfEmpty = (2 * claims) / Math.min(...ratios);
  let trials = 0;
  improve();
  const rng = createRng(seed);
  let best = { distance: total(), placed: types.map(({ placed }) => [...placed]) };
  for (let round = 0; round < restartsOf[start] && trials < maxTrials && types.length > 0; round++) {
    for (let kick = 0; kick < 3; kick++) {
      const type = types[Math.floor(rng() * types.length)] as GroupType;
      const from = pickSplit(type, Math.floor(rng() * type.keys.length));
      const to = Math.floor(rng() * ratios.length);
      shift(type, from, -1);
      shift(type, to, 1);
    }
    improve();
    const distance = total();
    if (distance < best.distance - minGain) {
      best = { distance, placed: types.map(({ placed }) => [...placed]) };
    } else {
      restore(best.placed);
    }
  }
  return deal(types, best.placed, seed);

  /** The cost of one split, were it given `more` and relieved of `less`. */
  function distanceWith(split: number, more?: GroupType, less?: GroupType): number {
    const { distance, size } = distanceOf(split, now[split] as number[], more?.counts, less?.counts);
    return size === 0 ? distance + costOfEmpty : distance;
  }

  function startIteratively(): void {
    const dealt = types.flatMap((type) => type.keys.map(() => type));
    const totals = totalsOf(types, fixed);
    const desired = fixed.map((counts, split) =>
      counts.map((count, column) => (ratios[split] ?? 0) * (totals[column] ?? 0) - count),
    );
    const splits = stratifyIteratively(
      dealt.map(({ counts, size }) => ({ counts: counts.slice(0, -1), size })),
      {
        counts: desired.map((counts) => counts.slice(0, -1)),
        sizes: desired.map((counts) => counts.at(-1) ?? 0),
      },
      createRng(seed),
    );
    for (const [at, type] of dealt.entries()) shift(type, splits[at] ?? 0, 1);
  }

  function total(): number {
    return sum(now.map((_, split) => distanceWith(split)));
  }

  function bestSplit(type: GroupType): number {
    let found = 0;
    let least = Number.POSITIVE_INFINITY;
    for (const split of ratios.keys()) {
      const growth = distanceWith(split, type) - distanceWith(split);
      if (growth < least - minGain) {
        found = split;
        least = growth;
      }
    }
    return found;
  }

  /** Moves and exchanges groups while one of that lowers the distance. */
  function improve(): void {
    for (let changed = true; changed && trials < maxTrials; ) {
      changed = false;
      for (const [which, type] of types.entries()) {
        for (const from of ratios.keys()) {
          if (type.placed[from] === 0) continue;
          for (const to of ratios.keys()) {
            if (from === to || type.placed[from] === 0 || trials >= maxTrials) continue;
            changed = tryChange(which, type, from, to) || changed;
          }
        }
      }
    }
  }

  /** Moves a group, or exchanges it for a smaller or equal one of `to`, if that lowers the distance. */
  function tryChange(which: number, type: GroupType, from: number, to: number): boolean {
    const before = distanceWith(from) + distanceWith(to);
    trials += 1;
    if (distanceWith(from, undefined, type) + distanceWith(to, type) < before - minGain) {
      shift(type, from, -1);
      shift(type, to, 1);
      return true;
    }
    for (let next = which + 1; next < types.length && trials < maxTrials; next++) {
      const other = types[next] as GroupType;
      if (other.placed[to] === 0) continue;
      trials += 1;
      if (distanceWith(from, other, type) + distanceWith(to, type, other) < before - minGain) {
        shift(type, from, -1);
        shift(type, to, 1);
        shift(other, to, -1);
        shift(other, from, 1);
        return true;
      }
    }
    return false;
  }

  function restore(placed: readonly (readonly number[])[]): void {
    for (const [which, type] of types.entries()) {
      for (const split of ratios.keys()) {
        const wanted = placed[which]?.[split] ?? 0;
        const missing = wanted - (type.placed[split] as number);
        if (missing === 0) continue;
        addCounts(now[split] as number[], type.counts, missing);
        type.placed[split] = wanted;
      }
    }
  }
}

/** The split of the `nth` group of a type (0-based), counting through the splits. */
function pickSplit(type: GroupType, nth: number): number {
  let left = nth;
  for (const [split, count] of type.placed.entries()) {
    if (left < count) return split;
    left -= count;
  }
  return 0;
}

/** The groups by type, largest first. */
function groupTypes(groups: readonly Group[], splits: number): GroupType[] {
  const types = new Map<string, GroupType>();
  for (const { key, counts, size = sum(counts) } of groups) {
    const name = `${counts.join(',')} ${size}`;
    const type = types.get(name) ?? {
      counts: [...counts, size],
      size,
      keys: [],
      placed: Array.from({ length: splits }, () => 0),
    };
    type.keys.push(key);
    types.set(name, type);
  }
  return [...types.values()].sort((a, b) => b.size - a.size || compareCounts(b.counts, a.counts));
}

/** Claims of all groups and those that are there before, by value and in all. */
function totalsOf(types: readonly GroupType[], fixed: readonly (readonly number[])[]): number[] {
  const totals = (fixed[0] ?? []).map((_, column) => sum(fixed.map((counts) => counts[column] ?? 0)));
  for (const { counts, keys } of types) addCounts(totals, counts, keys.length);
  return totals;
}

/** The size of a split and its distance from what it should hold, with counts added and taken away. */
function createDistance(
  types: readonly GroupType[],
  fixed: readonly (readonly number[])[],
  { ratios, weights = [] }: Targets,
) {
  const totals = totalsOf(types, fixed);
  return (split: number, counts: readonly number[], more?: readonly number[], less?: readonly number[]) => {
    const ratio = ratios[split] as number;
    let distance = 0;
    let size = 0;
    for (const [column, count] of counts.entries()) {
      size = count + (more?.[column] ?? 0) - (less?.[column] ?? 0);
      const wanted = ratio * (totals[column] as number);
      if (wanted > 0) distance += ((weights[column] ?? 1) * (size - wanted) ** 2) / wanted;
    }
    return { size, distance };
  };
}

/** The split of every group: those of a type are shuffled by the seed and dealt to the splits. */
function deal(types: readonly GroupType[], placed: readonly (readonly number[])[], seed: number) {
  const splits = new Map<string, number>();
  for (const [which, { keys }] of types.entries()) {
    const shuffled = keys
      .map((key) => ({ key, draw: createRng(hashText(key, seed))() }))
      .sort((a, b) => a.draw - b.draw || (a.key < b.key ? -1 : 1));
    let next = 0;
    for (const [split, count] of (placed[which] ?? []).entries()) {
      for (const { key } of shuffled.slice(next, next + count)) splits.set(key, split);
      next += count;
    }
  }
  return splits;
}

function addCounts(sums: number[], counts: readonly number[], times: number): void {
  for (const [at, count] of counts.entries()) sums[at] = (sums[at] ?? 0) + times * count;
}

function compareCounts(a: readonly number[], b: readonly number[]): number {
  for (const [at, count] of a.entries()) if (count !== b[at]) return count - (b[at] ?? 0);
  return 0;
}
