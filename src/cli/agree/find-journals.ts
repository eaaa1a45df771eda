import { join, resolve } from 'node:path';
import { ToolError } from '../../errors.ts';
import { fileError, findFiles, kindOfPath, shownPath } from '../../io/files.ts';
import { configName, findDatasetFolder, loadConfig } from '../../io/load-config.ts';
import { findFilesToCheck, type RecordPath, suppressionsName } from '../../io/record-files.ts';

/** What is to be read. */
export interface JournalRequest {
  /** Journals, folders of them, or dataset folders; those of the dataset folder where there are none. */
  readonly paths: readonly string[];
  readonly dataset: string | undefined;
  readonly cwd: string;
}

/**
 * The journals of annotations below the paths given, each once, in their order. Of a dataset folder, and of a folder that has a folder
 * `annotations`, these are the files in folders of that name; of any other folder all its `.jsonl` files. A file that is named is a
 * journal, wherever it lies.
 *
 * @throws ToolError NO_ANNOTATIONS where there are none, and as reading files and settings does
 */
export async function findJournals({ paths, dataset, cwd }: JournalRequest): Promise<readonly RecordPath[]> {
  const found = new Map<string, RecordPath>();
  const add = (path: string): void => void found.set(path, { path, kind: 'annotation' });
  const folders = paths.length === 0 ? [findDatasetFolder(cwd, dataset)] : paths;
  for (const path of folders) {
    const absolute = path === '-' ? path : resolve(cwd, path);
    const kind = path === '-' ? 'file' : kindOfPath(absolute);
    if (kind === undefined) throw fileError(path, Object.assign(new Error(), { code: 'ENOENT' }));
    if (kind === 'file') add(absolute);
    else for (const file of await journalsOf(absolute, paths.length === 0, cwd)) add(file);
  }
  if (found.size > 0) return [...found.values()];
  const where = folders.map((path) => `"${shownPath(resolve(cwd, path), cwd)}"`).join(', ');
  throw new ToolError(
    'NO_ANNOTATIONS',
    `There are no annotations in ${where}. Annotations are journals, claims/annotations/*.jsonl, with one record a line: who said what of which claim. docs/agreement.md tells how to write them; name them if they lie elsewhere.`,
  );
}

async function journalsOf(folder: string, isDataset: boolean, cwd: string): Promise<string[]> {
  if (isDataset || kindOfPath(join(folder, configName)) === 'file') {
    const claims = join(folder, (await loadConfig(folder)).claims);
    return kindOfPath(claims) === 'folder' ? inAnnotations(claims, cwd) : [];
  }
  const journals = inAnnotations(folder, cwd);
  const hasClaims = kindOfPath(join(folder, 'claims')) === 'folder';
  return journals.length > 0 || hasClaims
    ? journals
    : findFiles(folder, '.jsonl').filter((file) => !file.endsWith(suppressionsName));
}

function inAnnotations(folder: string, cwd: string): string[] {
  if (findFiles(folder, '.jsonl').length === 0) return [];
  return findFilesToCheck([folder], cwd).records.flatMap(({ path, kind }) =>
    kind === 'annotation' ? [path] : [],
  );
}
