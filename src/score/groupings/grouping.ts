import type { Gold, JsonObject, Prediction, ScoreOptions } from '../scorer.ts';

/** A way to divide claims: one file in this folder each, one line in the registry. */
export interface Grouping {
  /** kebab-case: as in `--by`, and the name of its file. */
  readonly id: string;
  /** As a table of its groups is headed, such as `gold label`. */
  readonly title: string;
  /** What puts a claim into a group, one sentence for help and docs. */
  readonly about: string;
  /** Groups that come first, in this order. Others follow by size, then by name. */
  readonly order: readonly string[];
  /** The groups of a claim, each once. Names are the data's own: short, but not safe for a terminal. */
  groupsOf(
    gold: Gold,
    record: JsonObject,
    prediction: Prediction,
    options: Pick<ScoreOptions, 'lenient'>,
  ): readonly string[];
}
