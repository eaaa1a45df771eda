/** How unsure a choice is, in bits: 0 for one that is certain, the logarithm of their number for probabilities that are all the same. */
export function entropyBits(probabilities: readonly number[]): number {
  return probabilities.reduce((sum, p) => (p > 0 ? sum - p * Math.log2(p) : sum), 0);
}
