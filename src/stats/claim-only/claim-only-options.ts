import type { Resampling } from '../resampling/resampling.ts';

/** How labels are guessed from claims alone. Everything has a default. */
export interface ClaimOnlyOptions {
  /** Folds of the cross-validation; 5 by default. */
  readonly folds?: number;
  /** The group of each claim, whole numbers: no group is in two folds. By default what hangs together (`findComponents`). */
  readonly groups?: ArrayLike<number>;
  /** Similarity from which claims hang together as near-duplicates, where there are no `groups`; 0.8 by default. */
  readonly nearDuplicate?: number;
  /** How intervals are drawn. */
  readonly resampling?: Resampling;
  /** N-grams that are named for each label; 20 by default. */
  readonly ngrams?: number;
  /** Passes over the claims whose dynamics are recorded; 10 by default. Of cartography alone. */
  readonly epochs?: number;
  /** For the order in which claims are learned from; 1 by default. Of cartography alone. */
  readonly seed?: number;
}
