import { compareLabels } from '../claims/label-order.ts';
import type { PlacedClaim } from './claim-change.ts';

/** What a claim without a label is counted as. */
export const noLabel = 'no label';

/** How many claims of each group have each label. */
export interface LabelTable {
  /** Those that occur, the three of FEVER first; {@link noLabel} last. */
  readonly labels: readonly string[];
  /** In the order in which they came first, or that was asked for. */
  readonly rows: readonly LabelRow[];
}

/** The claims of a group. */
export interface LabelRow {
  readonly name: string;
  readonly claims: number;
  /** By label, in the order of {@link LabelTable.labels}. */
  readonly counts: readonly number[];
}

/** What a claim is counted as. */
export function labelNameOf({ claim }: PlacedClaim): string {
  return claim.label ?? noLabel;
}

/** The label names that claims have, in the order of the report. */
export function labelNamesOf(claims: Iterable<PlacedClaim>): string[] {
  const found = new Set<string>();
  let isOpen = false;
  for (const placed of claims) {
    const name = labelNameOf(placed);
    if (name === noLabel) isOpen = true;
    else found.add(name);
  }
  const sorted = [...found].sort(compareLabels);
  return isOpen ? [...sorted, noLabel] : sorted;
}

/**
 * Counts claims by group and label.
 *
 * @param nameOf the group of a claim; `undefined` for claims that are in none
 * @param order groups that come first, those without claims left out
 */
export function tabulateLabels(
  claims: readonly PlacedClaim[],
  nameOf: (placed: PlacedClaim) => string | undefined,
  order: readonly string[] = [],
): LabelTable {
  const labels = labelNamesOf(claims);
  const columns = new Map(labels.map((label, at) => [label, at]));
  const groups = new Map<string, number[]>(order.map((name) => [name, labels.map(() => 0)]));
  for (const placed of claims) {
    const name = nameOf(placed);
    if (name === undefined) continue;
    const counts = groups.get(name) ?? labels.map(() => 0);
    groups.set(name, counts);
    const column = columns.get(labelNameOf(placed)) ?? -1;
    counts[column] = (counts[column] ?? 0) + 1;
  }
  const rows = [...groups].map(([name, counts]) => ({
    name,
    claims: counts.reduce((sum, count) => sum + count, 0),
    counts,
  }));
  return { labels, rows: rows.filter((row) => row.claims > 0) };
}
