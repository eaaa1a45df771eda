/** Smallest number of slots, a power of two. */
const leastSlots = 1024;
/** Words of 32 bits in a slot: the two halves of the hash, and the number plus one, of which 0 marks an empty slot. */
const slotWords = 3;

/**
 * Numbers by 64-bit hashes, in 16 to 32 bytes an entry: for millions of texts of which only the hashes are kept. A `Map` takes many
 * times as much and ends at 2^24 entries. Open addressing with linear probing; looking up and adding take constant time on average.
 */
export class HashTable {
  #slots = new Uint32Array(leastSlots * slotWords);
  /** 32 less the binary logarithm of the number of slots. */
  #shift = 22;
  #size = 0;

  /** How many hashes there are. */
  get size(): number {
    return this.#size;
  }

  /** The number under a hash, whose halves are any 32-bit integers; -1 where there is none. */
  get(high: number, low: number): number {
    return (this.#slots[this.#slotOf(high, low) + 2] as number) - 1;
  }

  /**
   * The number that stands under a hash from now on: the one that did already, or else `number`.
   *
   * @param number A whole number from 0 to 2^32 - 2.
   */
  putFirst(high: number, low: number, number: number): number {
    const slot = this.#slotOf(high, low);
    const earlier = (this.#slots[slot + 2] as number) - 1;
    if (earlier >= 0) return earlier;
    this.#slots[slot] = high;
    this.#slots[slot + 1] = low;
    this.#slots[slot + 2] = number + 1;
    this.#size += 1;
    // At most three quarters full: runs of taken slots stay short.
    if (this.#size * slotWords * 4 > this.#slots.length * 3) this.#grow();
    return number;
  }

  /** Where the slot of a hash begins, or the empty one that it would take. */
  #slotOf(high: number, low: number): number {
    const slots = this.#slots;
    const wantedHigh = high >>> 0;
    const wantedLow = low >>> 0;
    // Mixed again, so that keys that are no hashes but small numbers are spread too.
    const mixed = Math.imul(wantedLow ^ Math.imul(wantedHigh, 0x85ebca6b), 0x9e3779b1);
    let at = (mixed >>> this.#shift) * slotWords;
    while (slots[at + 2] !== 0 && (slots[at + 1] !== wantedLow || slots[at] !== wantedHigh)) {
      at += slotWords;
      if (at === slots.length) at = 0;
    }
    return at;
  }

  #grow(): void {
    const old = this.#slots;
    const slots = new Uint32Array(old.length * 2);
    this.#slots = slots;
    this.#shift -= 1;
    for (let at = 0; at < old.length; at += slotWords) {
      const number = old[at + 2] as number;
      if (number === 0) continue;
      const high = old[at] as number;
      const low = old[at + 1] as number;
      const slot = this.#slotOf(high, low);
      slots[slot] = high;
      slots[slot + 1] = low;
      slots[slot + 2] = number;
    }
  }
}
