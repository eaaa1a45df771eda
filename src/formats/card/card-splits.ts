import { labels } from '../../claims/label.ts';
import { markdownTable } from '../../text/markdown-table.ts';

/** Number of claims of a split, all and by label. */
export interface CardSplit {
  readonly name: string;
  readonly claims: number;
  readonly labels: Readonly<Record<string, number>>;
}

/** The table of splits and labels, with their sums. */
export function cardSplits(splits: readonly CardSplit[]): string {
  const rows = splits.map(({ name, claims, labels: counts }) => [
    name,
    claims,
    ...labels.map((label) => counts[label] ?? 0),
  ]);
  const sums =
    rows[0]?.slice(1).map((_, column) => rows.reduce((sum, row) => sum + Number(row[column + 1]), 0)) ?? [];
  return markdownTable(['split', 'claims', ...labels], [...rows, ['all', ...sums]]);
}
