import { join, resolve } from 'node:path';
import type { Diagnostic } from '../../diagnostic/diagnostic.ts';
import type { Severity } from '../../diagnostic/severity.ts';
import { type FixedFiles, writeFixedFiles } from '../../io/apply-fixes.ts';
import { configName, findDatasetFolder } from '../../io/load-config.ts';
import { countSeverities, countWords } from '../../reporters/count-words.ts';
import type { ExitCode } from '../command.ts';
import type { CommandIo } from '../command-io.ts';
import type { DatasetRequest } from '../dataset/dataset-request.ts';
import { loadDataset } from '../dataset/load-dataset.ts';
import { lockName } from '../dataset/lock-name.ts';
import { createReport } from '../report/report.ts';
import { guardInputs, type ReportPlan } from '../report/report-plan.ts';
import { guardWorkflow } from '../report/workflow-guard.ts';
import { writeReports } from '../report/write-reports.ts';
import { ruleCatalogue } from '../rules/rule-catalogue.ts';
import {
  type BaselineFile,
  type BaselineRequest,
  findBaselinePath,
  openBaseline,
  updateBaseline,
} from './baseline-file.ts';
import { type CheckedDataset, fixInRounds } from './fix-rounds.ts';
import { printDiff } from './print-diff.ts';
import { type SelectedFindings, selectFindings } from './select-findings.ts';

/** What to check and what to do with what is found. */
export interface CheckRequest extends DatasetRequest, BaselineRequest {
  readonly reports: ReportPlan;
  /** Make the safe fixes, or only show what they would be. */
  readonly fix?: 'write' | 'show' | undefined;
  /** Show what edits would make of their lines. */
  readonly preview?: boolean | undefined;
  /** The lightest finding that fails the check. */
  readonly failOn: Severity | 'none';
  /** More warnings than this fail it too. */
  readonly maxWarnings?: number | undefined;
  /** Report errors only. */
  readonly quiet?: boolean | undefined;
}

interface Checked extends CheckedDataset {
  readonly selected: SelectedFindings;
}

/** Checks a dataset, fixes what is to be fixed, and reports the rest. @throws ToolError as its parts. */
export async function checkDataset(request: CheckRequest, io: CommandIo): Promise<ExitCode> {
  const folder = findDatasetFolder(io.cwd, request.dataset);
  let baseline = await openBaseline(folder, request, io);
  const check = async (edited?: ReadonlyMap<string, Uint8Array>): Promise<Checked> => {
    const dataset = await loadDataset({ ...request, edited, isOnlyReported: request.fix === undefined }, io);
    const selected = await selectFindings(dataset, request.updateBaseline === true ? undefined : baseline);
    return { dataset, selected, shown: shownOf(selected, request) };
  };
  let checked = await check();
  const { config } = checked.dataset;
  guardInputs(request.reports, inputsOf(checked, folder, request, io), {
    claims: join(folder, config.claims),
    corpus: join(folder, config.corpus),
    named: typeof request.corpus === 'string' ? resolve(io.cwd, request.corpus) : undefined,
  });
  let fixed = 0;
  if (request.fix !== undefined) {
    const result = await fixInRounds(checked, check, io.cwd);
    checked = result.checked;
    if (request.fix === 'write') {
      writeFixedFiles(result.files);
      fixed = result.fixed;
    } else await showFixes(result.files, result.fixed, io);
  }
  if (request.updateBaseline === true && baseline !== undefined) {
    baseline = await updateBaseline(baseline, checked.dataset.diagnostics, checked.dataset, io);
    const selected = await selectFindings(checked.dataset, baseline);
    checked = { ...checked, selected, shown: shownOf(selected, request) };
  }
  return report(checked, fixed, baseline, request, io);
}

function shownOf({ diagnostics }: SelectedFindings, { quiet }: CheckRequest): readonly Diagnostic[] {
  return quiet === true ? diagnostics.filter(({ severity }) => severity === 'error') : diagnostics;
}

async function report(
  { dataset, selected, shown }: Checked,
  fixed: number,
  baseline: BaselineFile | undefined,
  request: CheckRequest,
  io: CommandIo,
): Promise<ExitCode> {
  const counts = countSeverities(selected.diagnostics);
  const { known, unchanged, gone } = selected;
  const { records, suppressed } = dataset;
  const files = dataset.files.length + dataset.articles.length;
  const looked = { files, records, counts, fixed, suppressed, known, unchanged };
  // Where standard output has the diff, people read the report beside it.
  const stream = request.fix === 'show' ? io.stderr : io.stdout;
  const content = createReport(shown, looked, ruleCatalogue);
  await writeReports(content, request.reports, stream, io, { preview: request.preview === true });
  if (gone > 0 && dataset.isWhole && baseline !== undefined) {
    await io.stderr.write(
      `${baseline.name}: ${countWords(gone, 'finding')} of it ${gone === 1 ? 'is' : 'are'} gone; --update-baseline takes ${gone === 1 ? 'it' : 'them'} out.\n`,
    );
  }
  const { maxWarnings = Number.POSITIVE_INFINITY } = request;
  if (counts.warning > maxWarnings) {
    await io.stderr.write(
      `${countWords(counts.warning, 'warning')}, more than --max-warnings ${maxWarnings}.\n`,
    );
  }
  return fails(counts, request.failOn) || counts.warning > maxWarnings ? 1 : 0;
}

async function showFixes(files: FixedFiles, fixed: number, io: CommandIo): Promise<void> {
  // git and patch skip what stands around a diff.
  await guardWorkflow(io.stdout, io, () => printDiff(files, io));
  await io.stderr.write(
    `--fix would mend ${countWords(fixed, 'finding')} in ${countWords(files.size, 'file')}; this is left:\n\n`,
  );
}

/** What a report must not be written over. */
function inputsOf({ dataset }: Checked, folder: string, request: CheckRequest, { cwd }: CommandIo): string[] {
  return [
    ...dataset.files.map(({ path }) => path),
    ...[...dataset.corpus.files, ...dataset.articles].map(({ file }) => resolve(cwd, file)),
    ...(dataset.suppressions === undefined ? [] : [dataset.suppressions.path]),
    ...[request.titles, request.corpus].flatMap((path) =>
      typeof path === 'string' ? [resolve(cwd, path)] : [],
    ),
    findBaselinePath(folder, request, cwd),
    join(folder, configName),
    join(folder, lockName),
  ];
}

function fails(counts: Readonly<Record<Severity, number>>, failOn: CheckRequest['failOn']): boolean {
  if (failOn === 'none') return false;
  return (
    counts.error > 0 || (failOn !== 'error' && counts.warning > 0) || (failOn === 'info' && counts.info > 0)
  );
}
