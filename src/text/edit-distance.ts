/**
 * How many letters must be changed, put in, taken out or exchanged with their neighbour to make one text of another, no letter twice (restricted
 * Damerau-Levenshtein distance of UTF-16 code units); `undefined` where it is more than `limit`. Takes the product of the shorter length and the limit.
 */
export function editDistance(one: string, other: string, limit: number): number | undefined {
  if (Math.abs(one.length - other.length) > limit) return undefined;
  const far = limit + 1;
  const width = other.length + 1;
  let [beforeLast, last, row] = [new Uint32Array(width), new Uint32Array(width), new Uint32Array(width)];
  for (let at = 0; at < width; at++) last[at] = Math.min(at, far);
  for (let line = 1; line <= one.length; line++) {
    const letter = one.charCodeAt(line - 1);
    const from = Math.max(1, line - limit);
    const to = Math.min(other.length, line + limit);
    row.fill(far);
    if (from === 1) row[0] = Math.min(line, far);
    let least = row[0] as number;
    for (let at = from; at <= to; at++) {
      const otherLetter = other.charCodeAt(at - 1);
      let distance = Math.min(
        (last[at - 1] as number) + (letter === otherLetter ? 0 : 1),
        (last[at] as number) + 1,
        (row[at - 1] as number) + 1,
      );
      const isExchanged =
        line > 1 && at > 1 && letter === other.charCodeAt(at - 2) && one.charCodeAt(line - 2) === otherLetter;
      if (isExchanged) distance = Math.min(distance, (beforeLast[at - 2] as number) + 1);
      row[at] = Math.min(distance, far);
      least = Math.min(least, distance);
    }
    // An exchange can still go back over one line.
    if (least > limit && last.every((distance) => distance > limit)) return undefined;
    [beforeLast, last, row] = [last, row, beforeLast];
  }
  const distance = last[other.length] as number;
  return distance > limit ? undefined : distance;
}
