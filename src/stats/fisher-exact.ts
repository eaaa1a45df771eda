import { logGamma } from './log-gamma.ts';

/** How often two things occur, together and each, among all. */
export interface FisherCounts {
  readonly both: number;
  readonly one: number;
  readonly other: number;
  readonly all: number;
}

/**
 * The probability that two things occur together at least so often, if they have nothing to do with each other and each occurs as often
 * as it does: Fisher's exact test, one-sided. It holds for rare things too.
 *
 * @see Fisher 1922, On the interpretation of chi-square from contingency tables, and the calculation of P.
 */
export function togetherByChance({ both, one, other, all }: FisherCounts): number {
  const least = Math.max(0, one + other - all);
  if (both <= least) return 1;
  const most = Math.min(one, other);
  // Begun at the likeliest of the counts that are asked for: a term far from it may be too small to be a number.
  const begin = Math.max(both, Math.floor(((one + 1) * (other + 1)) / (all + 2)));
  const first = Math.exp(logChoose(other, begin) + logChoose(all - other, one - begin) - logChoose(all, one));
  let sum = first;
  let term = first;
  for (let count = begin; count < most && term > sum * Number.EPSILON; count++) {
    term *= ((one - count) * (other - count)) / ((count + 1) * (all - one - other + count + 1));
    sum += term;
  }
  term = first;
  for (let count = begin; count > both && term > sum * Number.EPSILON; count--) {
    term *= (count * (all - one - other + count)) / ((one - count + 1) * (other - count + 1));
    sum += term;
  }
  return Math.min(1, sum);
}

function logChoose(all: number, taken: number): number {
  return logGamma(all + 1) - logGamma(taken + 1) - logGamma(all - taken + 1);
}
