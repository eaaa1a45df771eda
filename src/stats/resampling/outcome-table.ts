/** Slots to begin with, a power of two. */
const leastSlots = 16;

/**
 * How often each outcome happened, and the sums over all. Of the few things that can happen to a claim most happen often, so that a
 * million claims are some hundred entries: what is drawn anew a thousand times for an interval is these.
 */
export class OutcomeTable {
  /** Numbers in an outcome. */
  readonly width: number;
  /** Sums in the order of adding, which is what the official code does: the same bits. */
  readonly totals: number[];
  #claims = 0;
  #values = new Float64Array(0);
  #counts: number[] = [];
  #slots = new Int32Array(leastSlots).fill(-1);
  readonly #bits: Uint32Array;
  readonly #one: Float64Array;

  constructor(width: number) {
    this.width = width;
    this.totals = new Array<number>(width).fill(0);
    this.#one = new Float64Array(width);
    this.#bits = new Uint32Array(this.#one.buffer);
    this.#values = new Float64Array(leastSlots * width);
  }

  /** How many outcomes were added. */
  get claims(): number {
    return this.#claims;
  }

  /** How many of them differ. */
  get distinct(): number {
    return this.#counts.length;
  }

  /** How often each of the distinct outcomes was added, in the order of their first time. */
  get counts(): readonly number[] {
    return this.#counts;
  }

  /** A number of a distinct outcome. */
  value(outcome: number, part: number): number {
    return this.#values[outcome * this.width + part] as number;
  }

  /** Gives back the place of the outcome among the distinct ones. */
  add(outcome: readonly number[]): number {
    for (let part = 0; part < this.width; part++) {
      const value = outcome[part] as number;
      // Adding 0 turns -0 into 0, which has other bits.
      this.#one[part] = value + 0;
      (this.totals[part] as number) += value;
    }
    this.#claims += 1;
    const slot = this.#slotOf();
    const known = this.#slots[slot] as number;
    if (known >= 0) {
      (this.#counts[known] as number) += 1;
      return known;
    }
    const next = this.#counts.length;
    if ((next + 1) * this.width > this.#values.length) {
      const grown = new Float64Array(this.#values.length * 2);
      grown.set(this.#values);
      this.#values = grown;
    }
    this.#values.set(this.#one, next * this.width);
    this.#counts.push(1);
    this.#slots[slot] = next;
    if (this.#counts.length * 2 > this.#slots.length) this.#grow();
    return next;
  }

  /** As {@link add} of the outcome at a place that it gave back, without looking for it. */
  addAgain(place: number): void {
    const from = place * this.width;
    for (let part = 0; part < this.width; part++)
      (this.totals[part] as number) += this.#values[from + part] as number;
    this.#claims += 1;
    (this.#counts[place] as number) += 1;
  }

  /** Where the outcome at hand stands, or would. */
  #slotOf(): number {
    let hash = 0;
    for (const half of this.#bits) hash = Math.imul(hash ^ half, 0x9e3779b1) ^ (hash >>> 15);
    const mask = this.#slots.length - 1;
    let slot = (hash ^ (hash >>> 13)) & mask;
    for (;;) {
      const known = this.#slots[slot] as number;
      if (known < 0 || this.#isAt(known)) return slot;
      slot = (slot + 1) & mask;
    }
  }

  #isAt(outcome: number): boolean {
    const from = outcome * this.width;
    // NaN is the same as NaN here: otherwise each would be looked for among all before it.
    for (let part = 0; part < this.width; part++)
      if (!Object.is(this.#values[from + part], this.#one[part])) return false;
    return true;
  }

  #grow(): void {
    this.#slots = new Int32Array(this.#slots.length * 2).fill(-1);
    for (let outcome = 0; outcome < this.#counts.length; outcome++) {
      this.#one.set(this.#values.subarray(outcome * this.width, (outcome + 1) * this.width));
      this.#slots[this.#slotOf()] = outcome;
    }
  }
}
