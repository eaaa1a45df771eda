import { labels } from '../../claims/label.ts';
import { markdownTable } from '../../text/markdown-table.ts';

/** Number of claims of a split, all and by label. */
export interface CardSplit {
  readonly name: string;
  readonly claims: number;
  /** Absent where labels are held back. */
  readonly labels?: Readonly<Record<string, number>>;
}

/** Stands for the labels of a split that holds them back. */
const heldBack = '–';

/** The table of splits and labels, with their sums over what is told. */
export function cardSplits(splits: readonly CardSplit[]): string {
  const rows = splits.map(({ name, claims, labels: counts }) => [
    name,
    claims,
    ...labels.map((label) => (counts === undefined ? heldBack : (counts[label] ?? 0))),
  ]);
  const sums = rows[0]?.slice(1).map((_, column) => sumOf(rows.map((row) => row[column + 1]))) ?? [];
  return markdownTable(['split', 'claims', ...labels], [...rows, ['all', ...sums]]);
}

function sumOf(cells: readonly (string | number | undefined)[]): number {
  return cells.reduce<number>((sum, cell) => sum + (typeof cell === 'number' ? cell : 0), 0);
}
