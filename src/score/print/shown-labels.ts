import type { Confusion } from '../scores.ts';

/** Whether any label was predicted: of a ranking of evidence there is nothing to show. */
export function hasPredictedLabels({ predicted, counts }: Confusion): boolean {
  return counts.some((row) => row.some((count, at) => count > 0 && predicted[at] !== null));
}
