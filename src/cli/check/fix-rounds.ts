import { resolve } from 'node:path';
import type { Diagnostic } from '../../diagnostic/diagnostic.ts';
import { applyFixes, type FixableFile, type FixedFiles } from '../../io/apply-fixes.ts';
import type { LoadedDataset } from '../dataset/load-dataset.ts';

/** A fix can make room for another one on the same line; more rounds than this would be a circle. */
const maxRounds = 10;

/** A dataset with the findings that a run is about. */
export interface CheckedDataset {
  readonly dataset: LoadedDataset;
  /** What may be fixed. */
  readonly shown: readonly Diagnostic[];
}

/** What all rounds of fixes come to. Nothing is written yet. */
export interface FixResult<Checked> {
  /** The dataset as it is with the fixes. */
  readonly checked: Checked;
  readonly files: FixedFiles;
  /** Number of findings that are mended. */
  readonly fixed: number;
}

/**
 * Makes the safe fixes of what was found, checks again, and so on until there is nothing to fix. `check` looks at the dataset with
 * the bytes of the files that were fixed.
 */
export async function fixInRounds<Checked extends CheckedDataset>(
  first: Checked,
  check: (edited: ReadonlyMap<string, Uint8Array>) => Promise<Checked>,
  cwd: string,
): Promise<FixResult<Checked>> {
  let checked = first;
  let files: FixedFiles = new Map();
  let fixed = 0;
  for (let round = 0; round < maxRounds; round++) {
    const next = applyFixes(checked.shown, fixableFile(checked.dataset, cwd), files);
    if (next.made === 0) break;
    files = next.files;
    fixed += next.made;
    checked = await check(new Map([...files.values()].map(({ path, after }) => [path, after])));
  }
  return { checked, files, fixed };
}

/** Only files that were read as record files, and the suppressions, can be written: not standard input, not articles. */
function fixableFile(
  { files, suppressions }: LoadedDataset,
  cwd: string,
): (file: string) => FixableFile | undefined {
  const all = [...files, ...(suppressions === undefined ? [] : [suppressions])];
  const byPath = new Map(all.map((file) => [file.path, file]));
  return (file) => {
    const found = byPath.get(resolve(cwd, file));
    return found?.hasRecords === true ? { path: found.path, sha256: found.digest().sha256 } : undefined;
  };
}
