import { randomBytes } from 'node:crypto';
import { closeSync, fsyncSync, lstatSync, mkdirSync, openSync, readFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { ToolError } from '../../errors.ts';
import { fileError } from '../../io/files.ts';

const keyBytes = 32;

/** The folder of a dataset that is this machine's alone; made with a file that keeps git out of it. @throws ToolError */
export function privateFolder(dataset: string): string {
  const folder = join(dataset, '.claimset');
  const ignore = join(folder, '.gitignore');
  try {
    mkdirSync(folder, { recursive: true });
    if (lstatSync(folder).isSymbolicLink())
      throw new ToolError('LINKED', `"${folder}" is a link to elsewhere. Delete it: a folder is made.`);
    writeNew(ignore, Buffer.from('*\n'), 0o644);
    return folder;
  } catch (cause) {
    throw cause instanceof ToolError ? cause : fileError(ignore, cause);
  }
}

/**
 * The secret that the tokens of a dataset are made with, made on first use. One that others can read is not taken: it may have come with the
 * dataset.
 *
 * @throws ToolError KEY_INVALID, and as for any file
 */
export function loadKey(folder: string): Uint8Array {
  const path = join(folder, 'annotate.key');
  try {
    writeNew(path, randomBytes(keyBytes), 0o600);
    const key = readFileSync(path);
    // Windows has no such bits.
    const isSecret = process.platform === 'win32' || (lstatSync(path).mode & 0o077) === 0;
    if (key.length === keyBytes && isSecret) return key;
  } catch (cause) {
    throw fileError(path, cause);
  }
  throw new ToolError(
    'KEY_INVALID',
    `"${path}" is not a key of ${keyBytes} bytes that only you can read. Delete it: a new one is made, and with it new links.`,
  );
}

/** Writes a file, unless one of its name is there. */
function writeNew(path: string, bytes: Uint8Array, mode: number): void {
  let file: number;
  try {
    file = openSync(path, 'wx', mode);
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'EEXIST') return;
    throw cause;
  }
  try {
    writeSync(file, bytes);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}
