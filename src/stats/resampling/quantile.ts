/**
 * The number below which a share of the numbers lies: linear between the two nearest, whose places are `(length - 1) * share` rounded
 * down and up. It is type 7 of Hyndman and Fan, the default of NumPy, R and spreadsheets.
 *
 * @param sorted ascending, at least one
 * @param share from 0 to 1
 * @see Hyndman and Fan 1996, Sample quantiles in statistical packages.
 */
export function quantileOf(sorted: ArrayLike<number>, share: number): number {
  const place = (sorted.length - 1) * share;
  const before = Math.floor(place);
  const low = sorted[before] as number;
  const high = sorted[Math.min(before + 1, sorted.length - 1)] as number;
  const way = place - before;
  // From the nearer end, as NumPy does: never outside the two, and the same bits.
  return way < 0.5 ? low + (high - low) * way : high - (high - low) * (1 - way);
}
