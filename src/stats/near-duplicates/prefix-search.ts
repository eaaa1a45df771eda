import type { CandidateSearch, SearchOptions } from './candidate-search.ts';
import { entryInts, PrefixIndex } from './prefix-index.ts';
import type { RankedSets } from './ranked-sets.ts';
import { leastShared, leastSize, mostSize, similarityOf, sizesOf } from './similarity.ts';
import { bitCount, type Sketch, sketchInto } from './sketch.ts';

/** Stands for a number of shared runs that cannot become enough. */
const hopeless = -1;

/**
 * The search that leaves out no text that is similar: PPJoin, which first asks the sketches of two sets whether they can share enough.
 *
 * @see Sandes, Teodoro, Melo (2020), Bitmap filter: speeding up exact set similarity joins with bitwise operations.
 */
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
  readonly #mostRuns: number;
  /** Of the text in hand: how many runs another must share with it, by how much larger that is than the smallest that can be similar. */
  #needed = new Int32Array(64);
  #smallest = 0;
  readonly #sketch: Sketch = { high: 0, low: 0 };
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
    this.#mostRuns = sizes.reduce((most, size) => Math.max(most, size), 0);
  }

  candidatesOf(b: number): readonly number[] {
    const { threshold } = this.#options;
    const { ranks, starts, holders } = this.#sets;
    const start = starts[b] as number;
    const size = this.#sizes[b] as number;
    const prefix = this.#prefixes[b] as number;
    const shortPrefix = this.#shortPrefixes[b] as number;
    const smallest = leastSize(threshold, size);
    const largest = Math.min(this.#mostRuns, mostSize(threshold, size));
    this.#prepare(b, smallest, largest);
    for (let at = 0; at < prefix; at++) {
      const rank = ranks[start + at] as number;
      if (holders[rank] === 1) continue;
      if (at < shortPrefix) {
        this.#meet(b, at, this.#short, rank, smallest, largest);
        this.#meet(b, at, this.#further, rank, size + 1, largest);
        this.#short.add(rank, b, size, at, this.#sketch);
      } else {
        this.#meet(b, at, this.#short, rank, smallest, size);
        this.#further.add(rank, b, size, at, this.#sketch);
      }
    }
    return this.#isAscending ? this.#candidates : this.#candidates.sort((one, other) => one - other);
  }

  /** Notes what the texts before `b`, of these sizes, are asked. */
  #prepare(b: number, smallest: number, largest: number): void {
    const { ranks, starts } = this.#sets;
    const size = this.#sizes[b] as number;
    const count = largest - smallest + 1;
    if (count > this.#needed.length) this.#needed = new Int32Array(count * 2);
    for (let which = 0; which < count; which++)
      this.#needed[which] = leastShared(this.#options.threshold, size, smallest + which);
    this.#smallest = smallest;
    sketchInto(ranks, starts[b] as number, starts[b + 1] as number, this.#sketch);
    this.#candidates = [];
    this.#isAscending = true;
  }

  /** Goes through the earlier texts of an index that have the run at the position `at` of `b`, from one size to another. */
  #meet(b: number, at: number, index: PrefixIndex, rank: number, smallest: number, largest: number): void {
    const { isWanted, maxPairs } = this.#options;
    const { entries } = index;
    const met = this.#met;
    const needed = this.#needed;
    const first = this.#smallest;
    const { high, low } = this.#sketch;
    const size = this.#sizes[b] as number;
    const end = (index.ends[rank] as number) * entryInts;
    for (let entry = (index.starts[rank] as number) * entryInts; entry < end; entry += entryInts) {
      const other = entries[entry + 1] as number;
      if (other < smallest || other > largest) continue;
      const shared = needed[other - first] as number;
      const different =
        bitCount((entries[entry + 3] as number) ^ high) + bitCount((entries[entry + 4] as number) ^ low);
      if (different > size + other - 2 * shared) continue;
      const a = entries[entry] as number;
      const before = met[2 * a] === b + 1 ? (met[2 * a + 1] as number) : 0;
      if (before === hopeless) continue;
      const rest = Math.min(size - at, other - (entries[entry + 2] as number));
      const isPossible = before + rest >= shared && (before > 0 || isWanted(a, b));
      met[2 * a] = b + 1;
      met[2 * a + 1] = isPossible ? before + 1 : hopeless;
      if (!isPossible || before > 0) continue;
      if (maxPairs !== Number.POSITIVE_INFINITY) {
        // Compared at once, for the search may end here.
        if (this.#candidates.length >= maxPairs) return;
        met[2 * a + 1] = hopeless;
        if (similarityOf(this.#sets, a, b, this.#options.threshold) < this.#options.threshold) continue;
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
