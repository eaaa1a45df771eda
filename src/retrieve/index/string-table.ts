/** Different strings in the order of their UTF-8 bytes, in two columns. */
export interface StringColumns {
  /** All strings one behind the other. */
  readonly bytes: Uint8Array;
  /** Where each begins in `bytes`, and where the last ends. */
  readonly offsets: Uint32Array;
}

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** Finds strings and their beginnings in {@link StringColumns} without making them. */
export class StringTable {
  readonly columns: StringColumns;

  constructor(columns: StringColumns) {
    this.columns = columns;
  }

  get size(): number {
    return this.columns.offsets.length - 1;
  }

  /** The string at a place. */
  at(index: number): string {
    const { bytes, offsets } = this.columns;
    const [from, to] = [offsets[index] ?? 0, offsets[index + 1] ?? 0];
    // A shared buffer cannot be decoded from.
    return decoder.decode(bytes.slice(from, to));
  }

  /** The place of a string; -1 where it is not there. */
  find(text: string): number {
    const wanted = encoder.encode(text);
    const at = this.#firstFrom(wanted, false);
    return at < this.size && this.#compare(at, wanted, false) === 0 ? at : -1;
  }

  /** The places of all strings that begin so: from the first of them to before the second. */
  range(prefix: string): readonly [from: number, to: number] {
    const wanted = encoder.encode(prefix);
    return [this.#firstFrom(wanted, true), this.#firstFrom(wanted, true, 1)];
  }

  /** The first place whose string, or only its beginning, is at least the wanted one, or with `above` 1 more than it. */
  #firstFrom(wanted: Uint8Array, isPrefix: boolean, above = 0): number {
    let from = 0;
    for (let to = this.size; from < to; ) {
      const middle = (from + to) >>> 1;
      if (this.#compare(middle, wanted, isPrefix) < above) from = middle + 1;
      else to = middle;
    }
    return from;
  }

  /** Below 0 where the string comes before the wanted one. With `isPrefix` a string that begins as wanted is the same. */
  #compare(index: number, wanted: Uint8Array, isPrefix: boolean): number {
    const { bytes, offsets } = this.columns;
    const start = offsets[index] as number;
    const length = (offsets[index + 1] as number) - start;
    const common = Math.min(length, wanted.length);
    for (let at = 0; at < common; at++) {
      const difference = (bytes[start + at] as number) - (wanted[at] as number);
      if (difference !== 0) return difference;
    }
    return isPrefix && length >= wanted.length ? 0 : length - wanted.length;
  }
}
