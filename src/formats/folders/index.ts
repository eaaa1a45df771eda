import { findById } from '../find-by-id.ts';
import type { FolderFormat } from '../folder-format.ts';
import { beir } from './beir.ts';
import { huggingface } from './huggingface.ts';
import { mteb } from './mteb.ts';

/** All formats that are folders, sorted by id. */
export const folderFormats: readonly FolderFormat[] = [beir, huggingface, mteb];

/** The folder format of an id. @throws UsageError where there is none, with the nearest ids. */
export function findFolderFormat(id: string): FolderFormat {
  return findById(id, folderFormats);
}
