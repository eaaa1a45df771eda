import type { Weighting } from '../weighting/weighting.ts';
import { firstFrom } from './first-from.ts';
import { manyTimes, maxLength, type TextIndex } from './text-index.ts';

/** The length from which on it is looked up. */
export const longLength = 255;

/** How counts are weighed in documents of some lengths. */
export class CountSaturation {
  /** By length of a document: what is added to a count; `undefined`: the logarithm is taken. */
  readonly norms: Float64Array | undefined;
  /** By count below {@link manyTimes}: ln(1 + count). */
  readonly logarithms: Float64Array;

  /** @param words sum of the lengths */
  constructor(lengths: Uint32Array, words: number, { normOf }: Weighting) {
    this.norms = normOf === undefined ? undefined : normsOf(lengths, words, normOf);
    this.logarithms = Float64Array.from({ length: manyTimes }, (_, count) => Math.log1p(count));
  }

  /** Of a count in a document of a length, which is that of one of the documents. */
  ofCount(count: number, length: number): number {
    if (this.norms === undefined) return this.logarithms[count] ?? Math.log1p(count);
    return count / (count + (this.norms[length] as number));
  }
}

/** How the counts of an index are weighed: what a search computes for each posting it looks at. One object with what it inherits: two would be slower by a tenth. */
export class Saturation extends CountSaturation {
  readonly #index: TextIndex;
  /** By document: its length, or {@link longLength}. A quarter of the column, so that of a million documents all are in the processor's nearer memory. */
  readonly shortLengths: Uint8Array;

  constructor(index: TextIndex, weighting: Weighting) {
    super(index.columns.lengths, index.words, weighting);
    this.#index = index;
    this.shortLengths = shortened(index.columns.lengths);
  }

  /** Of a posting. */
  of(posting: number): number {
    const { counts, documents, lengths } = this.#index.columns;
    let count = counts[posting] as number;
    if (count === manyTimes) count = countOfMany(this.#index, posting);
    // The length is not looked up in vain.
    if (this.norms === undefined) return this.ofCount(count, 0);
    const document = documents[posting] as number;
    const short = this.shortLengths[document] as number;
    const length = short === longLength ? (lengths[document] as number) : short;
    return this.ofCount(count, length);
  }

  /** The greatest of the postings from one to before another; 0 of none. */
  peak(from: number, to: number): number {
    let peak = 0;
    for (let posting = from; posting < to; posting++) {
      const value = this.of(posting);
      if (value > peak) peak = value;
    }
    return peak;
  }
}

/** The count of a posting that has {@link manyTimes} in its column. */
export function countOfMany({ columns: { manyPostings, manyCounts } }: TextIndex, posting: number): number {
  return manyCounts[firstFrom(manyPostings, 0, manyPostings.length, posting)] ?? manyTimes;
}

function shortened(lengths: Uint32Array): Uint8Array {
  const short = new Uint8Array(lengths.length);
  for (let document = 0; document < lengths.length; document++)
    short[document] = Math.min(lengths[document] as number, longLength);
  return short;
}

function normsOf(
  lengths: Uint32Array,
  words: number,
  normOf: (length: number, mean: number) => number,
): Float64Array {
  let longest = 0;
  for (let document = 0; document < lengths.length; document++)
    longest = Math.max(longest, lengths[document] as number);
  const mean = words / lengths.length;
  // A file may say anything.
  const norms = new Float64Array(Math.min(longest, maxLength) + 1);
  for (let length = 0; length < norms.length; length++) norms[length] = normOf(length, mean);
  return norms;
}
