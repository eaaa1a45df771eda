import { join } from 'node:path';
import { ToolError } from '../../errors.ts';
import { isStream, kindOfPath, readChunks } from '../../io/files.ts';

/**
 * What `work` gives back, done with the same files unpacked where they are gzip files; those are removed afterwards.
 *
 * @throws ToolError FILE_NOT_FOUND, FILE_UNREADABLE, GZIP_BROKEN
 */
export async function withPlainFiles<Result>(
  paths: readonly string[],
  work: (plain: readonly string[]) => Promise<Result>,
): Promise<Result> {
  if (!paths.some(isPacked)) return work(paths);
  // Loaded late: unpacking takes as long to load as a small file to score.
  const { gunzipFile } = await import('../../io/gunzip-file.ts');
  const unpack = async (path: string, target: string): Promise<void> => {
    await gunzipFile(path, target);
    if (isPacked(target))
      throw new ToolError('GZIP_BROKEN', `"${path}" is a gzip file within a gzip file. Unpack it once.`);
  };
  const { inTemporaryFolder } = await import('../../io/temporary-folder.ts');
  return inTemporaryFolder(async (folder) => {
    const plain: string[] = [];
    for (const [at, path] of paths.entries()) {
      const target = join(folder, String(at));
      if (isPacked(path)) await unpack(path, target);
      plain.push(isPacked(path) ? target : path);
    }
    return work(plain);
  });
}

/** Whether a file begins as gzip does (RFC 1952). */
function isPacked(path: string): boolean {
  if (isStream(path) || kindOfPath(path) !== 'file') return false;
  for (const chunk of readChunks(path)) return chunk[0] === 0x1f && chunk[1] === 0x8b;
  return false;
}
