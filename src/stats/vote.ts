/** What several people say of one thing. */
export interface Vote<Value> {
  /** How many gave each value, in the order in which the values were given first. */
  readonly counts: ReadonlyMap<Value, number>;
  /** The values that most gave, in the same order: one where there is a winner, several in a tie, none where nobody voted. */
  readonly winners: readonly Value[];
}

/** The vote that is taken with the values given, one for each person. */
export function takeVote<Value>(values: Iterable<Value>): Vote<Value> {
  const counts = new Map<Value, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  const most = Math.max(0, ...counts.values());
  return { counts, winners: [...counts].flatMap(([value, count]) => (count === most ? [value] : [])) };
}
