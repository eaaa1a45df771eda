import { labels } from '../../claims/label.ts';
import { leakageKinds, leakageNames } from '../../stats/leakage.ts';
import { printable } from '../../text/printable.ts';
import type { AssignedSplits } from './assign-splits.ts';

/** The splits as a table, the audit's four numbers, and what is wrong: lines for a person. */
export function printSplits({ result, leakage }: AssignedSplits): string {
  const head = ['split', 'ratio', 'claims', ...labels];
  const rows = result.splits.map(({ split, ratio, claims, labels: counts }) => [
    split,
    ratio.toFixed(2),
    String(claims),
    ...labels.map((label) => String(counts[label])),
  ]);
  const widths = head.map((name, column) =>
    Math.max(name.length, ...rows.map((row) => row[column]?.length ?? 0)),
  );
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, column) =>
        column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
      )
      .join('  ');
  const largest = result.components[0]?.claimIds.length ?? 0;
  return `${[
    line(head),
    ...rows.map(line),
    '',
    `${result.components.length} groups of claims that stay together, the largest of ${largest}`,
    `leakage between splits: ${leakageKinds.map((kind) => `${leakageNames[kind]} ${leakage[kind].count}`).join(', ')}`,
  ].join('\n')}\n`;
}

/** What is wrong with the splits, each with what can be done, and the first leaks of each kind. */
export function printSplitProblems({ result, leakage }: AssignedSplits): string {
  const problems = result.problems.map(
    ({ severity, message, help }) => `${severity}: ${printable(message)}\n  help: ${printable(help)}\n`,
  );
  const leaks = leakageKinds.flatMap((kind) =>
    leakage[kind].witnesses
      .slice(0, 3)
      .map(
        ({ claimIds, splits, shared }) =>
          `error: ${leakageNames[kind]}: ${claimIds.map((id, which) => `${printable(String(id))} (${splits[which]})`).join(' and ')} share ${printable(shared.slice(0, 200))}\n`,
      ),
  );
  return [...problems, ...leaks].join('');
}
