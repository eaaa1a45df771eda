/** Part of a figure by which the order of adding may move it, many times more than doubles are rounded by. */
const relative = 1e-12;

/** How far two figures, or the differences of two, may be apart and still count as equal. Of sums added in another order. */
export function roundingOf(one: number, other: number): number {
  return relative * (Math.abs(one) + Math.abs(other));
}
