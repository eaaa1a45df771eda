import { closeSync, openSync, readdirSync, readFileSync, readSync, realpathSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { ToolError } from '../errors.ts';
import { decodeLossless } from '../text/decode-utf8.ts';

const chunkBytes = 1 << 20;

/** The bytes of a file; of standard input for `-`. @throws ToolError FILE_NOT_FOUND, FILE_UNREADABLE. */
export function readBytes(path: string): Uint8Array {
  if (path === '-') {
    const parts: Uint8Array[] = [];
    for (const chunk of readChunks(path)) parts.push(Buffer.from(chunk));
    return Buffer.concat(parts);
  }
  try {
    return readFileSync(path);
  } catch (cause) {
    throw fileError(path, cause);
  }
}

/** The text of a file that must be UTF-8. @throws ToolError FILE_NOT_FOUND, FILE_UNREADABLE, NOT_UTF8. */
export function readText(path: string): string {
  const { text, invalidBytes } = decodeLossless(readBytes(path));
  const [first] = invalidBytes;
  if (first === undefined) return text;
  throw new ToolError(
    'NOT_UTF8',
    `"${path}" is not UTF-8: byte ${first.byteOffset} is none. Restore or convert the file.`,
  );
}

/**
 * The bytes of a file, or of standard input for `-`, piece by piece. A piece is only good until the next is asked for.
 *
 * @throws ToolError FILE_NOT_FOUND, FILE_UNREADABLE.
 */
export function* readChunks(path: string): Generator<Uint8Array> {
  let file: number | undefined;
  try {
    file = path === '-' ? 0 : openSync(path, 'r');
    const buffer = Buffer.allocUnsafe(chunkBytes);
    for (;;) {
      const length = readSome(file, buffer);
      if (length === 0) return;
      yield buffer.subarray(0, length);
    }
  } catch (cause) {
    throw cause instanceof ToolError ? cause : fileError(path, cause);
  } finally {
    if (file !== undefined && file !== 0) closeSync(file);
  }
}

/** A terminal or pipe in non-blocking mode has nothing yet: ask again. */
function readSome(file: number, buffer: Buffer): number {
  for (;;) {
    try {
      return readSync(file, buffer);
    } catch (cause) {
      if (codeOf(cause) === 'EOF') return 0;
      if (codeOf(cause) !== 'EAGAIN') throw cause;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 10);
    }
  }
}

/** The file that a path leads to through links, or the path itself where there is nothing yet, or a pipe: those have no other. */
export function followLinks(path: string): string {
  if (isStream(path)) return path;
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}

/** What a path is; `undefined` where there is nothing. @throws ToolError FILE_UNREADABLE. */
export function kindOfPath(path: string): 'file' | 'folder' | undefined {
  try {
    const stats = statSync(path, { throwIfNoEntry: false });
    return stats === undefined ? undefined : stats.isDirectory() ? 'folder' : 'file';
  } catch (cause) {
    if (codeOf(cause) === 'ENOTDIR') return undefined;
    throw fileError(path, cause);
  }
}

/** The files below a folder whose name ends with `ending`, in code unit order of their paths; hidden ones and `node_modules` are left out. */
export function findFiles(folder: string, ending: string): string[] {
  const found: string[] = [];
  const visit = (path: string): void => {
    for (const entry of readdirSync(path, { withFileTypes: true })) {
      if (entry.name.startsWith('.') || entry.name === 'node_modules') continue;
      const child = join(path, entry.name);
      // A link to a folder may lead around in a circle and is not followed; one to a file is that file.
      if (entry.isDirectory()) visit(child);
      else if (entry.name.endsWith(ending) && isRegularFile(child)) found.push(child);
    }
  };
  try {
    visit(folder);
  } catch (cause) {
    throw fileError(folder, cause);
  }
  return found.sort((a, b) => (a < b ? -1 : 1));
}

/**
 * Whether a path is a file that can be read to its end, and not a pipe or a device.
 *
 * @throws ToolError FILE_UNREADABLE for what is there by name but not to be found: it must not be left out in silence.
 */
function isRegularFile(path: string): boolean {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (stats !== undefined) return stats.isFile();
  throw new ToolError(
    'FILE_UNREADABLE',
    `"${path}" cannot be found under its name: it is a link that leads nowhere, or its name is not UTF-8. Mend, rename or remove it.`,
  );
}

/** Whether a path is there and no file or folder, such as a pipe or a device: it can be read only once, and nothing replaces it. */
export function isStream(path: string): boolean {
  if (path === '-') return true;
  try {
    const stats = statSync(path, { throwIfNoEntry: false });
    return stats !== undefined && !stats.isFile() && !stats.isDirectory();
  } catch {
    // Reading or writing it says what is wrong.
    return false;
  }
}

/** A path as messages show it: relative to `folder` where it lies inside, with `/`. */
export function shownPath(path: string, folder: string): string {
  if (path === '-') return '<stdin>';
  const inside = relative(folder, path);
  return withSlashes(inside === '' || inside.startsWith('..') ? path : inside);
}

/** A path with `/`, whatever the system writes. */
export function withSlashes(path: string): string {
  return path.split(sep).join('/');
}

/** The error to show when reading or writing `path` went wrong. */
export function fileError(path: string, cause: unknown): ToolError {
  const shown = path === '-' ? 'standard input' : `"${path}"`;
  switch (codeOf(cause)) {
    case 'ENOENT':
      return new ToolError('FILE_NOT_FOUND', `There is no ${shown}. Check the path.`, { cause });
    case 'ENOTDIR':
      return new ToolError(
        'FILE_UNREADABLE',
        `A part of the path ${shown} is a file, not a folder. Check the path.`,
        {
          cause,
        },
      );
    case 'EROFS':
      return new ToolError('FILE_UNREADABLE', `${shown} is on a disk that may not be written.`, { cause });
    case 'EISDIR':
      return new ToolError('FILE_UNREADABLE', `${shown} is a folder. Name a file.`, { cause });
    case 'EACCES':
    case 'EPERM':
      return new ToolError('FILE_UNREADABLE', `${shown} may not be opened. Check its permissions.`, {
        cause,
      });
    case 'ENOSPC':
      return new ToolError(
        'DISK_FULL',
        `The disk is full: ${shown} was not written. Make room and run again.`,
        { cause },
      );
    default: {
      const reason = cause instanceof Error ? cause.message : String(cause);
      return new ToolError('FILE_UNREADABLE', `${shown} could not be read or written: ${reason}.`, { cause });
    }
  }
}

function codeOf(cause: unknown): string | undefined {
  return cause instanceof Error && 'code' in cause ? String(cause.code) : undefined;
}
