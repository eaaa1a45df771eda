/**
 * The 64-bit hash of a text's UTF-16 code units, as two unsigned 32-bit integers. The same on every platform and in every version of
 * claimset. Good enough to tell texts from one another, no protection against who wants two to be the same.
 *
 * @see bryc, cyrb53 (public domain), here with all 64 bits: two multiplicative lanes, mixed with one another by the finaliser of
 * MurmurHash3.
 */
export function hash64(text: string): readonly [high: number, low: number] {
  const { high, low } = hashInto(text, { high: 0, low: 0 });
  return [high >>> 0, low >>> 0];
}

/** A 64-bit hash as two signed 32-bit integers. */
export interface Hash64 {
  high: number;
  low: number;
}

/** Writes the {@link hash64} of a text, for who hashes millions of texts and wants no object for each. Gives back `into`. */
export function hashInto(text: string, into: Hash64): Hash64 {
  let low = 0xdeadbeef;
  let high = 0x41c6ce57;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    low = Math.imul(low ^ unit, 0x9e3779b1);
    high = Math.imul(high ^ unit, 0x5f356495);
  }
  low = Math.imul(low ^ (low >>> 16), 0x85ebca6b) ^ Math.imul(high ^ (high >>> 13), 0xc2b2ae35);
  high = Math.imul(high ^ (high >>> 16), 0x85ebca6b) ^ Math.imul(low ^ (low >>> 13), 0xc2b2ae35);
  into.high = high | 0;
  into.low = low | 0;
  return into;
}

/** The lower half of a hash, changed by a small number: the same text under several numbers is several keys. */
export function withNumber(low: number, number: number): number {
  return low ^ Math.imul(number + 1, 0x9e3779b1);
}
