import { createReadStream, createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { ToolError } from '../errors.ts';

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
