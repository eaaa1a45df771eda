import { CountSaturation } from '../../retrieve/index/saturation.ts';
import { type IndexSettings, manyTimes } from '../../retrieve/index/text-index.ts';
import { TextIndexBuilder } from '../../retrieve/index/text-index-builder.ts';
import type { indexPlan } from '../../retrieve/index-file/column-plans.ts';
import { bytesIn } from '../../retrieve/index-file/columns.ts';
import { weightingOf } from '../../retrieve/weighting/weighting-of.ts';
import type { ColumnSources } from './index-writer.ts';
import { SpilledColumn } from './spilled-column.ts';
import { SpilledPostings, type TermPostings } from './spilled-postings.ts';

/** What an index is made with. */
export interface SpillSettings {
  readonly settings: IndexSettings;
  /** Postings that are held in memory; 4 million by default. */
  readonly postingsInMemory?: number;
}

/** Postings of an index that are held in memory: about 80 MB. */
const defaultPostingsInMemory = 1 << 22;

/** An index that is made of documents one by one, most of which is put aside in files. In memory are its words, and four bytes for each document. */
export class IndexSpill {
  readonly #settings: IndexSettings;
  readonly #postingsInMemory: number;
  readonly #builder: TextIndexBuilder;
  readonly #postings: SpilledPostings;
  readonly #counts: SpilledColumn;

  /** @param folder One that is removed with all that is in it. */
  constructor(
    folder: string,
    name: string,
    { settings, postingsInMemory = defaultPostingsInMemory }: SpillSettings,
  ) {
    this.#settings = settings;
    this.#postingsInMemory = postingsInMemory;
    this.#builder = new TextIndexBuilder(settings);
    this.#postings = new SpilledPostings(folder, name);
    this.#counts = new SpilledColumn(folder, `${name}.all-counts`, 'u8');
  }

  /** Number of documents. */
  get size(): number {
    return this.#builder.size;
  }

  /** Sum of their lengths. */
  get words(): number {
    return this.#builder.words;
  }

  /** As that of `TextIndexBuilder`. */
  add(fields: Parameters<TextIndexBuilder['add']>[0]): number {
    const document = this.#builder.add(fields);
    if (this.#builder.postings >= this.#postingsInMemory) this.#postings.add(this.#builder.takePostings());
    return document;
  }

  /** The columns of all documents, which are the last. Each can be asked for once, in the order of the plan. */
  columns(): ColumnSources<typeof indexPlan> {
    this.#postings.add(this.#builder.takePostings());
    const { terms, termNumbers, words, wordTerms } = this.#builder.vocabulary();
    const lengths = this.#builder.lengths();
    const offsets = this.#postings.offsets(termNumbers.length);
    const peaks = new Float64Array(termNumbers.length);
    const peakOf = createPeakFinder(lengths, this.#builder.words, this.#settings);
    const manyPostings: number[] = [];
    const manyCounts: number[] = [];
    const postings = this.#postings;
    const counts = this.#counts;
    /** What else is to be known of postings is found on the way, as they are all read only once. */
    function* documents(): Generator<Uint8Array> {
      for (const found of postings.byTerm()) {
        peaks[found.term] = peakOf(found);
        const first = offsets[found.term] as number;
        for (let at = 0; at < found.length; at++) {
          const count = found.counts[at] as number;
          counts.push(Math.min(count, manyTimes));
          if (count < manyTimes) continue;
          manyPostings.push(first + at);
          manyCounts.push(count);
        }
        yield bytesIn(found.documents.subarray(0, found.length));
      }
    }
    return {
      lengths: () => [bytesIn(lengths)],
      offsets: () => [bytesIn(offsets)],
      documents,
      counts: () => counts.pieces(),
      manyPostings: () => [bytesIn(Uint32Array.from(manyPostings))],
      manyCounts: () => [bytesIn(Uint32Array.from(manyCounts))],
      peaks: () => [bytesIn(peaks)],
      termBytes: () => [terms.bytes],
      termOffsets: () => [bytesIn(terms.offsets)],
      termNumbers: () => [bytesIn(termNumbers)],
      wordBytes: () => [words.bytes],
      wordOffsets: () => [bytesIn(words.offsets)],
      wordTerms: () => [bytesIn(wordTerms)],
    };
  }

  close(): void {
    this.#postings.close();
    this.#counts.close();
  }
}

/** Finds the greatest saturation of a term, as `peaksOf` does of an index that is whole. */
function createPeakFinder(
  lengths: Uint32Array,
  words: number,
  { weighting }: IndexSettings,
): (postings: TermPostings) => number {
  const saturation = new CountSaturation(lengths, words, weightingOf(weighting));
  return ({ documents, counts, length }) => {
    let peak = 0;
    for (let at = 0; at < length; at++) {
      const value = saturation.ofCount(counts[at] as number, lengths[documents[at] as number] as number);
      if (value > peak) peak = value;
    }
    return peak;
  };
}
