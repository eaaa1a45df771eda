/** What is asked for all texts in their order, to find those that may be similar among the ones before. */
export interface CandidateSearch {
  /** The texts before `b` that may be similar to it, ascending; where pairs are limited, only texts that are. */
  readonly candidatesOf: (b: number) => readonly number[];
}

export interface SearchOptions {
  readonly threshold: number;
  readonly isWanted: (a: number, b: number) => boolean;
  /** Texts that are similar, not only likely to be, with which the search for one ends. */
  readonly maxPairs: number;
}
