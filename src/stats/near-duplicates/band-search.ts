import { createRng } from '../../text/rng.ts';
import { type Bands, checkBands, defaultBands } from './bands.ts';
import type { CandidateSearch, SearchOptions } from './candidate-search.ts';
import type { RankedSets } from './ranked-sets.ts';
import { leastSize, mostSize, similarityOf, sizesOf } from './similarity.ts';

/** How signatures are made and compared. */
export interface MinHash extends Partial<Bands> {
  /** Same seed, same pairs; 0 by default. */
  readonly seed?: number;
}

/**
 * The search that only looks at texts of which a band of the signature is equal: MinHash with locality-sensitive hashing. It holds 12 to
 * 16 bytes a text and band.
 */
export class BandSearch implements CandidateSearch {
  readonly #sets: RankedSets;
  readonly #options: SearchOptions;
  readonly #bands: number;
  readonly #rows: number;
  readonly #sizes: Int32Array;
  readonly #factors: Int32Array;
  readonly #masks: Int32Array;
  /** Of the text in hand. */
  readonly #signature: Int32Array;
  /** By band and text: the hash of the band, and the text before in the same bucket, plus one. */
  readonly #hashes: Int32Array;
  readonly #previous: Int32Array;
  /** By band and bucket: the last text, plus one. */
  readonly #last: Int32Array;
  readonly #buckets: number;
  /** For each earlier text the last one that it was met with, plus one. */
  readonly #met: Int32Array;

  constructor(sets: RankedSets, options: SearchOptions, { seed = 0, ...shape }: MinHash) {
    const { bands, rows } = { ...defaultBands, ...shape };
    checkBands({ bands, rows });
    const count = sets.starts.length - 1;
    const rng = createRng(seed);
    const draw = (): number => Math.floor(rng() * 4294967296) | 0;
    this.#sets = sets;
    this.#options = options;
    this.#bands = bands;
    this.#rows = rows;
    this.#sizes = sizesOf(sets);
    this.#factors = Int32Array.from({ length: bands * rows }, () => draw() | 1);
    this.#masks = Int32Array.from({ length: bands * rows }, draw);
    this.#signature = new Int32Array(bands * rows);
    this.#hashes = new Int32Array(bands * count);
    this.#previous = new Int32Array(bands * count);
    this.#buckets = 2 ** Math.ceil(Math.log2(Math.max(2, count)));
    this.#last = new Int32Array(bands * this.#buckets);
    this.#met = new Int32Array(count);
  }

  candidatesOf(b: number): readonly number[] {
    const { threshold, isWanted, maxPairs } = this.#options;
    const count = this.#sizes.length;
    const size = this.#sizes[b] as number;
    const [smallest, largest] = [leastSize(threshold, size), mostSize(threshold, size)];
    const candidates: number[] = [];
    this.#sign(b);
    for (let band = 0; band < this.#bands; band++) {
      const hash = this.#hashOf(band);
      const bucket = band * this.#buckets + (hash & (this.#buckets - 1));
      const row = band * count;
      for (let a = (this.#last[bucket] as number) - 1; a >= 0; a = (this.#previous[row + a] as number) - 1) {
        if (this.#hashes[row + a] !== hash || this.#met[a] === b + 1) continue;
        if (candidates.length >= maxPairs) break;
        this.#met[a] = b + 1;
        const other = this.#sizes[a] as number;
        if (other < smallest || other > largest || !isWanted(a, b)) continue;
        // Compared at once, for the search may end here.
        const isLimited = maxPairs !== Number.POSITIVE_INFINITY;
        if (isLimited && similarityOf(this.#sets, a, b, threshold) < threshold) continue;
        candidates.push(a);
      }
      this.#hashes[row + b] = hash;
      this.#previous[row + b] = this.#last[bucket] as number;
      this.#last[bucket] = b + 1;
    }
    return candidates.sort((one, other) => one - other);
  }

  /** Writes the least hash of the text's runs under each of the hash functions. */
  #sign(text: number): void {
    const { ranks, starts } = this.#sets;
    const signature = this.#signature.fill(0x7fffffff);
    const factors = this.#factors;
    const masks = this.#masks;
    const end = starts[text + 1] as number;
    for (let at = starts[text] as number; at < end; at++) {
      const spread = Math.imul((ranks[at] as number) + 1, 0x9e3779b1);
      const run = spread ^ (spread >>> 15);
      for (let which = 0; which < signature.length; which++) {
        const product = Math.imul(run ^ (masks[which] as number), factors[which] as number);
        const hash = product ^ (product >>> 15);
        if (hash < (signature[which] as number)) signature[which] = hash;
      }
    }
  }

  /** The hash of a band of the signature. */
  #hashOf(band: number): number {
    let hash = 0;
    for (let which = band * this.#rows; which < (band + 1) * this.#rows; which++) {
      hash = Math.imul(hash ^ (this.#signature[which] as number), 0x85ebca6b);
      hash ^= hash >>> 13;
    }
    return hash;
  }
}
