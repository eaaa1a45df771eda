import type { PostingColumns } from '../../retrieve/index/text-index.ts';
import { bytesIn } from '../../retrieve/index-file/columns.ts';
import { indexTooLarge } from './index-error.ts';
import { ItemReader, RunReader } from './run-reader.ts';
import { SpilledBytes } from './spilled-bytes.ts';

/** The postings of one term in all documents. Only good until the next term is asked for. */
export interface TermPostings {
  readonly term: number;
  readonly length: number;
  /** Ascending; those from `length` on mean nothing. */
  readonly documents: Uint32Array;
  /** How often each document has the term, whatever the number. */
  readonly counts: Uint32Array;
}

/** A run of postings, as it stands in the files. */
interface Run {
  /** Different terms in it. */
  readonly terms: number;
  /** Where its terms and its postings begin, counted in items. */
  readonly firstTerm: number;
  readonly firstPosting: number;
  /** Its postings with a count that its column cannot hold, counted from its first. */
  readonly manyPostings: Uint32Array;
  readonly manyCounts: Uint32Array;
}

/** Numbers that are read at once. */
const bufferItems = 1 << 14;

/**
 * The postings of an index, put aside run by run as they are taken from its builder, and given back term by term. Terms have numbers in the order of their
 * arrival and documents in that of the corpus: the postings of a term are those of the first run, then those of the second, and so on.
 */
export class SpilledPostings {
  readonly #terms: SpilledBytes;
  readonly #documents: SpilledBytes;
  readonly #counts: SpilledBytes;
  readonly #runs: Run[] = [];
  #length = 0;
  #termsOfRuns = 0;

  /** @param folder One that is removed with all that is in it. */
  constructor(folder: string, name: string) {
    this.#terms = new SpilledBytes(folder, `${name}.terms`);
    this.#documents = new SpilledBytes(folder, `${name}.documents`);
    this.#counts = new SpilledBytes(folder, `${name}.counts`);
  }

  /** Number of postings. */
  get length(): number {
    return this.#length;
  }

  /** @throws ToolError INDEX_TOO_LARGE where the postings could not be counted in four bytes. */
  add({ offsets, documents, counts, manyPostings, manyCounts }: PostingColumns): void {
    if (documents.length === 0) return;
    if (this.#length + documents.length > 0xffffffff) {
      throw indexTooLarge('more than 4,294,967,295 different words of sentences');
    }
    const pairs = new Uint32Array(2 * (offsets.length - 1));
    let terms = 0;
    for (let term = 0; term + 1 < offsets.length; term++) {
      const frequency = (offsets[term + 1] as number) - (offsets[term] as number);
      if (frequency === 0) continue;
      pairs[2 * terms] = term;
      pairs[2 * terms + 1] = frequency;
      terms += 1;
    }
    this.#terms.write(bytesIn(pairs.subarray(0, 2 * terms)));
    this.#documents.write(bytesIn(documents));
    this.#counts.write(counts);
    this.#runs.push({
      terms,
      firstTerm: this.#termsOfRuns,
      firstPosting: this.#length,
      manyPostings,
      manyCounts,
    });
    this.#termsOfRuns += terms;
    this.#length += documents.length;
  }

  /** By term, where its postings begin, and the number of all at the end. */
  offsets(terms: number): Uint32Array {
    const offsets = new Uint32Array(terms + 1);
    const pairs = new ItemReader(this.#terms, 0, 2 * this.#termsOfRuns, new Uint32Array(2 * bufferItems));
    for (let pair = 0; pair < this.#termsOfRuns; pair++) {
      const term = pairs.next();
      (offsets[term + 1] as number) += pairs.next();
    }
    for (let term = 0; term < terms; term++) (offsets[term + 1] as number) += offsets[term] as number;
    return offsets;
  }

  /** The postings of each term that has some, in the order of the terms' numbers. Memory: some for each run, and the postings of a term. */
  *byTerm(): Generator<TermPostings> {
    const runs = this.#runs.map((run) => this.#readerOf(run));
    let documents = new Uint32Array(1024);
    let counts = new Uint32Array(1024);
    for (;;) {
      let term = Number.POSITIVE_INFINITY;
      for (const run of runs) if (run.term < term) term = run.term;
      if (term === Number.POSITIVE_INFINITY) return;
      let length = 0;
      for (const run of runs) {
        if (run.term !== term) continue;
        if (length + run.frequency > documents.length) {
          documents = enlarged(documents, 2 * (length + run.frequency));
          counts = enlarged(counts, 2 * (length + run.frequency));
        }
        length += run.take(documents, counts, length);
      }
      yield { term, length, documents, counts };
    }
  }

  close(): void {
    for (const file of [this.#terms, this.#documents, this.#counts]) file.close();
  }

  #readerOf({ terms, firstTerm, firstPosting, manyPostings, manyCounts }: Run): RunReader {
    const pairs = new ItemReader(this.#terms, 2 * firstTerm, 2 * terms, new Uint32Array(bufferItems));
    const documents = new ItemReader(
      this.#documents,
      firstPosting,
      this.#length - firstPosting,
      new Uint32Array(bufferItems),
    );
    const counts = new ItemReader(
      this.#counts,
      firstPosting,
      this.#length - firstPosting,
      new Uint8Array(bufferItems),
    );
    return new RunReader(terms, pairs, documents, counts, { manyPostings, manyCounts });
  }
}

function enlarged(numbers: Uint32Array<ArrayBuffer>, length: number): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(length);
  larger.set(numbers);
  return larger;
}
