import { join } from 'node:path';
import { kindOfPath } from '../../io/files.ts';
import { configName } from '../../io/load-config.ts';

/** Whether a path is a dataset folder; it needs no settings. */
export function isDatasetFolder(path: string): boolean {
  if (kindOfPath(join(path, configName)) === 'file') return true;
  return ['claims', 'corpus'].every((name) => kindOfPath(join(path, name)) === 'folder');
}
