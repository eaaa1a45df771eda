/** Adding and taking away this number rounds a number below 2^15 to a multiple of 2^-36: {@link rounded}, for what is computed elsewhere. */
export const rounder = 1.5 * 2 ** 16;

/**
 * A share of a score, rounded to a multiple of 2^-36 (about 1.5e-11). Sums of such shares are exact, whatever their order: documents with equal shares have equal
 * scores, and a search that adds them in the order that is quickest finds what one that adds them in any other does.
 */
export function rounded(share: number): number {
  return share + rounder - rounder;
}
