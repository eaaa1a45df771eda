import { createHash } from 'node:crypto';
import { basename, dirname, extname, isAbsolute, relative, resolve, sep } from 'node:path';
import { invariant, ToolError, UsageError } from '../errors.ts';
import { readLines, type SourceLine } from '../text/source-line.ts';
import type { RecordKind } from '../validate/record-entry.ts';
import { bufferTools } from './buffer-tools.ts';
import { fileError, findFiles, kindOfPath, readChunks, shownPath } from './files.ts';

/** A file of claims or annotations on disk. */
export interface RecordPath {
  /** `-` for standard input. */
  readonly path: string;
  readonly kind: RecordKind;
}

const annotationsName = 'annotations';
const unlabelledName = 'unlabelled';

/** What a file holds by the folders that it is in. */
function kindOfFolders(folders: readonly string[]): RecordKind {
  if (folders.includes(annotationsName)) return 'annotation';
  return folders.includes(unlabelledName) ? 'unlabelled' : 'claim';
}

/** Findings that were accepted live beside the claims and are no claims. */
export const suppressionsName = 'suppressions.jsonl';

/** What a file of the folder of the claims holds, there or not; `undefined` for one that holds no records or lies elsewhere. */
export function kindOfRecordPath(path: string, claims: string): RecordKind | undefined {
  const parts = relative(claims, path).split(sep);
  const name = parts.pop() ?? '';
  const isInside = !isAbsolute(relative(claims, path)) && !parts.some(isHidden) && !isHidden(name);
  return isInside && name.endsWith('.jsonl') && name !== suppressionsName ? kindOfFolders(parts) : undefined;
}

/** Whether a file or folder is left out where files are looked for; so is `..`. */
function isHidden(name: string): boolean {
  return name.startsWith('.') || name === 'node_modules';
}

/** What there is to check below some paths. */
export interface FoundFiles {
  readonly records: readonly RecordPath[];
  /** Paths of articles. */
  readonly articles: readonly string[];
}

/**
 * The files of the paths given: files as they are, folders by the `.jsonl` and `.txt` files below them. `.txt` files are articles;
 * `.jsonl` files in a folder named `annotations` hold annotations, those in one named `unlabelled` claims without label, all others claims.
 *
 * @param leaveOut folders that are not looked into from above, such as what a build writes
 * @throws ToolError FILE_NOT_FOUND for a path that is not there, NO_CLAIMS where there is nothing to check, USAGE for a spreadsheet.
 */
export function findFilesToCheck(
  paths: readonly string[],
  cwd: string,
  leaveOut: readonly string[] = [],
): FoundFiles {
  const articles = new Set<string>();
  const found = new Map<string, RecordPath>();
  const add = (path: string, folders: readonly string[]): void => {
    found.set(path, { path, kind: kindOfFolders(folders) });
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
      // Named by a pattern, mostly; and what is no record must never be "fixed".
      if (!/^\.(?:jsonl?|ndjson)$|^$/i.test(extname(absolute)) && path !== '-') {
        throw new UsageError(
          `"${path}" holds no records: claims and annotations are .jsonl files, articles .txt files. Name those, or their folder.`,
        );
      }
      add(absolute, [basename(dirname(absolute))]);
      continue;
    }
    const isWanted = (file: string) => !leaveOut.some((folder) => file.startsWith(folder + sep));
    for (const file of findFiles(absolute, '.txt').filter(isWanted)) articles.add(file);
    for (const file of findFiles(absolute, '.jsonl').filter(isWanted)) {
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
  /** What findings call the file. */
  readonly name: string;
  /** Its lines, read as they are asked for, once. */
  readonly lines: Iterable<SourceLine>;
  /** What identifies the bytes that were read; only good when all lines were, and of a reader that hashes. */
  readonly digest: () => ReadDigest;
}

/** The bytes of a file as they were read: another program may change the file meanwhile. */
export interface ReadDigest {
  readonly bytes: number;
  /** In hexadecimal. */
  readonly sha256: string;
}

export interface ReadOptions {
  /** What findings call standard input. */
  readonly stdinName?: string | undefined;
  /** False where nobody will ask for the digest: hashing takes a third of the time of reading. */
  readonly isHashed?: boolean | undefined;
}

/** Reads a record file, and hashes it on the way. */
export function openRecordFile(
  { path }: RecordPath,
  shownFrom: string,
  { stdinName = '<stdin>', isHashed = true }: ReadOptions = {},
): RecordReader {
  const hash = isHashed ? createHash('sha256') : undefined;
  const name = path === '-' ? stdinName : shownPath(path, shownFrom);
  let bytes = 0;
  const chunks = function* (): Generator<Uint8Array> {
    for (const chunk of readChunks(path)) {
      hash?.update(chunk);
      bytes += chunk.length;
      yield chunk;
    }
  };
  return {
    name,
    lines: readLines(name, chunks(), bufferTools),
    digest: () => {
      invariant(hash !== undefined, `"${path}" was read without hashing it`);
      return { bytes, sha256: hash.copy().digest('hex') };
    },
  };
}
