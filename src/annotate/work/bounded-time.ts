/**
 * When something was done, ISO 8601, as far as it can be: a browser's clock may be wrong, and the order of what several people did hangs
 * on it. Not after now, and not before the claim was given to who did it.
 *
 * @param at what the browser says, ISO 8601
 * @param now milliseconds since 1970, by the server's clock
 * @param since when the lease was taken, by the same clock; absent without a lease
 */
export function boundedTime(at: string, now: number, since = Number.NEGATIVE_INFINITY): string {
  const said = Date.parse(at);
  const bounded = Math.max(Math.min(said, now), since);
  return bounded === said ? at : new Date(bounded).toISOString();
}
