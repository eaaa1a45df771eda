import { labels } from '../../claims/label.ts';
import { countWords } from '../../reporters/count-words.ts';
import { changedSettings } from '../../split/changed-settings.ts';
import type { SplitResult } from '../../split/split-claims.ts';
import type { SplitProblem } from '../../split/split-problem.ts';
import { furtherLeakageKinds, furtherLeakageNames, isGrouped } from '../../stats/group-leakage.ts';
import { type LeakList, leakageKinds, leakageNames } from '../../stats/leakage.ts';
import { percent } from '../../text/percent.ts';
import { printable } from '../../text/printable.ts';
import { lockName } from '../dataset/lock-name.ts';
import type { AssignedSplits } from './assign-splits.ts';
import { plainTable } from './plain-table.ts';
import { settingWords } from './setting-words.ts';

/** Values of attributes that are shown: those that are divided worst. */
const maxStrata = 20;
/** Problems that are told of each kind: after a change of the grouping there may be hundreds. */
const maxProblems = 10;
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
    ...furtherLeakageKinds.flatMap((kind) =>
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

/**
 * What is wrong with the splits, the first of each kind with what can be done, the first leaks of each kind, what leaks because it was not
 * grouped by, and whether locked claims are where other settings had them.
 */
export function printSplitProblems(assigned: AssignedSplits): string {
  const { result, leakage, further, groupBy } = assigned;
  const kinds = new Set(result.problems.map(({ kind }) => kind));
  const problems = [...kinds].flatMap((wanted) =>
    problemLines(result.problems.filter(({ kind }) => kind === wanted)),
  );
  const leaks = leakageKinds.flatMap((kind) => {
    if (isGrouped(kind, groupBy)) return leakLines(leakageNames[kind], leakage[kind]);
    const { count } = leakage[kind];
    return count === 0
      ? []
      : [`note: ${leakageNames[kind]} between splits: ${count}. split.groupBy leaves them out.\n`];
  });
  const furtherLeaks = furtherLeakageKinds.flatMap((kind) =>
    further[kind] === undefined ? [] : leakLines(furtherLeakageNames[kind], further[kind]),
  );
  return [...problems, ...leaks, ...furtherLeaks, ...changeLines(assigned)].join('');
}

/** Problems of one kind. */
function problemLines(problems: readonly SplitProblem[]): string[] {
  const lines = problems
    .slice(0, maxProblems)
    .map(({ severity, message, help }) => `${severity}: ${printable(message)}\n  help: ${printable(help)}\n`);
  const [first] = problems;
  const more = problems.length - lines.length;
  return first === undefined || more === 0
    ? lines
    : [
        ...lines,
        `${first.severity}: ${first.kind}: ${more} more such; \`claimset split --dry-run --json\` names all\n`,
      ];
}

/** Why claims may not be where one would expect them: the lock was made with other settings. */
function changeLines({ lock, policy }: AssignedSplits): string[] {
  const changed = lock === undefined || lock.splits.size === 0 ? [] : changedSettings(lock.policy, policy);
  if (changed.length === 0) return [];
  return [
    `note: the claims of ${lockName} stay where they were put with other settings (${changed.map(settingWords).join('; ')}). \`claimset split --relock\` divides them anew; \`claimset split --drift\` tells how many that would move.\n`,
  ];
}

function leakLines(name: string, { witnesses }: LeakList): string[] {
  return witnesses
    .slice(0, maxLeaks)
    .map(
      ({ claimIds, splits, shared }) =>
        `error: ${name}: ${claimIds.map((id, which) => `${printable(String(id))} (${splits[which]})`).join(' and ')} share ${printable(shared.slice(0, maxSharedChars))}\n`,
    );
}
