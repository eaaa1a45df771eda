import { closeSync, createReadStream, createWriteStream, openSync, readSync } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { ToolError } from '../errors.ts';
import { fileError } from './files.ts';

/** Whether a file begins as gzip does (RFC 1952). @throws ToolError FILE_NOT_FOUND, FILE_UNREADABLE. */
export function isGzipFile(path: string): boolean {
  const head = new Uint8Array(2);
  let file: number | undefined;
  try {
    file = openSync(path, 'r');
    return readSync(file, head) === 2 && head[0] === 0x1f && head[1] === 0x8b;
  } catch (cause) {
    throw fileError(path, cause);
  } finally {
    if (file !== undefined) closeSync(file);
  }
}

/** Writes what a gzip file holds to another file; holds a piece of it in memory. @throws ToolError GZIP_BROKEN. */
export async function gunzipFile(path: string, target: string): Promise<void> {
  try {
    await pipeline(createReadStream(path), createGunzip(), createWriteStream(target));
  } catch (cause) {
    throw new ToolError(
      'GZIP_BROKEN',
      `"${path}" begins as a gzip file, but cannot be unpacked: ${cause instanceof Error ? cause.message : String(cause)}. Make it anew, or unpack it yourself.`,
      { cause },
    );
  }
}
