import { existsSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { ToolError } from '../../errors.ts';
import { fileError, findFiles, kindOfPath, readBytes, shownPath } from '../files.ts';
import { findChangedFile } from '../find-changed-file.ts';
import { manifestName } from '../manifest.ts';
import { parseReleaseManifest } from './release-manifest.ts';

/**
 * Checks that a folder may be replaced by a release: that it is not there, is empty, or holds a release, as it was made, and nothing else.
 *
 * @throws ToolError OUTPUT_IN_USE
 */
export function checkReplaceable(folder: string): void {
  const kind = kindOfPath(folder);
  if (kind === undefined) return;
  if (kind === 'file') throw inUse(folder, 'is a file');
  if (readdirSync(folder).length === 0) return;
  const path = join(folder, manifestName);
  const release =
    kindOfPath(path) === 'file'
      ? parseReleaseManifest(Buffer.from(readBytes(path)).toString('utf8'))
      : undefined;
  if (release === undefined) throw inUse(folder, 'holds files and no release of claimset');
  const own = new Set([...release.files.map((file) => file.path), ...release.about]);
  const foreign = findFiles(folder, '')
    .map((file) => shownPath(file, folder))
    .find((file) => !own.has(file));
  if (foreign !== undefined)
    throw inUse(folder, `holds "${foreign}", which is not part of the release there`);
  const changed = findChangedFile(folder, release.files);
  if (changed !== undefined)
    throw inUse(folder, `holds "${changed}", which was changed after the release was made`);
}

/** Puts a finished folder in the place of another one; where that fails, the other one is back. @throws ToolError */
export function swapFolder(finished: string, folder: string): void {
  const old = join(dirname(folder), `.${basename(folder)}.${process.pid}.old`);
  const isThere = existsSync(folder);
  try {
    if (isThere) renameSync(folder, old);
    try {
      renameSync(finished, folder);
    } catch (cause) {
      if (isThere) renameSync(old, folder);
      throw cause;
    }
  } catch (cause) {
    throw fileError(folder, cause);
  }
  rmSync(old, { recursive: true, force: true });
}

function inUse(folder: string, what: string): ToolError {
  return new ToolError(
    'OUTPUT_IN_USE',
    `"${folder}" ${what}. Move it away, or name another folder with --output.`,
  );
}
