import { join } from 'node:path';
import { isStream, kindOfPath } from '../../io/files.ts';
import { gunzipFile, isGzipFile } from '../../io/gunzip-file.ts';
import { inTemporaryFolder } from '../../io/temporary-folder.ts';

/**
 * What `work` gives back, done with the same files unpacked where they are gzip files; those are removed afterwards.
 *
 * @throws ToolError FILE_NOT_FOUND, FILE_UNREADABLE, GZIP_BROKEN
 */
export async function withPlainFiles<Result>(
  paths: readonly string[],
  work: (plain: readonly string[]) => Promise<Result>,
): Promise<Result> {
  const isPacked = (path: string): boolean =>
    !isStream(path) && kindOfPath(path) === 'file' && isGzipFile(path);
  if (!paths.some(isPacked)) return work(paths);
  return inTemporaryFolder(async (folder) => {
    const plain: string[] = [];
    for (const [at, path] of paths.entries()) {
      const target = join(folder, String(at));
      if (isPacked(path)) await gunzipFile(path, target);
      plain.push(isPacked(path) ? target : path);
    }
    return work(plain);
  });
}
