/** That an item of one list may stand for an item of another; positions are 0-based. */
export interface WeightedPair {
  readonly from: number;
  readonly to: number;
  /** Above 0. */
  readonly weight: number;
}

/**
 * Of pairs those with the greatest sum of weights that rise on both sides: no item twice, and none across another. Of equally heavy
 * chains always the same one. Takes time in proportion to the pairs, and the logarithm of the length of the second list.
 */
export function heaviestChain(pairs: readonly WeightedPair[]): WeightedPair[] {
  // Pairs of one item come with falling positions, so that none of them can follow another.
  const ordered = [...pairs].sort((a, b) => a.from - b.from || b.to - a.to);
  const size = ordered.reduce((most, { to }) => Math.max(most, to + 1), 0);
  const best = new BestBelow(size);
  const sums: number[] = [];
  const before: number[] = [];
  let last = -1;
  for (const [at, { to, weight }] of ordered.entries()) {
    const earlier = best.below(to);
    const sum = weight + (earlier < 0 ? 0 : (sums[earlier] as number));
    sums.push(sum);
    before.push(earlier);
    best.put(to, at, sums);
    if (last < 0 || sum > (sums[last] as number)) last = at;
  }
  const chain: WeightedPair[] = [];
  for (let at = last; at >= 0; at = before[at] as number) chain.push(ordered[at] as WeightedPair);
  return chain.reverse();
}

/** The heaviest chain that ends below a position: a Fenwick tree of maxima. */
class BestBelow {
  readonly #nodes: Int32Array;

  constructor(size: number) {
    this.#nodes = new Int32Array(size + 1).fill(-1);
  }

  /** -1 where there is none. */
  below(position: number): number {
    let found = -1;
    for (let at = position; at > 0; at -= at & -at) found = this.#better(this.#nodes[at] as number, found);
    return found;
  }

  put(position: number, chain: number, sums: readonly number[]): void {
    this.#sums = sums;
    for (let at = position + 1; at < this.#nodes.length; at += at & -at) {
      this.#nodes[at] = this.#better(this.#nodes[at] as number, chain);
    }
  }

  #sums: readonly number[] = [];

  #better(one: number, other: number): number {
    if (one < 0 || other < 0) return Math.max(one, other);
    const difference = (this.#sums[one] as number) - (this.#sums[other] as number);
    return difference > 0 || (difference === 0 && one < other) ? one : other;
  }
}
