import { join } from 'node:path';
import { kindOfPath, readBytes } from './files.ts';
import { sha256 } from './sha256.ts';

/**
 * The first of the files that claimset wrote into a folder which says something else now: somebody has put words there by hand, and
 * they would be lost. Files that are gone are none.
 */
export function findChangedFile(
  folder: string,
  files: readonly { readonly path: string; readonly sha256?: string }[],
): string | undefined {
  return files.find(({ path, sha256: hash }) => {
    const file = join(folder, path);
    return hash !== undefined && kindOfPath(file) === 'file' && sha256(readBytes(file)) !== hash;
  })?.path;
}
