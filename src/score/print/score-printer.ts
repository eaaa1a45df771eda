import type { Resampling } from '../../stats/resampling/resampling.ts';
import type { Scorer } from '../scorer.ts';
import type { Comparison, Scores } from '../scores.ts';

/** What is said of the scorer. */
export type ShownScorer = Pick<Scorer, 'id' | 'title' | 'url' | 'figures'>;

export interface PrintOptions {
  /** Columns of the terminal. */
  readonly width: number;
  readonly color: boolean;
  /** How the intervals came about; absent where there are none. */
  readonly resampling?: Resampling | undefined;
  /** The text of an evidence id as the scores have it; ids stand alone where there is none. */
  readonly evidenceText?: ((id: string) => string | undefined) | undefined;
}

/** A way to print scores: one file in this folder each, one line in the registry. */
export interface ScorePrinter {
  /** Name on the command line. */
  readonly id: string;
  /** For whom, in a few words. */
  readonly title: string;
  /**
   * Pieces of text, the last of which ends with a line feed.
   *
   * @param scores one for each system, at least one, all by the same scorer
   * @param comparison of the first two systems
   */
  print(
    scores: readonly Scores[],
    comparison: Comparison | undefined,
    scorer: ShownScorer,
    options: PrintOptions,
  ): Iterable<string>;
}
