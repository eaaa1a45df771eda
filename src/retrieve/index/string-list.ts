import type { StringColumns } from './string-table.ts';

const encoder = new TextEncoder();

/** Strings that are added one by one, as bytes in UTF-8, and then put in order. */
export class StringList {
  #bytes = new Uint8Array(1 << 12);
  #offsets = new Uint32Array(1 << 10);
  #size = 0;

  /** Adds a string. */
  add(text: string): void {
    // No character takes more than three bytes a unit.
    this.#reserve(text.length * 3);
    const start = this.#offsets[this.#size] as number;
    this.#endAt(start + encoder.encodeInto(text, this.#bytes.subarray(start)).written);
  }

  /** Adds the string whose bytes are those from one place to before another. */
  addBytes(bytes: Uint8Array, from: number, to: number): void {
    this.#reserve(to - from);
    let end = this.#offsets[this.#size] as number;
    // For a few bytes a loop takes less than the view that copying at once needs.
    for (let at = from; at < to; at++) this.#bytes[end++] = bytes[at] as number;
    this.#endAt(end);
  }

  /** All strings in the order of their bytes, equal ones in that in which they were added, and by place in that order which one it was. */
  sorted(): { readonly columns: StringColumns; readonly places: Uint32Array } {
    const places = sortedPlaces(this.#bytes, this.#offsets, this.#size);
    const sorted = new StringList();
    for (const place of places)
      sorted.addBytes(this.#bytes, this.#offsets[place] as number, this.#offsets[place + 1] as number);
    const offsets = sorted.#offsets.slice(0, this.#size + 1);
    return { columns: { bytes: sorted.#bytes.slice(0, offsets.at(-1)), offsets }, places };
  }

  #reserve(bytes: number): void {
    const end = (this.#offsets[this.#size] as number) + bytes;
    if (end > this.#bytes.length) {
      const larger = new Uint8Array(end * 2);
      larger.set(this.#bytes);
      this.#bytes = larger;
    }
    if (this.#size + 1 === this.#offsets.length) {
      const larger = new Uint32Array(this.#offsets.length * 2);
      larger.set(this.#offsets);
      this.#offsets = larger;
    }
  }

  #endAt(end: number): void {
    this.#size += 1;
    this.#offsets[this.#size] = end;
  }
}

/**
 * By numbers that the platform sorts, in much less time than comparing strings takes: above the first four bytes, below the place, so that equal ones stay as they were
 * added. Those alike in four bytes are compared by the others. As the columns of an index, that is for processors with the lowest byte first.
 */
function sortedPlaces(bytes: Uint8Array, offsets: Uint32Array, size: number): Uint32Array {
  const keys = new BigUint64Array(size);
  const halves = new DataView(keys.buffer);
  const view = new DataView(bytes.buffer);
  for (let place = 0; place < size; place++) {
    const start = offsets[place] as number;
    const length = (offsets[place + 1] as number) - start;
    halves.setUint32(8 * place, place, true);
    halves.setUint32(8 * place + 4, length < 4 ? firstOf(bytes, start, length) : view.getUint32(start), true);
  }
  keys.sort();
  const places = new Uint32Array(size);
  const compare = (one: number, other: number): number => {
    const end = offsets[one + 1] as number;
    const otherEnd = offsets[other + 1] as number;
    let at = offsets[one] as number;
    let otherAt = offsets[other] as number;
    for (; at < end && otherAt < otherEnd; at++, otherAt++) {
      const difference = (bytes[at] as number) - (bytes[otherAt] as number);
      if (difference !== 0) return difference;
    }
    return end - at - (otherEnd - otherAt) || one - other;
  };
  let first = 0;
  for (let at = 0; at < size; at++) {
    places[at] = halves.getUint32(8 * at, true);
    const isLast =
      at + 1 === size || halves.getUint32(8 * at + 12, true) !== halves.getUint32(8 * at + 4, true);
    if (!isLast) continue;
    if (at > first) places.subarray(first, at + 1).sort(compare);
    first = at + 1;
  }
  return places;
}

/** A number of up to three bytes and zeros behind them, the first the highest. */
function firstOf(bytes: Uint8Array, start: number, length: number): number {
  let number = 0;
  for (let at = 0; at < 4; at++) number = number * 256 + (at < length ? (bytes[start + at] as number) : 0);
  return number;
}
