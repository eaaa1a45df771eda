import type { ClaimId } from '../../claims/claim.ts';

/** Regions of the map, the surest first. */
export const cartographyRegions = ['easy', 'ambiguous', 'hard'] as const;

export type CartographyRegion = (typeof cartographyRegions)[number];

/** How a classifier came to the labels of claims while it learned them: the map of a dataset. Plain data. */
export type CartographyFigures =
  | { readonly measured: MeasuredCartography; readonly reason: null }
  | {
      readonly measured: null;
      /** A sentence: what is missing. */
      readonly reason: string;
    };

export interface MeasuredCartography {
  /** Passes over the claims. */
  readonly epochs: number;
  /** Claims that were learned. */
  readonly claims: number;
  /** What parts the regions. */
  readonly thresholds: CartographyThresholds;
  /** In the order of `cartographyRegions`. */
  readonly regions: readonly RegionFigures[];
  /** Each claim on the map, in the order of the claims. */
  readonly points: readonly CartographyPoint[];
}

/** Claims that vary as little are easy or hard by their confidence; all others are ambiguous. Fixed, so that numbers can be compared. */
export interface CartographyThresholds {
  /** Least variability that makes a claim ambiguous whatever its confidence. */
  readonly ambiguousFrom: number;
  /** Least confidence of easy claims: halfway from guessing to knowing. */
  readonly easyFrom: number;
  /** Confidence below which claims are hard: less than each label gets by guessing. */
  readonly hardBelow: number;
}

export interface RegionFigures {
  readonly region: CartographyRegion;
  readonly claims: number;
  /** Claims by label, all labels in the order of the figures. */
  readonly byLabel: readonly { readonly label: string; readonly claims: number }[];
}

/** A claim on the map. */
export interface CartographyPoint {
  readonly id: ClaimId;
  readonly label: string;
  /** Mean over the epochs of the probability of the claim's label. */
  readonly confidence: number;
  /** Standard deviation of it over the epochs. */
  readonly variability: number;
  /** Share of the epochs in which the claim's label was the likeliest. */
  readonly correctness: number;
  readonly region: CartographyRegion;
}
