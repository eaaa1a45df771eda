import type { Annotation } from '../claims/annotation.ts';
import type { Config } from '../claims/config.ts';
import type { Article } from '../corpus/article.ts';
import type { PlacedClaim } from '../stats/claim-change.ts';
import type { GroupLookup } from '../stats/group-links.ts';
import type { Resampling } from '../stats/resampling/resampling.ts';

/** All that a report is made of. */
export interface ReportInput {
  /** Of the dataset, for people. */
  readonly title: string;
  /** What the dataset is; may be empty. */
  readonly description: string;
  /** Of the data; `null` where nothing says. */
  readonly version: string | null;
  /** In their order. Labels may be foreign ones or absent. */
  readonly claims: readonly PlacedClaim[];
  /** Claims that are not among them because of their errors. */
  readonly leftOut: number;
  /** Empty where the claims came without articles. */
  readonly articles: readonly Article[];
  /** All records of all journals in the order in which they were made; empty where there are none. */
  readonly annotations: readonly Annotation[];
  /** What tells the sections and annotators of claims; absent where only claims were given. */
  readonly lookup?: GroupLookup;
  /** The settings of the dataset, or the defaults: ratios, thresholds, budgets. */
  readonly config: Config;
  /** Whether the dataset has a configuration: what it says of ratios was then meant. */
  readonly isConfigured: boolean;
  readonly resampling: Resampling;
  /** What `claimset score --json` printed, a file each; empty where nothing was scored. */
  readonly scores: readonly GivenScores[];
}

/** Figures of systems: the part of `claimset score --json` that a report shows. */
export interface GivenScores {
  /** Of the scorer. */
  readonly title: string;
  /** What was counted, the headline first. */
  readonly figures: readonly {
    readonly id: string;
    readonly title: string;
    readonly about: string;
    /** Whether less is better. */
    readonly isError: boolean;
  }[];
  /** How the intervals came about; `null` where there are none. */
  readonly resampling: Resampling | null;
  readonly systems: readonly GivenSystem[];
}

export interface GivenSystem {
  /** The file of the predictions as it was named. */
  readonly name: string;
  /** Claims that were scored. */
  readonly claims: number;
  readonly figures: readonly GivenFigure[];
  readonly confusion: {
    readonly gold: readonly string[];
    /** `null` for claims without a predicted label. */
    readonly predicted: readonly (string | null)[];
    /** Claims by gold label, then by predicted label. */
    readonly counts: readonly (readonly number[])[];
  };
  readonly breakdowns: readonly {
    readonly title: string;
    readonly groups: readonly {
      readonly name: string;
      readonly claims: number;
      readonly figures: readonly GivenFigure[];
    }[];
  }[];
}

export interface GivenFigure {
  readonly id: string;
  /** `null` where it is not defined. */
  readonly value: number | null;
  readonly interval?: { readonly low: number; readonly high: number };
}
