import { readSync } from 'node:fs';
import { crc32 } from 'node:zlib';
import { ToolError } from '../../errors.ts';
import type { Region } from '../../retrieve/index-file/index-header.ts';

/** Read at once: what was read is still near when it is added up. */
const pieceBytes = 1 << 20;

/**
 * The bytes of a region; `undefined` where the file ends before, or they are not those that were written.
 *
 * @param isShared whether other threads can read them too
 * @throws ToolError NOT_ENOUGH_MEMORY.
 */
export function readRegion(file: number, region: Region, isShared = false): ArrayBufferLike | undefined {
  const buffer = reserve(region.bytes, isShared);
  return readWhole(file, region, (at, length) => new Uint8Array(buffer, at, length)) ? buffer : undefined;
}

function reserve(bytes: number, isShared: boolean): ArrayBufferLike {
  try {
    return isShared ? new SharedArrayBuffer(bytes) : new ArrayBuffer(bytes);
  } catch (cause) {
    throw new ToolError(
      'NOT_ENOUGH_MEMORY',
      `The index takes ${(bytes / 1e9).toFixed(1)} GB of memory in one piece, more than there is. Index a part of the articles, or use an engine (\`search.engine\`).`,
      { cause },
    );
  }
}

/** Whether the bytes of a region are those that were written, without holding them. */
export function isRegionWhole(file: number, region: Region): boolean {
  const piece = Buffer.allocUnsafeSlow(pieceBytes);
  return readWhole(file, region, (_, length) => piece.subarray(0, length));
}

/** Reads a region piece by piece, each to where `placeOf` says; whether it is all there and has its sum. */
function readWhole(
  file: number,
  { offset, bytes, crc32: sum }: Region,
  placeOf: (at: number, length: number) => Uint8Array,
): boolean {
  let found = 0;
  for (let at = 0; at < bytes; ) {
    const piece = placeOf(at, Math.min(pieceBytes, bytes - at));
    const read = readSync(file, piece, 0, piece.length, offset + at);
    if (read === 0) return false;
    found = crc32(piece.subarray(0, read), found);
    at += read;
  }
  return found === sum;
}
