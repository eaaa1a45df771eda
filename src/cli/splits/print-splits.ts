import { labels } from '../../claims/label.ts';
import { countWords } from '../../reporters/count-words.ts';
import type { SplitResult } from '../../split/split-claims.ts';
import { furtherLeakageNames, isGrouped } from '../../stats/group-leakage.ts';
import { furtherGroupKinds } from '../../stats/group-links.ts';
import { type LeakList, leakageKinds, leakageNames } from '../../stats/leakage.ts';
import { percent } from '../../text/percent.ts';
import { printable } from '../../text/printable.ts';
import type { AssignedSplits } from './assign-splits.ts';
import { plainTable } from './plain-table.ts';

/** Values of attributes that are shown: those that are divided worst. */
const maxStrata = 20;
/** Leaks that are named of each kind. */
const maxLeaks = 3;
const maxSharedChars = 200;

/** The splits as a table, with dates or strata where they were asked for, the numbers of the audit: lines for a person. */
export function printSplits(assigned: AssignedSplits): string {
  const { result } = assigned;
  const isDated = result.splits.some(({ dates }) => dates !== undefined);
  const head = ['split', 'ratio', 'claims', ...labels, ...(isDated ? ['from', 'to', 'undated'] : [])];
  const rows = result.splits.map(({ split, ratio, claims, labels: counts, dates }) => [
    split,
    ratio.toFixed(2),
    String(claims),
    ...labels.map((label) => String(counts[label])),
    ...(dates === undefined
      ? []
      : [printable(dates.first ?? '–'), printable(dates.last ?? '–'), String(dates.undated)]),
  ]);
  const largest = result.components[0]?.claimIds.length ?? 0;
  return `${[
    ...plainTable([head, ...rows]),
    '',
    ...strataLines(result),
    `${countWords(result.components.length, 'group')} of claims that stay together, the largest of ${largest}`,
    `leakage between splits: ${auditWords(assigned)}`,
  ].join('\n')}\n`;
}

/** The numbers of the audit with their names. */
export function auditWords({ leakage, further }: Pick<AssignedSplits, 'leakage' | 'further'>): string {
  return [
    ...leakageKinds.map((kind) => `${leakageNames[kind]} ${leakage[kind].count}`),
    ...furtherGroupKinds.flatMap((kind) =>
      further[kind] === undefined ? [] : `${furtherLeakageNames[kind]} ${further[kind].count}`,
    ),
  ].join(', ');
}

/** What share of the claims with each value is in each split, the values that are divided worst first. */
function strataLines({ strata, splits }: SplitResult): string[] {
  if (strata === undefined) return [];
  const rows = strata
    .filter(({ claims }) => claims > 0)
    .map((stratum) => {
      const shares = splits.map((_, split) => (stratum.bySplit[split] ?? 0) / stratum.claims);
      const off = Math.max(...splits.map(({ ratio }, split) => Math.abs((shares[split] ?? 0) - ratio)));
      return { stratum, shares, off: off * stratum.claims };
    })
    .sort((a, b) => b.off - a.off);
  const shown = rows.slice(0, maxStrata);
  const more = rows.length - shown.length;
  return [
    ...plainTable([
      ['value', 'claims', ...splits.map(({ split }) => split), 'claims off'],
      ...shown.map(({ stratum: { attribute, value, claims }, shares, off }) => [
        printable(`${attribute}: ${value.slice(0, 60)}`),
        String(claims),
        ...shares.map(percent),
        off.toFixed(1),
      ]),
    ]),
    ...(more > 0 ? [`and ${more} more values, all nearer to the ratios`] : []),
    '',
  ];
}

/** What is wrong with the splits, each with what can be done, the first leaks of each kind, and what leaks because it was not grouped by. */
export function printSplitProblems({ result, leakage, further, groupBy }: AssignedSplits): string {
  const problems = result.problems.map(
    ({ severity, message, help }) => `${severity}: ${printable(message)}\n  help: ${printable(help)}\n`,
  );
  const leaks = leakageKinds.flatMap((kind) => {
    if (isGrouped(kind, groupBy)) return leakLines(leakageNames[kind], leakage[kind]);
    const { count } = leakage[kind];
    return count === 0
      ? []
      : [`note: ${leakageNames[kind]} between splits: ${count}. split.groupBy leaves them out.\n`];
  });
  const furtherLeaks = furtherGroupKinds.flatMap((kind) =>
    further[kind] === undefined ? [] : leakLines(furtherLeakageNames[kind], further[kind]),
  );
  return [...problems, ...leaks, ...furtherLeaks].join('');
}

function leakLines(name: string, { witnesses }: LeakList): string[] {
  return witnesses
    .slice(0, maxLeaks)
    .map(
      ({ claimIds, splits, shared }) =>
        `error: ${name}: ${claimIds.map((id, which) => `${printable(String(id))} (${splits[which]})`).join(' and ')} share ${printable(shared.slice(0, maxSharedChars))}\n`,
    );
}
