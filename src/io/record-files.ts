import { createHash } from 'node:crypto';
import { basename, dirname, relative, resolve, sep } from 'node:path';
import { ToolError, UsageError } from '../errors.ts';
import { readLines, type SourceLine } from '../text/source-line.ts';
import { bufferTools } from './buffer-tools.ts';
import { fileError, findFiles, kindOfPath, readChunks, shownPath } from './files.ts';

/** A file of claims or annotations on disk. */
export interface RecordPath {
  /** `-` for standard input. */
  readonly path: string;
  readonly kind: 'claim' | 'annotation';
}

const annotationsName = 'annotations';

/** Findings that were accepted live beside the claims and are no claims. */
export const suppressionsName = 'suppressions.jsonl';

/** What there is to check below some paths. */
export interface FoundFiles {
  readonly records: readonly RecordPath[];
  /** Paths of articles. */
  readonly articles: readonly string[];
}

/**
 * The files of the paths given: files as they are, folders by the `.jsonl` and `.txt` files below them. `.txt` files are articles;
 * `.jsonl` files in a folder named `annotations` hold annotations, all others claims.
 *
 * @throws ToolError FILE_NOT_FOUND for a path that is not there, NO_CLAIMS where there is nothing to check, USAGE for a spreadsheet.
 */
export function findFilesToCheck(paths: readonly string[], cwd: string): FoundFiles {
  const articles = new Set<string>();
  const found = new Map<string, RecordPath>();
  const add = (path: string, folders: readonly string[]): void => {
    found.set(path, { path, kind: folders.includes(annotationsName) ? 'annotation' : 'claim' });
  };
  for (const path of paths) {
    const absolute = path === '-' ? path : resolve(cwd, path);
    const kind = path === '-' ? 'file' : kindOfPath(absolute);
    if (kind === undefined) throw fileError(path, Object.assign(new Error(), { code: 'ENOENT' }));
    if (/\.[ct]sv$/i.test(absolute) && kind === 'file') {
      const format = absolute.slice(-3).toLowerCase();
      throw new UsageError(
        `"${path}" is a spreadsheet. Turn it into claims first: claimset import ${format} ${path}`,
      );
    }
    if (kind === 'file' && absolute.endsWith('.txt')) {
      articles.add(absolute);
      continue;
    }
    if (kind === 'file') {
      add(absolute, [basename(dirname(absolute))]);
      continue;
    }
    for (const file of findFiles(absolute, '.txt')) articles.add(file);
    for (const file of findFiles(absolute, '.jsonl')) {
      // What lies above the folder that was named says nothing about its files.
      const folders = [basename(absolute), ...dirname(relative(absolute, file)).split(sep)];
      if (basename(file) !== suppressionsName) add(file, folders);
    }
  }
  if (found.size === 0 && articles.size === 0) {
    throw new ToolError(
      'NO_CLAIMS',
      `No .jsonl or .txt file in ${paths.map((path) => `"${path}"`).join(', ')}. Claims are one JSON record a line.`,
    );
  }
  return { records: [...found.values()], articles: [...articles] };
}

/** A record file that is being read. */
export interface RecordReader {
  /** Its lines, read as they are asked for, once. */
  readonly lines: Iterable<SourceLine>;
  /** What identifies the bytes that were read; only good when all lines were. */
  digest(): ReadDigest;
}

/** The bytes of a file as they were read: another program may change the file meanwhile. */
export interface ReadDigest {
  readonly bytes: number;
  /** In hexadecimal. */
  readonly sha256: string;
}

/** Reads a record file and hashes it on the way. */
export function openRecordFile({ path }: RecordPath, shownFrom: string, stdinName = '<stdin>'): RecordReader {
  const hash = createHash('sha256');
  let bytes = 0;
  const chunks = function* (): Generator<Uint8Array> {
    for (const chunk of readChunks(path)) {
      hash.update(chunk);
      bytes += chunk.length;
      yield chunk;
    }
  };
  return {
    lines: readLines(path === '-' ? stdinName : shownPath(path, shownFrom), chunks(), bufferTools),
    digest: () => ({ bytes, sha256: hash.digest('hex') }),
  };
}
