/** What most raters of an item say. */
export interface Majority {
  /** The labels that most gave: several in a tie, which nobody but an adjudicator can decide; none without a rating. */
  readonly winners: readonly number[];
  /** Share of the ratings that each winner has; 0 without a rating. */
  readonly share: number;
}

/** @param counts how often each label was given, as {@link countLabels} gives them */
export function takeMajority(counts: readonly number[]): Majority {
  const most = counts.reduce((high, count) => Math.max(high, count), 0);
  const all = counts.reduce((sum, count) => sum + count, 0);
  if (most === 0) return { winners: [], share: 0 };
  return {
    winners: counts.flatMap((count, label) => (count === most ? [label] : [])),
    share: most / all,
  };
}
