import type { ClaimId } from '../../claims/claim.ts';
import type { GroupLinkKind } from '../group-links.ts';
import type { Interval } from '../resampling/interval.ts';

/**
 * How well the label is guessed from the words of the claim alone, without any evidence: what a dataset gives away. Plain data, as it
 * is printed as JSON.
 */
export type ClaimOnlyFigures = ClaimOnlyBase &
  (
    | { readonly measured: MeasuredClaimOnly; readonly reason: null }
    | {
        readonly measured: null;
        /** A sentence: what is missing. */
        readonly reason: string;
      }
  );

/** What was looked at. */
export interface ClaimOnlyBase {
  /** Claims that are learned from and guessed. */
  readonly claims: number;
  /** Labels of these claims: the three of FEVER as they are listed, then others by name. */
  readonly labels: readonly LabelCount[];
  /** What the claims were grouped by; `null` where groups were given. Without evidence and sources see `groupingOf`. */
  readonly groupedBy: readonly GroupLinkKind[] | null;
  /** Groups that the claims were in: no group is in two folds. */
  readonly groups: number;
  /** Claims of the largest group. */
  readonly largestGroup: number;
  /** What was not looked at, and why. */
  readonly leftOut: readonly LeftOutClaims[];
}

export interface LabelCount {
  readonly label: string;
  readonly claims: number;
}

/** Claims that were not looked at. */
export interface LeftOutClaims {
  /**
   * `unlabelled`: without a label; `rare-label`: fewer claims with the label than folds, or thirty commoner labels; `one-fold`: claims
   * with the label hang together so much that they are all in one fold, and nothing could be learned of it from the others.
   */
  readonly why: 'unlabelled' | 'rare-label' | 'one-fold';
  /** `null` for claims without one. */
  readonly label: string | null;
  readonly claims: number;
}

/** A figure with the interval that it probably lies in. */
export interface Estimate {
  readonly value: number;
  /** Percentiles of the figure in groups of claims drawn anew; `null` where they tell nothing. */
  readonly interval: Interval | null;
}

/** The figures of a classifier that never saw the claims that it guesses. */
export interface MeasuredClaimOnly {
  /** Folds of the cross-validation. */
  readonly folds: number;
  /** Share of the claims that are guessed right. */
  readonly accuracy: Estimate;
  /** Mean of the F1 of the labels. */
  readonly macroF1: Estimate;
  /** What always saying the commonest label gets, the share of the claims that have it: what accuracy is to be compared with. */
  readonly majorityAccuracy: Estimate;
  /**
   * What saying the commonest label of the other folds gets in each fold. Where labels are as common as each other it is less than
   * `majorityAccuracy`: a label that is the commonest elsewhere is a rarer one here.
   */
  readonly learnedMajorityAccuracy: Estimate;
  /** Accuracy less `majorityAccuracy`, of the same claims: above 0 where the words of claims give labels away. */
  readonly gain: Estimate;
  readonly byLabel: readonly LabelFigures[];
  /** Claims by label (row) and guess (column), in the order of `byLabel`. */
  readonly confusion: readonly (readonly number[])[];
  readonly information: InformationFigures;
  /** The n-grams that speak most for each label, in the order of `byLabel`, of a classifier that learned all claims. */
  readonly ngrams: readonly LabelNgrams[];
}

/** How well one label is guessed. */
export interface LabelFigures {
  readonly label: string;
  readonly claims: number;
  /** `null` where the label was never guessed. */
  readonly precision: Estimate | null;
  readonly recall: Estimate;
  /** 0 where no claim with the label was guessed. */
  readonly f1: Estimate;
}

/** What claims tell of their labels, in bits a claim. */
export interface InformationFigures {
  /** Mean over claims of -log2 of the share of the claim's label in the other folds: what there is to tell. */
  readonly labelEntropy: number;
  /** Mean over claims of -log2 of the probability that the classifier gave the label. */
  readonly conditionalEntropy: number;
  /** The first less the second: 0 where the classifier knows no more than the shares of the labels, below where it is misled. */
  readonly information: Estimate;
}

export interface LabelNgrams {
  readonly label: string;
  /** Heaviest first. */
  readonly ngrams: readonly WeightedNgram[];
}

/** One or two words that speak for a label. */
export interface WeightedNgram {
  /** In lower case, two words parted by a blank. */
  readonly ngram: string;
  /** By how much it raises the label's logit over the mean of the labels. */
  readonly weight: number;
  /** Claims that it stands in. */
  readonly claims: number;
  /** Share of these claims that have the label. */
  readonly productivity: number;
  /** Up to three of these claims with the label, the shortest first. */
  readonly examples: readonly ExampleClaim[];
}

export interface ExampleClaim {
  readonly id: ClaimId;
  readonly claim: string;
}
