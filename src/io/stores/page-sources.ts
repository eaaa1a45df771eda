import { statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileError, findFiles, kindOfPath, withSlashes } from '../files.ts';

/** A file of pages, as it was when it was looked at. */
export interface PageSource {
  readonly path: string;
  /** Its path from the folder, with `/`. */
  readonly name: string;
  readonly bytes: number;
  /** When it was changed last, in nanoseconds; as text, because it is no number that JSON can say. */
  readonly changed: string;
}

/** The files of pages below a path: the `wiki-*.jsonl` of a folder, or else all its `.jsonl`; a file itself. @throws ToolError FILE_UNREADABLE. */
export function findPageSources(path: string): PageSource[] {
  if (kindOfPath(path) === 'file') return [sourceOf(path, path)];
  const all = findFiles(path, '.jsonl');
  const pages = all.filter((file) => /(?:^|[\\/])wiki-[^\\/]*$/.test(file));
  return (pages.length > 0 ? pages : all).map((file) => sourceOf(file, path));
}

/** A file as it is now, named from a folder on. @throws ToolError FILE_UNREADABLE. */
export function sourceOf(path: string, folder: string): PageSource {
  try {
    const { size, mtimeNs } = statSync(path, { bigint: true });
    const name = withSlashes(relative(folder, path));
    return { path, name, bytes: Number(size), changed: String(mtimeNs) };
  } catch (cause) {
    throw fileError(path, cause);
  }
}

/** Where the index of the pages below a path is kept. */
export function indexPathOf(path: string): string {
  return kindOfPath(path) === 'file' ? `${path}.claimset-index` : join(path, 'claimset-index');
}
