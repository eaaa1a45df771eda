import { manyTimes, type PostingColumns } from '../../retrieve/index/text-index.ts';
import { bytesIn, type Column } from '../../retrieve/index-file/columns.ts';
import type { SpilledBytes } from './spilled-bytes.ts';

/** Reads numbers that were put aside one by one. */
export class ItemReader {
  readonly #source: SpilledBytes;
  readonly #buffer: Column;
  #at = 0;
  #filled = 0;
  #next: number;
  readonly #end: number;

  /** @param buffer What they are read into, of the kind that they are. */
  constructor(source: SpilledBytes, from: number, items: number, buffer: Column) {
    this.#source = source;
    this.#buffer = buffer;
    this.#next = from;
    this.#end = from + items;
  }

  next(): number {
    if (this.#at === this.#filled) this.#fill();
    return this.#buffer[this.#at++] as number;
  }

  #fill(): void {
    const size = this.#buffer.BYTES_PER_ELEMENT;
    const items = Math.min(this.#buffer.length, this.#end - this.#next);
    this.#source.read(this.#next * size, bytesIn(this.#buffer).subarray(0, items * size));
    this.#next += items;
    this.#filled = items;
    this.#at = 0;
  }
}

/** Reads the postings of a run term by term. */
export class RunReader {
  /** The next term; infinite behind the last. */
  term = Number.POSITIVE_INFINITY;
  /** How many postings it has. */
  frequency = 0;
  #left: number;
  #posting = 0;
  #many = 0;
  readonly #pairs: ItemReader;
  readonly #documents: ItemReader;
  readonly #counts: ItemReader;
  readonly #manyColumns: Pick<PostingColumns, 'manyPostings' | 'manyCounts'>;

  constructor(
    terms: number,
    pairs: ItemReader,
    documents: ItemReader,
    counts: ItemReader,
    many: Pick<PostingColumns, 'manyPostings' | 'manyCounts'>,
  ) {
    this.#left = terms;
    this.#pairs = pairs;
    this.#documents = documents;
    this.#counts = counts;
    this.#manyColumns = many;
    this.#advance();
  }

  /** Puts the postings of {@link term} into columns from a place on, and gives back how many those are. */
  take(documents: Uint32Array, counts: Uint32Array, at: number): number {
    const { manyPostings, manyCounts } = this.#manyColumns;
    const taken = this.frequency;
    for (let to = at; to < at + taken; to++, this.#posting++) {
      documents[to] = this.#documents.next();
      const count = this.#counts.next();
      const isMany = count === manyTimes && manyPostings[this.#many] === this.#posting;
      counts[to] = isMany ? (manyCounts[this.#many++] as number) : count;
    }
    this.#advance();
    return taken;
  }

  #advance(): void {
    this.term = this.#left > 0 ? this.#pairs.next() : Number.POSITIVE_INFINITY;
    this.frequency = this.#left > 0 ? this.#pairs.next() : 0;
    this.#left -= 1;
  }
}
