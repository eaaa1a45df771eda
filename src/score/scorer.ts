import type { Piece } from './evidence/piece.ts';

/** A JSON object as a file has it. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** One number that a scorer gives. */
export interface Figure {
  /** camelCase: the key in JSON and in `--fail-under`. */
  readonly id: string;
  /** As tables head it, such as `label accuracy`. */
  readonly title: string;
  /** What is counted, one sentence. */
  readonly about: string;
  /** Whether less is better, as of calibration errors. */
  readonly isError?: boolean;
  /** Where it is 1 for want of anything to count, in a few words, as after "is 1": told wherever it is 1. */
  readonly emptyIsOne?: string;
}

/** How claims are scored. */
export interface ScoreOptions {
  /** Predicted pieces that count, in their order: as Python cuts a list (`[:n]`), `Infinity` for all. Of FEVEROUS: sentences. */
  readonly maxEvidence: number;
  /** Predicted cells, header cells, captions and list items that count (FEVEROUS); `Infinity` for all. */
  readonly maxCells: number;
  /** Labels in any known spelling, and pieces whose articles differ in normal form, escapes or underscores only, are the same. */
  readonly lenient: boolean;
  /** Ids are split, and failures happen, as in the official code. */
  readonly official: boolean;
}

/** What is wrong with a prediction or a gold record: its place, and a message of `scoreRules`. */
export interface Flaw {
  readonly path: readonly (string | number)[];
  readonly messageId: string;
  readonly data?: Readonly<Record<string, string | number>>;
}

/** What a claim's label and evidence are. Scorers add what they need. */
export interface Gold {
  /** As the file has it. */
  readonly label: string;
  /** Any one set suffices. */
  readonly sets: readonly (readonly Piece[])[];
}

/** What a system said of a claim. Scorers add what they need. */
export interface Prediction {
  /** As the file has it; `undefined` where it has none, which is never right. */
  readonly label: string | undefined;
  /** Best first. */
  readonly pieces: readonly Piece[];
}

/** A record made into what is scored, and what is wrong with it. A flaw of a prediction is counted as a miss. */
export interface Read<Value> {
  readonly value: Value;
  readonly flaws: readonly Flaw[];
}

/** How well a system would do that has a part of its work done for it. */
export interface Bound<G extends Gold, P extends Prediction> {
  /** camelCase. */
  readonly id: string;
  /** As in "with gold evidence". */
  readonly title: string;
  /** The prediction with the part replaced. */
  replace(gold: G, prediction: P, options: ScoreOptions): P;
}

/** How an official scorer brings gold and predictions together. */
export interface OfficialJoin {
  readonly by: 'id' | 'position';
  /** How it fails where there are more of the one than of the other: Python's class and message. Where absent, it leaves them out. */
  readonly failure?: readonly [pythonClass: string, message: string];
}

/** The outcome of a claim, and those of the scorer's bounds. */
export interface QuickOutcome {
  /** From 0, the next one for each that is made: for who keeps something of each in a list. */
  readonly number: number;
  readonly outcome: readonly number[];
  readonly bounds: readonly (readonly number[])[];
}

/**
 * A way to score: one file in `scorers/` each, one line in the registry. All that is said of a claim is a few numbers, its outcome;
 * outcomes are added up, in the order of the gold claims, and figures are made of the sums. So intervals, break-downs and comparisons know nothing of a scorer.
 */
export interface Scorer<G extends Gold = Gold, P extends Prediction = Prediction> {
  /** Name on the command line, which is also the name of its file. */
  readonly id: string;
  readonly title: string;
  /** Where the measure is defined. */
  readonly url: string;
  /** One sentence for help and docs. */
  readonly about: string;
  /** The formats (ids of `src/formats`) whose gold this is the customary scorer of. */
  readonly customFor: readonly string[];
  /** The formats whose records `readGold` reads as they stand. Claims of all others come as claimset's own records. */
  readonly reads: readonly string[];
  /** What the numbers of an outcome are, in order; the first is always 1, the claim itself. */
  readonly parts: readonly string[];
  /** In the order of tables, the headline first. */
  readonly figures: readonly Figure[];
  /** Where a number comes from a convention or differs from the official code: sentences for the docs. */
  readonly deviations: readonly string[];
  /**
   * `undefined` where the record has no right answer: the claim is left out.
   *
   * @param record as the file has it, or claimset's own
   */
  readGold(record: JsonObject, options: ScoreOptions): Read<G | undefined>;
  readPrediction(record: JsonObject, options: ScoreOptions): Read<P>;
  /** What stands for a prediction that is missing: no label, nothing found. */
  readonly nothing: P;
  /** Label and evidence of a claim alone, and no other claim's. One number for each of `parts`. */
  outcomeOf(gold: G, prediction: P, options: ScoreOptions): readonly number[];
  /** One for each of `figures`, `null` where it is not defined; always where there are no claims. */
  figuresOf(totals: readonly number[]): readonly (number | null)[];
  readonly bounds: readonly Bound<G, P>[];
  /**
   * What comes of a pair of records that are as most are, without making gold and prediction of them; `undefined` of all others. The same as the
   * long way, in less time; not asked where options are official or lenient. The same object each time for what is the same.
   */
  quick?(gold: JsonObject, prediction: JsonObject, options: ScoreOptions): QuickOutcome | undefined;
  /**
   * The scorer for one run, of a scorer that learns the classes from the claims: one for all systems that are compared. Its `figures`
   * are complete when all claims were seen, and until then the places in an outcome are those of this run alone. Other scorers have none.
   */
  begin?(options: ScoreOptions): Scorer<G, P>;
  /** Whether the two labels are the same, by this scorer's rule. */
  sameLabel(gold: string, predicted: string, options: ScoreOptions): boolean;
  /** How the official code brings gold and predictions together. */
  readonly officialJoin: OfficialJoin;
  /** Fails where the official code fails on this pair of records. @throws OfficialFailure */
  failAsOfficial?(gold: JsonObject, prediction: JsonObject, options: ScoreOptions): void;
  /** Fails where the official code fails on the sums. @throws OfficialFailure */
  failAsOfficialAtEnd?(totals: readonly number[]): void;
}
