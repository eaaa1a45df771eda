import type { Annotation } from '../../claims/annotation.ts';
import { labels } from '../../claims/label.ts';

/** How often each label was given, by the positions of the labels. */
export function countLabels(annotations: ReadonlyMap<string, Pick<Annotation, 'label'>>): number[] {
  const counts = labels.map(() => 0);
  for (const { label } of annotations.values()) {
    const at = labels.indexOf(label);
    counts[at] = (counts[at] ?? 0) + 1;
  }
  return counts;
}
