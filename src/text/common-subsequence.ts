/** How many items two lists have in common in the same order, not necessarily next to one another. Takes the product of both lengths. */
export function commonSubsequence(one: readonly string[], other: readonly string[]): number {
  let before = new Uint32Array(other.length + 1);
  let row = new Uint32Array(other.length + 1);
  for (const item of one) {
    for (let at = 0; at < other.length; at++) {
      row[at + 1] = item === other[at] ? (before[at] ?? 0) + 1 : Math.max(row[at] ?? 0, before[at + 1] ?? 0);
    }
    [before, row] = [row, before];
  }
  return before[other.length] ?? 0;
}
