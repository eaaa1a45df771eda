import { chmodSync, renameSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { ToolError } from '../errors.ts';
import { writeFileAtomic } from './atomic-write.ts';
import { fileError, followLinks, kindOfPath, readBytes } from './files.ts';

/** A file that is to be changed. */
export interface FileChange {
  readonly path: string;
  /** Its bytes as they were read; `undefined` for a file that is not there yet. */
  readonly before: Uint8Array | undefined;
  readonly after: Uint8Array;
}

/**
 * Writes all of some files or none: first beside their places, where a full disk shows, then moved over them one after another. Where
 * one cannot be moved, those before get their old bytes back.
 *
 * @throws ToolError FILE_CHANGED where a file is not the one that was read, and where the disk says no; nothing is then changed.
 */
export function writeAllFiles(changes: readonly FileChange[]): void {
  const staged: { readonly change: FileChange; readonly path: string; readonly temporary: string }[] = [];
  const moved: typeof staged = [];
  try {
    for (const change of changes) {
      const path = followLinks(change.path);
      const temporary = join(dirname(path), `.${basename(path)}.${process.pid}.staged`);
      staged.push({ change, path, temporary });
      writeFileAtomic(temporary, [change.after]);
      if (kindOfPath(path) === 'file') chmodSync(temporary, statSync(path).mode);
    }
    for (const { change, path } of staged) {
      if (!isAsRead(path, change.before)) throw changedMeanwhile(path);
    }
    for (const file of staged) {
      try {
        renameSync(file.temporary, file.path);
      } catch (cause) {
        throw fileError(file.path, cause);
      }
      moved.push(file);
    }
  } catch (error) {
    for (const { change, path } of moved) restore(path, change.before);
    throw error;
  } finally {
    for (const { temporary } of staged) rmSync(temporary, { force: true });
  }
}

function isAsRead(path: string, before: Uint8Array | undefined): boolean {
  if (before === undefined) return kindOfPath(path) === undefined;
  return kindOfPath(path) === 'file' && Buffer.from(before).equals(readBytes(path));
}

function restore(path: string, before: Uint8Array | undefined): void {
  if (before === undefined) rmSync(path, { force: true });
  else writeFileAtomic(path, [before]);
}

function changedMeanwhile(path: string): ToolError {
  return new ToolError(
    'FILE_CHANGED',
    `"${path}" was changed while it was read. Nothing was written: run again.`,
  );
}
