import { join, resolve } from 'node:path';
import { defaultGroupBy } from '../../claims/group-kind.ts';
import { labels } from '../../claims/label.ts';
import { writeFileAtomic } from '../../io/atomic-write.ts';
import { shownPath } from '../../io/files.ts';
import { configName } from '../../io/load-config.ts';
import { countWords } from '../../reporters/count-words.ts';
import { type FoldedClaims, foldClaims } from '../../split/fold-claims.ts';
import { countClaims } from '../../split/split-problem.ts';
import { measureFurtherLeakage } from '../../stats/group-leakage.ts';
import { measureLeakage } from '../../stats/leakage.ts';
import { percent } from '../../text/percent.ts';
import type { ExitCode } from '../command.ts';
import type { CommandIo } from '../command-io.ts';
import type { LoadedDataset } from '../dataset/load-dataset.ts';
import { lockName } from '../dataset/lock-name.ts';
import { guardInputs, guardOutput } from '../exchange/write-claims.ts';
import { policyFor, type SplitRequest } from './assign-splits.ts';
import { groupLookupOf } from './group-lookup.ts';
import { type AuditedSplits, countGroupedLeaks, leakCounts } from './leak-counts.ts';
import { plainTable } from './plain-table.ts';
import { auditWords } from './print-splits.ts';

/** What folds are asked for. */
export interface FoldRequest extends Pick<SplitRequest, 'seed' | 'groupBy' | 'stratifyBy'> {
  readonly folds: number;
  readonly json?: boolean | undefined;
  /** File for the folds, a claim a line. */
  readonly output?: string | undefined;
  readonly force?: boolean | undefined;
}

/** A fold that has more than this share of claims too many or too few is told. */
const tolerance = 0.05;

/** Divides the claims of a dataset into folds, audits them, prints them, and writes them where a file is named; the lock is never touched. */
export async function foldDataset(
  dataset: LoadedDataset,
  request: FoldRequest,
  io: CommandIo,
): Promise<ExitCode> {
  const { claims } = dataset;
  const { output, force } = request;
  guardSources(dataset, output, io);
  guardOutput(output, force, io.cwd);
  const policy = policyFor(dataset, { ...request, date: '' });
  const { groupBy = defaultGroupBy, nearDuplicate, seed } = policy;
  const lookup = groupLookupOf(dataset, groupBy, io);
  const folded = foldClaims(claims, policy, request.folds, lookup);
  const foldOf = (id: (typeof claims)[number]['id']) => String(folded.assignments.get(id));
  const audited: AuditedSplits = {
    groupBy,
    leakage: measureLeakage(claims, foldOf, { nearDuplicate }),
    further: measureFurtherLeakage(claims, foldOf, groupBy, lookup),
  };
  const assignments = [...folded.assignments].map(([id, fold]) => ({ id, fold }));
  if (request.json === true) {
    const report = { seed, groupBy, folds: folded.folds, leakage: leakCounts(audited), assignments };
    await io.stdout.write(`${JSON.stringify(report)}\n`);
  } else {
    await io.stdout.write(printFolds(folded, auditWords(audited)));
  }
  for (const problem of problemsOf(folded, claims.length)) await io.stderr.write(`${problem}\n`);
  if (countGroupedLeaks(audited) > 0 || folded.folds.some((fold) => fold.claims === 0)) return 1;
  if (output !== undefined) {
    const path = resolve(io.cwd, output);
    writeFileAtomic(
      path,
      assignments.map((assignment) => `${JSON.stringify(assignment)}\n`),
    );
    await io.stderr.write(`written ${shownPath(path, io.cwd)}\n`);
  }
  return 0;
}

function printFolds({ folds, components, largest }: FoldedClaims, audit: string): string {
  return `${[
    ...plainTable([
      ['fold', 'claims', ...labels],
      ...folds.map(({ fold, claims, labels: counts }) => [
        String(fold),
        String(claims),
        ...labels.map((label) => String(counts[label])),
      ]),
    ]),
    '',
    `${countWords(components, 'group')} of claims that stay together, the largest of ${largest}`,
    `leakage between folds: ${audit}`,
  ].join('\n')}\n`;
}

function* problemsOf({ folds, components, largest }: FoldedClaims, claims: number): Generator<string> {
  const empty = folds.filter((fold) => fold.claims === 0).length;
  if (empty > 0) {
    yield `error: ${empty} of ${folds.length} folds would have no claims: there ${components === 1 ? 'is' : 'are'} ${countWords(components, 'group')} of claims that stay together. Ask for fewer folds, or group by less with --group-by.`;
    return;
  }
  const off = folds.filter((fold) => Math.abs(fold.claims / claims - 1 / folds.length) > tolerance);
  if (off.length > 0)
    yield `warning: ${off.map(({ fold, claims: own }) => `fold ${fold} has ${countClaims(own)}, ${percent(own / claims)}`).join(', ')} (${percent(1 / folds.length)} wanted). ${largest === 1 ? 'There are too few claims for so many folds.' : `${countClaims(largest)} hang together.`}`;
}

/** @throws UsageError where the output is a file of the dataset. */
function guardSources(
  { files, corpus, folder }: LoadedDataset,
  output: string | undefined,
  { cwd }: CommandIo,
): void {
  guardInputs(
    output,
    [
      ...files.map(({ path }) => path),
      ...corpus.files.map(({ file }) => resolve(cwd, file)),
      join(folder, configName),
      join(folder, lockName),
    ],
    cwd,
  );
}
