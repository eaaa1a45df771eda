/** Groups of small numbers: `0`, `1`, up to `last+`, in order. */
export function countGroups(last: number): readonly string[] {
  return Array.from({ length: last + 1 }, (_, count) => countGroup(count, last));
}

/** The group of a number, one of {@link countGroups}. */
export function countGroup(count: number, last: number): string {
  return count >= last ? `${last}+` : String(count);
}
