import type { CandidateSearch, SearchOptions } from './candidate-search.ts';
import { PrefixIndex } from './prefix-index.ts';
import type { RankedSets } from './ranked-sets.ts';
import { leastShared, leastSize, mostSize, similarityOf, sizesOf } from './similarity.ts';

/** Stands for a number of shared runs that cannot become enough. */
const hopeless = -1;

/** The search that leaves out no text that is similar: PPJoin. */
export class PrefixSearch implements CandidateSearch {
  readonly #sets: RankedSets;
  readonly #options: SearchOptions;
  readonly #sizes: Int32Array;
  /**
   * How many of a text's rarest runs are looked at: a set that is similar has one of these among its own. The smaller of two such sets
   * has one even among the fewer of `#shortPrefixes`.
   */
  readonly #prefixes: Int32Array;
  readonly #shortPrefixes: Int32Array;
  /** The earlier texts, by the runs of their short prefixes and by the further ones of their prefixes. */
  readonly #short: PrefixIndex;
  readonly #further: PrefixIndex;
  /** For each earlier text the last one that it was met with, plus one, and how many runs they share so far, or `hopeless`. */
  readonly #met: Int32Array;
  #candidates: number[] = [];
  #isAscending = true;

  constructor(sets: RankedSets, options: SearchOptions) {
    const { threshold } = options;
    const sizes = sizesOf(sets);
    this.#sets = sets;
    this.#options = options;
    this.#sizes = sizes;
    this.#prefixes = sizes.map((size) => (size === 0 ? 0 : size - leastSize(threshold, size) + 1));
    this.#shortPrefixes = sizes.map((size) =>
      size === 0 ? 0 : size - leastShared(threshold, size, size) + 1,
    );
    this.#short = new PrefixIndex(sets, new Int32Array(sizes.length), this.#shortPrefixes);
    this.#further = new PrefixIndex(sets, this.#shortPrefixes, this.#prefixes);
    this.#met = new Int32Array(sizes.length * 2);
  }

  candidatesOf(b: number): readonly number[] {
    const { threshold } = this.#options;
    const { ranks, starts, holders } = this.#sets;
    const start = starts[b] as number;
    const size = this.#sizes[b] as number;
    const prefix = this.#prefixes[b] as number;
    const shortPrefix = this.#shortPrefixes[b] as number;
    const [smallest, largest] = [leastSize(threshold, size), mostSize(threshold, size)];
    this.#candidates = [];
    this.#isAscending = true;
    for (let at = 0; at < prefix; at++) {
      const rank = ranks[start + at] as number;
      if (holders[rank] === 1) continue;
      if (at < shortPrefix) {
        this.#meet(b, at, this.#short, rank, smallest, largest);
        this.#meet(b, at, this.#further, rank, size + 1, largest);
        this.#short.add(rank, b, at);
      } else {
        this.#meet(b, at, this.#short, rank, smallest, size);
        this.#further.add(rank, b, at);
      }
    }
    return this.#isAscending ? this.#candidates : this.#candidates.sort((one, other) => one - other);
  }

  /** Goes through the earlier texts of an index that have the run at the position `at` of `b`, from one size to another. */
  #meet(b: number, at: number, index: PrefixIndex, rank: number, smallest: number, largest: number): void {
    const { threshold, isWanted, maxPairs } = this.#options;
    const { texts, positions } = index;
    const sizes = this.#sizes;
    const met = this.#met;
    const size = sizes[b] as number;
    const end = index.ends[rank] as number;
    for (let which = index.starts[rank] as number; which < end; which++) {
      const a = texts[which] as number;
      const other = sizes[a] as number;
      if (other < smallest || other > largest) continue;
      const before = met[2 * a] === b + 1 ? (met[2 * a + 1] as number) : 0;
      if (before === hopeless) continue;
      const rest = Math.min(size - at, other - (positions[which] as number));
      const isPossible =
        before + rest >= leastShared(threshold, size, other) && (before > 0 || isWanted(a, b));
      met[2 * a] = b + 1;
      met[2 * a + 1] = isPossible ? before + 1 : hopeless;
      if (!isPossible || before > 0) continue;
      if (maxPairs !== Number.POSITIVE_INFINITY) {
        // Compared at once, for the search may end here.
        if (this.#candidates.length >= maxPairs) return;
        met[2 * a + 1] = hopeless;
        if (similarityOf(this.#sets, a, b, threshold) < threshold) continue;
      }
      this.#add(a);
    }
  }

  #add(a: number): void {
    const last = this.#candidates.length - 1;
    if (last >= 0 && (this.#candidates[last] as number) > a) this.#isAscending = false;
    this.#candidates.push(a);
  }
}
