import { labels } from '../../claims/label.ts';
import type { Coefficient } from './coefficient.ts';
import { cohenKappa, cohenStandardError } from './cohen.ts';
import type { PairCounts } from './count-pairs.ts';
import { gwetAc1 } from './gwet-ac1.ts';
import { krippendorffAlpha } from './krippendorff.ts';
import { scottPi } from './scott.ts';
import { sumTable } from './unit-sums.ts';

/** Two annotators, and how far they agree on the claims that both annotated. */
export interface AnnotatorPair {
  /** In the order of their names. */
  readonly annotators: readonly [first: string, second: string];
  /** Claims that they share, one or more. */
  readonly claims: number;
  /** Share of these that have the same label of both. */
  readonly observed: number;
  /** Cohen's. */
  readonly kappa: Coefficient;
  /** Of kappa, for many claims; `null` where kappa is not defined. */
  readonly standardError: number | null;
  /** Scott's. */
  readonly pi: Coefficient;
  /** Gwet's. */
  readonly ac1: Coefficient;
  /** Krippendorff's. */
  readonly alpha: Coefficient;
  /** Claims by the label of the first annotator, then by that of the second. */
  readonly confusion: readonly (readonly number[])[];
}

/** Every pair with its figures, in the order of the counts. */
export function comparePairs({ pairs, cells }: PairCounts): AnnotatorPair[] {
  const width = labels.length;
  return pairs.map((annotators, pair) => {
    const confusion = labels.map((_, row) =>
      cells.slice((pair * width + row) * width, (pair * width + row + 1) * width),
    );
    const sums = sumTable(confusion);
    return {
      annotators,
      claims: sums.units,
      observed: sums.equalPairs / sums.units,
      kappa: cohenKappa(confusion),
      standardError: cohenStandardError(confusion),
      pi: scottPi(confusion),
      ac1: gwetAc1(sums),
      alpha: krippendorffAlpha(sums),
      confusion,
    };
  });
}
