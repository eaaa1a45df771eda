const chunkBits = 18;
const chunkSize = 1 << chunkBits;

/** A column of whole numbers below 2^32 that grows without being copied. */
export class GrowingUint32 {
  readonly #chunks: Uint32Array[] = [];
  #last = new Uint32Array(0);
  #filled = 0;
  length = 0;

  push(value: number): void {
    if (this.#filled === this.#last.length) {
      this.#last = new Uint32Array(chunkSize);
      this.#chunks.push(this.#last);
      this.#filled = 0;
    }
    this.#last[this.#filled++] = value;
    this.length += 1;
  }

  get(at: number): number {
    return this.#chunks[at >>> chunkBits]?.[at & (chunkSize - 1)] as number;
  }

  set(at: number, value: number): void {
    (this.#chunks[at >>> chunkBits] as Uint32Array)[at & (chunkSize - 1)] = value;
  }

  /** All numbers in one array. */
  toArray(): Uint32Array {
    const all = new Uint32Array(this.length);
    for (const [which, chunk] of this.#chunks.entries())
      all.set(chunk.subarray(0, Math.min(chunkSize, this.length - which * chunkSize)), which * chunkSize);
    return all;
  }
}
