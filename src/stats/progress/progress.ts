import type { ClaimId } from '../../claims/claim.ts';
import type { Label } from '../../claims/label.ts';
import type { SkipReason } from '../../claims/skip-reason.ts';
import type { Interval } from '../resampling/interval.ts';

/** A figure with its interval; the value is `null` where it is not defined, with a reason. */
export interface ProgressFigure {
  readonly value: number | null;
  readonly interval: Interval | null;
  readonly reason: string | null;
}

/** What one annotator did. For the lead alone. */
export interface AnnotatorProgress {
  readonly annotator: string;
  /** Claims that were answered, answers that stand. */
  readonly answered: number;
  readonly skipped: number;
  /** Claims that wait for this annotator. */
  readonly waiting: number;
  /** Medians in seconds; `null` where no answer says. */
  readonly medianSeconds: number | null;
  readonly activeSeconds: number;
  readonly idleSeconds: number;
  readonly hiddenSeconds: number;
  /** Answers that took less than a quarter of the median of all annotators: to be looked at, no proof of anything. */
  readonly hasty: number;
  readonly labels: Readonly<Record<Label, number>>;
  /** On claims whose gold is sure: how many were answered, share of right labels, and evidence as FEVEROUS's calibration scores it. */
  readonly gold: {
    readonly answered: number;
    readonly labelAccuracy: number | null;
    readonly evidencePrecision: number | null;
    readonly evidenceRecall: number | null;
    readonly evidenceF1: number | null;
  };
  /** Answers that were decided otherwise. */
  readonly corrected: number;
  /** YYYY-MM-DD of the last answer; `null` where there is none. */
  readonly lastDay: string | null;
}

/** How far the annotation of a dataset is. */
export interface Progress {
  readonly claims: {
    readonly all: number;
    /** That no annotator has answered. */
    readonly untouched: number;
    /** That some, but not enough annotators have answered. */
    readonly begun: number;
    /** That enough annotators have answered, or that are decided. */
    readonly answered: number;
    readonly decided: number;
    readonly conflicts: number;
    readonly dropped: number;
  };
  readonly overlap: number;
  readonly annotators: readonly AnnotatorProgress[];
  /** Krippendorff's alpha of the labels of all answers, with an interval. */
  readonly agreement: ProgressFigure;
  /** By week, oldest first: `week` as `2026-W07`. */
  readonly agreementByWeek: readonly (ProgressFigure & { readonly week: string; readonly claims: number })[];
  /** Pairs of answers to one claim by two annotators: rows and columns in the order of the labels; symmetric. */
  readonly confusion: readonly (readonly number[])[];
  readonly labels: Readonly<Record<Label, number>>;
  readonly skips: Readonly<Record<SkipReason, number>>;
  /** Words that stand mostly in claims of one label, the most telling first, at most ten. */
  readonly cues: readonly {
    readonly word: string;
    readonly label: Label;
    readonly share: number;
    readonly claims: number;
  }[];
  /** Answers a day, oldest first. */
  readonly days: readonly { readonly day: string; readonly answers: number; readonly seconds: number }[];
  /** Reasons of adjudications that ask for better guidelines, as comments: the to-do list of the lead. */
  readonly guidelineGaps: readonly { readonly claim: ClaimId; readonly comment: string }[];
}
