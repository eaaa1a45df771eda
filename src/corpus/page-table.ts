import { invariant } from '../errors.ts';
import { hash64 } from '../text/hash64.ts';
import { toNfc } from '../text/normalise.ts';
import { createUint32Column, NumberColumn } from '../text/number-column.ts';

/** Where a page stands: bytes from the beginning of the first of several files, which are counted as one. */
export interface PagePlace {
  /** Up to 2^48. */
  readonly position: number;
  /** In bytes. */
  readonly length: number;
}

/** 2^32, by which a position is parted into two numbers. */
const low32 = 0x1_0000_0000;
/** Pages in a bucket on average, which are looked through one by one. */
const pagesPerBucket = 8;
const maxBits = 24;

/** The columns of a table, as they are kept in a file: little end first, as every machine has them that runs this. */
export interface PageColumns {
  /** Number of the first page of each bucket, and at last the number of pages. */
  readonly fences: Uint32Array;
  readonly high: Uint32Array;
  readonly low: Uint32Array;
  readonly lengths: Uint32Array;
  readonly positions: Uint32Array;
  readonly positionsHigh: Uint16Array;
}

/**
 * Where pages stand by the hashes of their titles: 18.5 bytes a page, whatever the titles. Pages lie in buckets by the upper bits of
 * the hash, in the order in which they came; who looks one up reads the page to see that it is the one.
 */
export class PageTable {
  readonly columns: PageColumns;
  readonly #bits: number;

  private constructor(columns: PageColumns, bits: number) {
    this.columns = columns;
    this.#bits = bits;
  }

  /** The table of columns that were kept; `undefined` where they do not fit together. */
  static from(columns: PageColumns): PageTable | undefined {
    const { fences, high, low, lengths, positions, positionsHigh } = columns;
    const bits = Math.log2(fences.length - 1);
    const isWhole =
      bits >= 1 &&
      bits <= maxBits &&
      Number.isInteger(bits) &&
      [low, lengths, positions, positionsHigh].every(({ length }) => length === high.length) &&
      fences[fences.length - 1] === high.length &&
      fences.every((fence, at) => at === 0 || fence >= (fences[at - 1] ?? 0));
    return isWhole ? new PageTable(columns, bits) : undefined;
  }

  /** Number of pages, those of one title each counted. */
  get size(): number {
    return this.columns.high.length;
  }

  /** The places of pages that may have a title in any normal form, in the order of the files. Nearly always none or one. */
  *find(title: string): Generator<PagePlace> {
    const [high, low] = hash64(toNfc(title));
    const { columns } = this;
    const bucket = high >>> (32 - this.#bits);
    const end = columns.fences[bucket + 1] ?? 0;
    for (let at = columns.fences[bucket] ?? 0; at < end; at++) {
      if (columns.high[at] !== high || columns.low[at] !== low) continue;
      const position = (columns.positionsHigh[at] ?? 0) * low32 + (columns.positions[at] ?? 0);
      yield { position, length: columns.lengths[at] ?? 0 };
    }
  }
}

/** A table that is being made. While it grows it takes 18 bytes a page, and once more as much when it is finished. */
export class PageTableBuilder {
  readonly #high = createUint32Column();
  readonly #low = createUint32Column();
  readonly #lengths = createUint32Column();
  readonly #positions = createUint32Column();
  readonly #positionsHigh = new NumberColumn((length) => new Uint16Array(length));
  #size = 0;

  get size(): number {
    return this.#size;
  }

  add(title: string, { position, length }: PagePlace): void {
    const [high, low] = hash64(toNfc(title));
    const at = this.#size++;
    this.#high.set(at, high);
    this.#low.set(at, low);
    this.#lengths.set(at, length);
    this.#positions.set(at, position % low32);
    this.#positionsHigh.set(at, Math.floor(position / low32));
  }

  /** The table of all that was added. */
  finish(): PageTable {
    const size = this.#size;
    const bits = Math.min(maxBits, Math.max(1, Math.floor(Math.log2(Math.max(1, size / pagesPerBucket)))));
    const fences = new Uint32Array(2 ** bits + 1);
    const bucketOf = (at: number): number => this.#high.get(at) >>> (32 - bits);
    for (let at = 0; at < size; at++) fences[bucketOf(at) + 1] = (fences[bucketOf(at) + 1] ?? 0) + 1;
    for (let bucket = 1; bucket < fences.length; bucket++) {
      fences[bucket] = (fences[bucket] ?? 0) + (fences[bucket - 1] ?? 0);
    }
    const next = fences.slice();
    const columns: PageColumns = {
      fences,
      high: new Uint32Array(size),
      low: new Uint32Array(size),
      lengths: new Uint32Array(size),
      positions: new Uint32Array(size),
      positionsHigh: new Uint16Array(size),
    };
    for (let from = 0; from < size; from++) {
      const bucket = bucketOf(from);
      const to = next[bucket] ?? 0;
      next[bucket] = to + 1;
      columns.high[to] = this.#high.get(from);
      columns.low[to] = this.#low.get(from);
      columns.lengths[to] = this.#lengths.get(from);
      columns.positions[to] = this.#positions.get(from);
      columns.positionsHigh[to] = this.#positionsHigh.get(from);
    }
    const table = PageTable.from(columns);
    invariant(table !== undefined, 'a table of pages does not fit together');
    return table;
  }
}
