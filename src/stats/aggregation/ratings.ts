/** A label that somebody gave an item, both by their numbers. */
export interface Rating {
  readonly rater: number;
  readonly label: number;
}

/** Who gave which label to which item. Anything may be missing, and a rater may rate an item several times. */
export interface Ratings {
  /** How many labels there are; they are numbered from 0. */
  readonly labels: number;
  /** How many raters there are; they are numbered from 0. */
  readonly raters: number;
  readonly items: readonly (readonly Rating[])[];
}

/** How often an item got each label. */
export function countLabels(ratings: readonly Rating[], labels: number): number[] {
  const counts = new Array<number>(labels).fill(0);
  for (const { label } of ratings) counts[label] = (counts[label] ?? 0) + 1;
  return counts;
}
