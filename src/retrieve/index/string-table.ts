import { compareUtf8 } from '../../text/compare-utf8.ts';

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

  /** Of different strings in the order of {@link compareUtf8}. */
  static from(sorted: readonly string[]): StringTable {
    const offsets = new Uint32Array(sorted.length + 1);
    let bytes = new Uint8Array(1024);
    let end = 0;
    for (const [at, text] of sorted.entries()) {
      if (bytes.length - end < text.length * 3) {
        const larger = new Uint8Array((bytes.length + text.length * 3) * 2);
        larger.set(bytes);
        bytes = larger;
      }
      end += encoder.encodeInto(text, bytes.subarray(end)).written;
      offsets[at + 1] = end;
    }
    return new StringTable({ bytes: bytes.slice(0, end), offsets });
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

/** The places of different strings in the order of {@link compareUtf8}. */
export function sortedPlaces(strings: readonly string[]): Uint32Array {
  // Where no character has a number from U+D800 on, JavaScript's own order is the same, and found in half of the time.
  const isPlain = !strings.some((text) => /[\ud800-\uffff]/.test(text));
  return Uint32Array.from(strings.keys()).sort(
    isPlain
      ? (a, b) => ((strings[a] as string) < (strings[b] as string) ? -1 : 1)
      : (a, b) => compareUtf8(strings[a] as string, strings[b] as string),
  );
}
