import { resolve } from 'node:path';
import { UsageError } from '../../errors.ts';
import { findDatasetFolder } from '../../io/load-config.ts';

/** The path that an argument names, or the dataset folder. @throws UsageError where both are named */
export function requestedPath(what: string | undefined, dataset: string | undefined, cwd: string): string {
  if (what === undefined) return findDatasetFolder(cwd, dataset);
  if (dataset !== undefined)
    throw new UsageError('Name what is to be read, or a dataset folder with --dataset: not both.');
  return resolve(cwd, what);
}
