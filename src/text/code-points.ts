/** Turns offsets of one text into one another: UTF-16 code units, as JavaScript counts, and code points, as Python counts. */
export interface CodePoints {
  /** An offset inside a surrogate pair is that of its beginning. */
  readonly fromUnits: (unitOffset: number) => number;
  /** Offsets behind the end of the text are that of its end. */
  readonly toUnits: (pointOffset: number) => number;
}

/** The offsets of a text. One pass over the text; a search among its surrogate pairs for each offset. Half a pair is a code point. */
export function codePointsOf(text: string): CodePoints {
  const pairs: number[] = [];
  for (const { index } of text.matchAll(/[\ud800-\udbff][\udc00-\udfff]/g)) pairs.push(index);
  return {
    fromUnits: (offset) => offset - countBelow(pairs.length, (which) => (pairs[which] ?? 0) < offset),
    toUnits: (offset) =>
      Math.min(
        text.length,
        offset + countBelow(pairs.length, (which) => (pairs[which] ?? 0) - which < offset),
      ),
  };
}

/** How many of `count` positions are below something, where those that are stand first. */
function countBelow(count: number, isBelow: (which: number) => boolean): number {
  let [from, to] = [0, count];
  while (from < to) {
    const middle = (from + to) >>> 1;
    if (isBelow(middle)) from = middle + 1;
    else to = middle;
  }
  return from;
}
