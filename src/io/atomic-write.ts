import { createHash } from 'node:crypto';
import {
  closeSync,
  fchmodSync,
  fchownSync,
  fsyncSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
  type Stats,
  statSync,
  writeSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileError } from './files.ts';

/** Files that are being written, to be removed when the program is interrupted. */
const unfinished = new Set<string>();

/** What was written. */
export interface WrittenFile {
  readonly path: string;
  readonly bytes: number;
  /** In hexadecimal. */
  readonly sha256: string;
}

/**
 * Writes a file whole or not at all: beside its place first, then moved over it. Folders on the way are made; a file that is
 * replaced keeps its permissions. What is no file, such as a pipe or a device, is written as it is.
 *
 * @throws ToolError where the disk says no; the file that was there before is then unchanged.
 */
export function writeFileAtomic(path: string, pieces: Iterable<string | Uint8Array>): WrittenFile {
  const file = openAtomicFile(path);
  try {
    for (const piece of pieces) file.write(piece);
    return file.commit();
  } catch (cause) {
    file.abandon();
    throw cause;
  }
}

/** A file that is written piece by piece, as {@link writeFileAtomic} writes one at once. */
export interface AtomicFile {
  /** @throws ToolError where the disk says no. */
  readonly write: (piece: string | Uint8Array) => void;
  /** Moves the file to its place. @throws ToolError where the disk says no. */
  readonly commit: () => WrittenFile;
  /** Removes what was written, if it was not committed. Never throws. */
  readonly abandon: () => void;
}

/** Begins a file that will be there whole or not at all. @throws ToolError where the disk says no. */
export function openAtomicFile(path: string): AtomicFile {
  const hash = createHash('sha256');
  let bytes = 0;
  let pending = '';
  let file: number | undefined;
  const before = existing(path);
  const isSpecial = before !== undefined && !before.isFile();
  const temporary = isSpecial ? path : join(dirname(path), `.${basename(path)}.${process.pid}.tmp`);
  const abandon = (): void => {
    if (file !== undefined) closeSync(file);
    file = undefined;
    if (!isSpecial && unfinished.has(temporary)) removeIfThere(temporary);
    unfinished.delete(temporary);
  };
  /** The disk's refusals are about this file; whatever else is thrown is not. */
  const guarded = <Result>(work: () => Result): Result => {
    try {
      return work();
    } catch (cause) {
      abandon();
      throw cause instanceof Error && 'syscall' in cause ? fileError(path, cause) : cause;
    }
  };
  const flush = (text: string | Uint8Array): void => {
    const data = typeof text === 'string' ? Buffer.from(text, 'utf8') : text;
    hash.update(data);
    bytes += data.length;
    for (let at = 0; at < data.length; ) at += writeSync(file as number, data, at);
  };
  const flushPending = (): void => {
    if (pending !== '') flush(pending);
    pending = '';
  };
  guarded(() => {
    mkdirSync(dirname(path), { recursive: true });
    if (!isSpecial) unfinished.add(temporary);
    guardAgainstInterruption();
    if (!isSpecial) removeIfThere(temporary);
    // Made anew: a link that somebody put there would lead elsewhere.
    file = openSync(temporary, isSpecial ? 'w' : 'wx');
    if (before?.isFile()) keepOwnership(file, before);
  });
  return {
    write: (piece) =>
      guarded(() => {
        if (typeof piece === 'string') {
          pending += piece;
          if (pending.length >= 1 << 16) flushPending();
        } else {
          flushPending();
          flush(piece);
        }
      }),
    commit: () =>
      guarded(() => {
        flushPending();
        if (!isSpecial) fsyncSync(file as number);
        closeSync(file as number);
        file = undefined;
        if (!isSpecial) renameSync(temporary, path);
        unfinished.delete(temporary);
        return { path, bytes, sha256: hash.digest('hex') };
      }),
    abandon,
  };
}

/**
 * Makes a file whole or not at all with a program that writes to a path of its own accord, such as a database: `work` gets an empty
 * file beside the place, which is moved over it when `work` is done.
 *
 * @throws ToolError where the disk says no; the file that was there before is then unchanged, as when `work` throws.
 */
export function throughTemporaryFile(path: string, work: (temporary: string) => void): void {
  const before = existing(path);
  const temporary = join(dirname(path), `.${basename(path)}.${process.pid}.tmp`);
  try {
    mkdirSync(dirname(path), { recursive: true });
    unfinished.add(temporary);
    guardAgainstInterruption();
    removeIfThere(temporary);
    const file = openSync(temporary, 'wx');
    try {
      if (before?.isFile()) keepOwnership(file, before);
    } finally {
      closeSync(file);
    }
    work(temporary);
    renameSync(temporary, path);
  } catch (cause) {
    removeIfThere(temporary);
    throw cause instanceof Error && 'syscall' in cause ? fileError(path, cause) : cause;
  } finally {
    unfinished.delete(temporary);
  }
}

/** Mode, and owner where this user may set it. */
function keepOwnership(file: number, { mode, uid, gid }: Stats): void {
  fchmodSync(file, mode);
  try {
    fchownSync(file, uid, gid);
  } catch {
    // Only the superuser may give files away: the file is then this user's, as any that an editor saves.
  }
}

/** A temporary file that could not even be made needs no removal, and must not hide why. */
function removeIfThere(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // Its folder is no folder: there is nothing to remove.
  }
}

/** What is at a path, links followed. @throws ToolError where it cannot be told. */
function existing(path: string): Stats | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch (cause) {
    throw fileError(path, cause);
  }
}

/** Whether signals are caught already. */
let guarded = false;

/**
 * From the first write on, an interrupted program removes what it has not finished. Not before: a program that waits for
 * standard input could not answer a signal that it catches.
 */
function guardAgainstInterruption(): void {
  if (guarded) return;
  guarded = true;
  for (const [signal, exitCode] of [
    ['SIGHUP', 129],
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const) {
    process.once(signal, () => {
      for (const path of unfinished) removeIfThere(path);
      // Who listens besides, such as a server, has answers to give first, and ends the program itself.
      if (process.listenerCount(signal) === 0) process.exit(exitCode);
    });
  }
}
