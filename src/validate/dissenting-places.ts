import type { Label } from '../claims/label.ts';
import type { Related } from '../diagnostic/diagnostic.ts';
import type { AnnotationRow, AnnotationTable } from './tables/annotation-table.ts';

/** Annotations shown beside a finding: more would not tell more. */
const maxShown = 3;

/** The first annotations that do not give a label, where they give theirs. */
export function dissentingPlaces(
  table: AnnotationTable,
  annotations: readonly AnnotationRow[],
  label?: Label,
): Related[] {
  return annotations
    .filter((annotation) => annotation.label !== label)
    .slice(0, maxShown)
    .map(({ annotator, label: other, row }) => ({
      message: `Here ${annotator} says \`${other}\`.`,
      place: table.places.recall(row, 'label'),
    }));
}
