/** The first place from `at` to before `end` where an ascending list has at least the wanted number, or `end`: in steps that double, then between the last two. */
export function firstFrom(list: Uint32Array, at: number, end: number, wanted: number): number {
  if (at >= end || (list[at] as number) >= wanted) return at;
  let low = at;
  let step = 1;
  while (low + step < end && (list[low + step] as number) < wanted) {
    low += step;
    step *= 2;
  }
  let high = Math.min(low + step, end);
  low += 1;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((list[middle] as number) < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}
