import type { ClaimId } from '../../claims/claim.ts';

/** Claims whose label is likely wrong. Plain data. */
export type LabelErrorFigures =
  | { readonly measured: MeasuredLabelErrors; readonly reason: null }
  | {
      readonly measured: null;
      /** A sentence: what is missing. */
      readonly reason: string;
    };

export interface MeasuredLabelErrors {
  /** Claims that were looked at. */
  readonly claims: number;
  readonly labels: readonly LabelConfidence[];
  /** Claims by given label (row) and label that they confidently look like (column), in the order of `labels`. */
  readonly confidentJoint: readonly (readonly number[])[];
  /** Claims that confidently look like another label. Most are right where words tell little: no estimate of wrong labels. */
  readonly contradicted: number;
  /** Those of them that are hard on the map too, the likeliest to be wrong first. */
  readonly candidates: readonly LabelErrorCandidate[];
}

export interface LabelConfidence {
  readonly label: string;
  readonly claims: number;
  /** Mean probability of the label among the claims that have it: what a claim must reach to look like it confidently. */
  readonly threshold: number;
}

/** A claim that looks as if it had another label. */
export interface LabelErrorCandidate {
  readonly id: ClaimId;
  readonly claim: string;
  readonly given: string;
  readonly suggested: string;
  /** Probability of the given label, of a classifier that did not learn the claim. */
  readonly probabilityOfGiven: number;
  readonly probabilityOfSuggested: number;
  /** Confidence and variability of the claim's label on the map, see `CartographyPoint`. */
  readonly confidence: number;
  readonly variability: number;
}
