import { labels } from '../../claims/label.ts';
import type { AnnotatedClaim } from '../annotations/standing-annotations.ts';
import type { Interval } from '../resampling/interval.ts';
import { wilsonInterval } from '../wilson-interval.ts';
import type { Coefficient } from './coefficient.ts';
import { cohenKappa } from './cohen.ts';

/** An annotator, and how far adjudications say the same. */
export interface AdjudicatedAnnotator {
  readonly annotator: string;
  /** Claims that the annotator annotated and somebody else adjudicated, one or more. */
  readonly claims: number;
  /** How many of them have the same label of both. */
  readonly agreeing: number;
  readonly share: number;
  /** Of the share: Wilson's. */
  readonly interval: Interval;
  /** Cohen's, of the annotator and the adjudications. */
  readonly kappa: Coefficient;
  /** Claims by the label of the annotator, then by that of the adjudication. */
  readonly confusion: readonly (readonly number[])[];
}

/**
 * Every annotator of claims that somebody else adjudicated, by name. That people agree with what they settled themselves says nothing.
 *
 * @param confidence share that intervals hold
 */
export function compareWithAdjudications(
  claims: readonly AnnotatedClaim[],
  confidence: number | undefined,
): AdjudicatedAnnotator[] {
  const tables = new Map<string, number[][]>();
  for (const { annotations, adjudication } of claims) {
    if (adjudication === undefined) continue;
    for (const [annotator, { label }] of annotations) {
      if (annotator === adjudication.annotator) continue;
      const table = tables.get(annotator) ?? labels.map(() => labels.map(() => 0));
      tables.set(annotator, table);
      const row = table[labels.indexOf(label)] ?? [];
      const column = labels.indexOf(adjudication.label);
      row[column] = (row[column] ?? 0) + 1;
    }
  }
  return [...tables]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([annotator, confusion]) => {
      const all = confusion.flat().reduce((sum, count) => sum + count, 0);
      const agreeing = confusion.reduce((sum, row, at) => sum + (row[at] ?? 0), 0);
      return {
        annotator,
        claims: all,
        agreeing,
        share: agreeing / all,
        interval: wilsonInterval(agreeing, all, confidence) as Interval,
        kappa: cohenKappa(confusion),
        confusion,
      };
    });
}
