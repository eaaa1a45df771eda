/** How often each category was met with values below a threshold, and with others. */
export interface Threshold {
  /** What is at least this is above; `-Infinity` where one category is best for all. */
  readonly least: number;
  /** By category. */
  readonly below: readonly number[];
  readonly above: readonly number[];
}

/**
 * The threshold by which most categories are guessed right, if the most frequent category below is guessed for what is below, and that above for what is
 * above; of several the lowest. Linear but for sorting.
 *
 * @param examples values with their category, a position in `0..categories - 1`
 */
export function fitThreshold(
  examples: readonly (readonly [value: number, category: number])[],
  categories: number,
): Threshold {
  const below = new Array<number>(categories).fill(0);
  const above = new Array<number>(categories).fill(0);
  for (const [, category] of examples) (above[category] as number) += 1;
  let best: Threshold = { least: -Infinity, below: [...below], above: [...above] };
  let most = Math.max(0, ...above);
  let previous: number | undefined;
  for (const [value, category] of [...examples].sort(([a], [b]) => a - b)) {
    if (previous !== undefined && value > previous) {
      const right = Math.max(...below) + Math.max(...above);
      if (right > most) {
        most = right;
        best = { least: value, below: [...below], above: [...above] };
      }
    }
    (below[category] as number) += 1;
    (above[category] as number) -= 1;
    previous = value;
  }
  return best;
}
