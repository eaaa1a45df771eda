import type { ClaimId } from '../../claims/claim.ts';
import type { Label } from '../../claims/label.ts';
import type { SkipReason } from '../../claims/skip-reason.ts';
import type { Interval } from '../resampling/interval.ts';
import type { WaitingKind } from './waiting-kinds.ts';

/** A figure with its interval; the value is `null` where it is not defined, with a reason. */
export interface ProgressFigure {
  readonly value: number | null;
  readonly interval: Interval | null;
  readonly reason: string | null;
}

/** Seconds of work, of idling with the page in front, and with the page hidden. */
export interface WorkSeconds {
  readonly activeSeconds: number;
  readonly idleSeconds: number;
  readonly hiddenSeconds: number;
}

/** What was answered on one day, YYYY-MM-DD as the answers spell it. */
export interface WorkDay {
  readonly day: string;
  readonly answers: number;
  /** Active ones. */
  readonly seconds: number;
}

/** What one annotator did, as the annotator may know it. */
export interface OwnFigures extends WorkSeconds {
  readonly annotator: string;
  /** Claims that were answered, answers that stand. */
  readonly answered: number;
  readonly skipped: number;
  /** Claims that wait for this annotator. */
  readonly waiting: number;
  /** In seconds, of answers; `null` where no answer says. */
  readonly medianSeconds: number | null;
  readonly labels: Readonly<Record<Label, number>>;
  /** Answers that were decided otherwise, in label or evidence, by somebody else. */
  readonly corrected: number;
  /** YYYY-MM-DD of the last answer; `null` where there is none. */
  readonly lastDay: string | null;
  /** Oldest first. */
  readonly days: readonly WorkDay[];
}

/** What one annotator did. For the lead alone. */
export interface AnnotatorProgress extends OwnFigures {
  /** Answers that took less than a quarter of the median of all annotators: to be looked at, no proof of anything. */
  readonly hasty: number;
  /**
   * On claims whose gold is sure: how many were answered, share of right labels, and evidence as FEVEROUS's calibration scores it, means
   * over the answers for which they are defined.
   */
  readonly gold: {
    readonly answered: number;
    readonly labelAccuracy: number | null;
    readonly evidencePrecision: number | null;
    readonly evidenceRecall: number | null;
    readonly evidenceF1: number | null;
  };
}

/** Claims of the dataset by how far they are. */
export interface ClaimProgress {
  /** Those that nobody has answered, those that are begun, and those that are answered. */
  readonly all: number;
  /** That no annotator has answered. */
  readonly untouched: number;
  /** That some, but not enough annotators have answered. */
  readonly begun: number;
  /** That enough annotators have answered, or that are decided. */
  readonly answered: number;
  /** That have an adjudication. */
  readonly decided: number;
  /** That wait for who adjudicates, for whatever reason. */
  readonly conflicts: number;
  /** Whose label and evidence are sure: they measure annotators, and count in none of those above but `conflicts`. */
  readonly gold: number;
  /** That were taken out of the dataset. */
  readonly dropped: number;
}

/** How far the annotation of a dataset is. */
export interface Progress {
  readonly claims: ClaimProgress;
  /** Claims that wait for who adjudicates by why; one may wait for several reasons. */
  readonly waiting: Readonly<Record<WaitingKind, number>>;
  /** Annotators whom each claim needs: no more than there are, if there are any. */
  readonly overlap: number;
  /** By name. */
  readonly annotators: readonly AnnotatorProgress[];
  /** Answers that stand, of all annotators. */
  readonly answers: number;
  /** Krippendorff's alpha of the labels of all answers, with an interval. */
  readonly agreement: ProgressFigure;
  /** Claims with two answers or more: those that the agreement is of. */
  readonly compared: number;
  /** By week, oldest first: `week` as `2026-W07`, `from` its Monday. */
  readonly agreementByWeek: readonly (ProgressFigure & {
    readonly week: string;
    readonly from: string;
    readonly claims: number;
  })[];
  /**
   * Pairs of answers to one claim by two annotators, by their labels: rows and columns in the order of the labels; symmetric, so that a pair of different
   * labels stands in two cells.
   */
  readonly confusion: readonly (readonly number[])[];
  /** Of all answers. */
  readonly labels: Readonly<Record<Label, number>>;
  readonly skips: Readonly<Record<SkipReason, number>>;
  /** Flags that stand. */
  readonly flags: number;
  /** Words that are known to give labels away and stand mostly in claims of one label, the most telling first, at most ten. */
  readonly cues: readonly {
    readonly word: string;
    readonly label: Label;
    /** Of the claims with the word, those with the label. */
    readonly share: number;
    readonly claims: number;
  }[];
  /** Answers a day, oldest first. */
  readonly days: readonly WorkDay[];
  /** How long answers took: in seconds, from `from` on and less than `to`, `null` for no end. */
  readonly times: readonly { readonly from: number; readonly to: number | null; readonly answers: number }[];
  /** Of all answers that say how long they took. */
  readonly medianSeconds: number | null;
  /** Reasons of adjudications that ask for better guidelines, as comments: the to-do list of the lead. The comment is empty where there is none. */
  readonly guidelineGaps: readonly { readonly claim: ClaimId; readonly comment: string }[];
}

/** What an annotator may know of the progress: nothing of others, nor of which claims have sure gold, nor of who disagreed. */
export interface OwnProgress {
  readonly claims: Pick<ClaimProgress, 'all' | 'untouched' | 'begun' | 'answered' | 'decided'>;
  readonly overlap: number;
  readonly own: OwnFigures;
}
