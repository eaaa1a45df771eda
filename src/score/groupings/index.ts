import { article } from './article.ts';
import { articles } from './articles.ts';
import { challenge } from './challenge.ts';
import { evidenceKind } from './evidence-kind.ts';
import { evidenceSets } from './evidence-sets.ts';
import { evidenceSize } from './evidence-size.ts';
import type { Grouping } from './grouping.ts';
import { label } from './label.ts';
import { mutation } from './mutation.ts';
import { predictedLabel } from './predicted-label.ts';
import { split } from './split.ts';

/** All ways to divide claims, sorted by id. */
export const groupings: readonly Grouping[] = [
  article,
  articles,
  challenge,
  evidenceKind,
  evidenceSets,
  evidenceSize,
  label,
  mutation,
  predictedLabel,
  split,
];

export function findGrouping(id: string): Grouping | undefined {
  return groupings.find((grouping) => grouping.id === id);
}
