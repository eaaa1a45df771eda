import type { Rng } from '../../text/rng.ts';
import { drawBinomial } from './draw-binomial.ts';

/** The bits that a number of the generator has. */
const bitsOfNumber = 32;

/**
 * How many of some tosses of a fair coin show heads: a binomial draw with the chance 1/2, which for up to 32 tosses is the number of ones
 * among as many random bits.
 *
 * @param tosses a whole number from 0 on
 */
export function drawHeads(rng: Rng, tosses: number): number {
  if (tosses > bitsOfNumber) return drawBinomial(rng, tosses, 0.5);
  // A shift by 32 is one by 0.
  return tosses <= 0 ? 0 : countOnes((rng() * 2 ** bitsOfNumber) >>> (bitsOfNumber - tosses));
}

/** Adds neighbouring bits, then pairs, then fours; the product adds the four bytes. */
function countOnes(word: number): number {
  const pairs = word - ((word >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
