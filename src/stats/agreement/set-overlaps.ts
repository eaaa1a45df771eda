/** Pairs of distinct sets that have a member in common; the same place in the three is one pair. */
export interface SetOverlaps {
  /** Positions of the two sets, the later one first. */
  readonly one: Int32Array;
  readonly other: Int32Array;
  readonly shared: Int32Array;
}

/**
 * How many steps finding the pairs of sets with a member in common takes: over all members the pairs of sets that have it. It is the
 * most pairs that there can be.
 */
export function countOverlapSteps(sets: readonly ReadonlySet<string>[]): number {
  const having = new Map<string, number>();
  for (const set of sets) for (const member of set) having.set(member, (having.get(member) ?? 0) + 1);
  let steps = 0;
  for (const count of having.values()) steps += (count * (count - 1)) / 2;
  return steps;
}

/**
 * The pairs of sets that have a member in common.
 *
 * @param steps what {@link countOverlapSteps} gives for them
 */
export function findOverlaps(sets: readonly ReadonlySet<string>[], steps: number): SetOverlaps {
  const having = new Map<string, number[]>();
  const common = new Int32Array(sets.length);
  const [one, other, shared] = [new Int32Array(steps), new Int32Array(steps), new Int32Array(steps)];
  let pairs = 0;
  for (const [at, set] of sets.entries()) {
    const touched: number[] = [];
    for (const member of set) {
      const earlier = having.get(member);
      if (earlier === undefined) {
        having.set(member, [at]);
        continue;
      }
      for (const before of earlier) {
        if (common[before] === 0) touched.push(before);
        common[before] = (common[before] ?? 0) + 1;
      }
      earlier.push(at);
    }
    for (const before of touched) {
      one[pairs] = at;
      other[pairs] = before;
      shared[pairs] = common[before] ?? 0;
      common[before] = 0;
      pairs += 1;
    }
  }
  return {
    one: one.subarray(0, pairs),
    other: other.subarray(0, pairs),
    shared: shared.subarray(0, pairs),
  };
}
