import { join, resolve } from 'node:path';
import type { BaselineEntry } from '../../diagnostic/baseline.ts';
import type { Diagnostic } from '../../diagnostic/diagnostic.ts';
import { ToolError } from '../../errors.ts';
import { writeFileAtomic } from '../../io/atomic-write.ts';
import { kindOfPath, readText, shownPath } from '../../io/files.ts';
import { countWords } from '../../reporters/count-words.ts';
import type { CommandIo } from '../command-io.ts';
import type { LoadedDataset } from '../dataset/load-dataset.ts';

/** The baseline of a dataset folder, where the command line names none. */
export const baselineName = 'claimset-baseline.json';

/** A baseline on disk, or where one is to be. */
export interface BaselineFile {
  readonly path: string;
  readonly name: string;
  readonly entries: readonly BaselineEntry[];
}

/** How the command line asks for a baseline. */
export interface BaselineRequest {
  /** The file that was named; false for none at all. */
  readonly baseline?: string | false | undefined;
  readonly updateBaseline?: boolean | undefined;
}

/** The file of the baseline: the one named, or that of the dataset folder. */
export function findBaselinePath(folder: string, { baseline }: BaselineRequest, cwd: string): string {
  return typeof baseline === 'string' ? resolve(cwd, baseline) : join(folder, baselineName);
}

/**
 * The baseline to leave findings out by; `undefined` where there is none.
 *
 * @throws ToolError BASELINE_NOT_FOUND for a file that was named and is not there, unless it is to be written; BASELINE_INVALID.
 */
export async function openBaseline(
  folder: string,
  request: BaselineRequest,
  { cwd }: CommandIo,
): Promise<BaselineFile | undefined> {
  if (request.baseline === false) return undefined;
  const path = findBaselinePath(folder, request, cwd);
  const name = shownPath(path, cwd);
  if (kindOfPath(path) === undefined) {
    if (request.updateBaseline === true) return { path, name, entries: [] };
    if (request.baseline === undefined) return undefined;
    throw new ToolError(
      'BASELINE_NOT_FOUND',
      `There is no baseline "${request.baseline}". Check --baseline, or write it with --update-baseline.`,
    );
  }
  const { parseBaseline } = await import('../../io/parse-baseline.ts');
  return { path, name, entries: parseBaseline(name, readText(path)) };
}

/** Writes the baseline anew with all that was found; of what a run did not look at it keeps what it had. */
export async function updateBaseline(
  { path, name, entries }: BaselineFile,
  found: readonly Diagnostic[],
  { isWhole, pathOf }: LoadedDataset,
  { stderr }: CommandIo,
): Promise<BaselineFile> {
  const { baselineOf, mergeBaselines, printBaseline } = await import('../../diagnostic/baseline.ts');
  const fresh = baselineOf(found, pathOf);
  const next = isWhole ? fresh : mergeBaselines(entries, fresh);
  const text = printBaseline(next);
  // Git may have changed the line ends.
  const isSame = kindOfPath(path) === 'file' && readText(path).replaceAll('\r\n', '\n') === text;
  if (!isSame) writeFileAtomic(path, [text]);
  const count = next.reduce((sum, entry) => sum + entry.count, 0);
  await stderr.write(`${isSame ? 'kept   ' : 'written'} ${name}: ${countWords(count, 'known finding')}\n`);
  return { path, name, entries: next };
}
