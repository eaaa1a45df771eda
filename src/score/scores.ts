import type { Interval } from '../stats/resampling/interval.ts';
import type { ScoreSettings } from './score-settings.ts';

/** A figure of a score. */
export interface FigureValue {
  /** One of the scorer's figures. */
  readonly id: string;
  /** `null` where it is not defined. */
  readonly value: number | null;
  /** Absent where none was asked for or can be given. */
  readonly interval?: Interval;
}

/** How often claims of a gold label were given a label. */
export interface Confusion {
  /** Gold labels, the three of FEVER first, others in the order in which they first appear. */
  readonly gold: readonly string[];
  /** All gold labels and what else was predicted, likewise; `null` for claims without a predicted label, last, where there are any. */
  readonly predicted: readonly (string | null)[];
  /** By gold label, then by predicted label. */
  readonly counts: readonly (readonly number[])[];
}

/** Figures of the claims of one group. */
export interface GroupScore {
  readonly name: string;
  readonly claims: number;
  readonly figures: readonly FigureValue[];
}

/** The claims divided by something that is known of them. A claim may be in several groups (its articles), or in none. */
export interface Breakdown {
  /** Id of a grouping, as in `--by`. */
  readonly id: string;
  readonly title: string;
  readonly groups: readonly GroupScore[];
}

/** What the figures would be if a part of the work were done for the system. */
export interface BoundScore {
  readonly id: string;
  readonly title: string;
  readonly figures: readonly FigureValue[];
}

/** A claim on which much was lost. */
export interface WorstClaim {
  readonly id: string | undefined;
  readonly claim: string | undefined;
  /** Empty where labels do not count. */
  readonly gold: string;
  readonly predicted: string | undefined;
  /** What went wrong, in a few words, such as `wrong label, evidence found`. */
  readonly fault: string;
  /** The gold evidence sets as evidence ids, or as the scorer has them, each once. */
  readonly goldEvidence: readonly (readonly string[])[];
  readonly predictedEvidence: readonly string[];
  /** The predicted label's probability, where predictions have one. */
  readonly probability?: number;
}

/** How gold and predictions came together: counts of records. */
export interface JoinCounts {
  readonly by: 'id' | 'position';
  readonly missing: number;
  readonly extra: number;
  readonly repeatedGold: number;
  readonly repeatedPredictions: number;
  readonly withoutId: number;
  /** Gold records that have no right answer. */
  readonly unscored: number;
}

/** The claims whose predicted label had about the same probability. */
export interface CalibrationBin {
  /** The probability is above this, or 0 in the first bin. */
  readonly above: number;
  /** And at most this. */
  readonly upTo: number;
  readonly claims: number;
  /** Mean probability of the predicted labels; `null` without claims. */
  readonly confidence: number | null;
  /** Share of them that are right; `null` without claims. */
  readonly accuracy: number | null;
}

/** How far probabilities say how often a system is right. */
export interface Calibration {
  /** Claims whose predicted label has a probability; nothing is said of the others. */
  readonly claims: number;
  /** Those of `calibrationFigures`. */
  readonly figures: readonly FigureValue[];
  /** From the lowest up. */
  readonly bins: readonly CalibrationBin[];
}

/** All that is said of a system. */
export interface Scores {
  /** Id of the scorer. */
  readonly scorer: string;
  /** As the user named the file. */
  readonly predictions: string;
  /** Absent where all is as by default. */
  readonly settings?: ScoreSettings;
  readonly claims: number;
  readonly figures: readonly FigureValue[];
  readonly confusion: Confusion;
  readonly breakdowns: readonly Breakdown[];
  readonly bounds: readonly BoundScore[];
  readonly worst: readonly WorstClaim[];
  readonly join: JoinCounts;
  /** Absent where predictions have no probabilities. */
  readonly calibration?: Calibration;
  /** Claims whose figures would be better if articles and labels were compared leniently; 0 where they are. */
  readonly nearMisses: number;
}

/** A figure of two systems. */
export interface FigureDifference {
  readonly id: string;
  readonly first: number | null;
  readonly second: number | null;
  /** Second less first; `null` where one is not defined. */
  readonly difference: number | null;
  readonly interval?: Interval;
  /** Two-sided, by paired bootstrap over claims. */
  readonly bootstrapP: number | null;
  /** Two-sided, by approximate randomisation: the two outcomes of each claim swapped at random. */
  readonly randomisationP: number | null;
}

/** Two systems on the same claims. */
export interface Comparison {
  readonly figures: readonly FigureDifference[];
  /** Claims on which a system is better by the headline figure, and those on which they are equal. */
  readonly wins: { readonly first: number; readonly second: number; readonly ties: number };
}
