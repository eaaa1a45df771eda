/** 64 bits of a set: a bit is set where an odd number of the set's runs fall on it. */
export interface Sketch {
  high: number;
  low: number;
}

/** Writes the sketch of the ranks from `start` up to `end`. */
export function sketchInto(ranks: Int32Array, start: number, end: number, sketch: Sketch): void {
  let [high, low] = [0, 0];
  for (let at = start; at < end; at++) {
    const bit = Math.imul(ranks[at] as number, 0x9e3779b1) >>> 26;
    if (bit < 32) low ^= 1 << bit;
    else high ^= 1 << (bit - 32);
  }
  sketch.high = high;
  sketch.low = low;
}

/** How many bits of an integer of 32 bits are set. Of two sketches, the bits that differ are no more than the runs that only one set has. */
export function bitCount(integer: number): number {
  let bits = integer - ((integer >>> 1) & 0x55555555);
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  bits = (bits + (bits >>> 4)) & 0x0f0f0f0f;
  return Math.imul(bits, 0x01010101) >>> 24;
}
