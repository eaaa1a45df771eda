/**
 * The probabilities of several tests as they are to be compared with the level that all of them together keep, by Holm's correction.
 * `null` for tests that could not be made, which do not count.
 *
 * @see Holm 1979, A simple sequentially rejective multiple test procedure.
 */
export function adjustByHolm(probabilities: readonly (number | null)[]): (number | null)[] {
  const ranked = [...probabilities.entries()]
    .filter((entry): entry is [number, number] => entry[1] !== null)
    .sort(([, a], [, b]) => a - b);
  const adjusted: (number | null)[] = probabilities.map(() => null);
  let largest = 0;
  for (const [rank, [at, p]] of ranked.entries()) {
    largest = Math.max(largest, Math.min(1, p * (ranked.length - rank)));
    adjusted[at] = largest;
  }
  return adjusted;
}
