/**
 * The 32-bit MurmurHash3 of bytes, from 0 to 2^32 - 1.
 *
 * @see Appleby 2011, MurmurHash3_x86_32 (public domain).
 */
export function murmurHash3(bytes: Uint8Array, seed: number): number {
  const at = (index: number): number => bytes[index] as number;
  let hash = seed | 0;
  const whole = bytes.length & ~3;
  for (let index = 0; index < whole; index += 4) {
    const block = at(index) | (at(index + 1) << 8) | (at(index + 2) << 16) | (at(index + 3) << 24);
    hash ^= scrambled(block);
    hash = (hash << 13) | (hash >>> 19);
    hash = (Math.imul(hash, 5) + 0xe6546b64) | 0;
  }
  let rest = 0;
  for (let index = bytes.length - 1; index >= whole; index--) rest = (rest << 8) | at(index);
  hash ^= scrambled(rest) ^ bytes.length;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

function scrambled(block: number): number {
  const mixed = Math.imul(block, 0xcc9e2d51);
  return Math.imul((mixed << 15) | (mixed >>> 17), 0x1b873593);
}
