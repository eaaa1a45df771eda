const leastSlots = 1 << 12;
const leastRuns = 1 << 10;
const leastUnits = 1 << 14;

/**
 * Numbers for runs of characters, from 0 on in the order in which they come. Exact, in about 12 bytes a run and two a character:
 * a `Map` needs a string for each run that is looked up, and takes several times as long.
 */
export class RunTable {
  /** The number plus one, open addressing; 0 is a free slot. */
  #slots = new Int32Array(leastSlots);
  /** By number. */
  #hashes = new Int32Array(leastRuns);
  /** Where a run ends in `#units`, by number plus one. */
  #ends = new Int32Array(leastRuns + 1);
  #units = new Uint16Array(leastUnits);
  #size = 0;

  /** How many runs have a number. */
  get size(): number {
    return this.#size;
  }

  /** The number of the run from `start` up to `end` in a text. */
  numberOf(text: string, start: number, end: number): number {
    let hash = 0;
    for (let at = start; at < end; at++)
      hash = Math.imul(hash ^ text.charCodeAt(at), 0x9e3779b1) ^ (hash >>> 15);
    const slots = this.#slots;
    const mask = slots.length - 1;
    let slot = (hash ^ (hash >>> 13)) & mask;
    for (;;) {
      const number = (slots[slot] as number) - 1;
      if (number < 0) break;
      if (this.#hashes[number] === hash && this.#isRun(number, text, start, end)) return number;
      slot = (slot + 1) & mask;
    }
    slots[slot] = this.#size + 1;
    return this.#add(hash, text, start, end);
  }

  #isRun(number: number, text: string, start: number, end: number): boolean {
    const from = this.#ends[number] as number;
    const length = end - start;
    if ((this.#ends[number + 1] as number) - from !== length) return false;
    for (let at = 0; at < length; at++) {
      if (this.#units[from + at] !== text.charCodeAt(start + at)) return false;
    }
    return true;
  }

  #add(hash: number, text: string, start: number, end: number): number {
    const number = this.#size++;
    const from = this.#ends[number] as number;
    if (number === this.#hashes.length) {
      this.#hashes = doubled(this.#hashes, number + 1);
      this.#ends = doubled(this.#ends, number + 2);
    }
    const to = from + end - start;
    if (to > this.#units.length) this.#units = doubled(this.#units, to);
    for (let at = start; at < end; at++) this.#units[from + at - start] = text.charCodeAt(at);
    this.#hashes[number] = hash;
    this.#ends[number + 1] = to;
    if (this.#size * 2 > this.#slots.length) this.#grow();
    return number;
  }

  #grow(): void {
    const slots = new Int32Array(this.#slots.length * 2);
    const mask = slots.length - 1;
    for (let number = 0; number < this.#size; number++) {
      const hash = this.#hashes[number] as number;
      let slot = (hash ^ (hash >>> 13)) & mask;
      while (slots[slot] !== 0) slot = (slot + 1) & mask;
      slots[slot] = number + 1;
    }
    this.#slots = slots;
  }
}

/** The numbers at the beginning of an array of twice the length, or of `least` where that is more. */
export function doubled<T extends Int32Array | Uint16Array>(array: T, least: number): T {
  const larger = new (array.constructor as new (length: number) => T)(Math.max(least, array.length * 2));
  larger.set(array);
  return larger;
}
