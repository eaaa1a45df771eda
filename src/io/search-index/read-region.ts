import { readSync } from 'node:fs';
import { crc32 } from 'node:zlib';
import type { Region } from '../../retrieve/index-file/index-header.ts';

/** Read at once: what was read is still near when it is added up. */
const pieceBytes = 1 << 20;

/** The bytes of a region, read into a buffer of its length; `false` where the file ends before, or they are not those that were written. */
export function readRegion(
  file: number,
  { offset, bytes, crc32: sum }: Region,
  into: ArrayBufferLike,
): boolean {
  let found = 0;
  for (let at = 0; at < bytes; ) {
    const piece = new Uint8Array(into, at, Math.min(pieceBytes, bytes - at));
    const read = readSync(file, piece, 0, piece.length, offset + at);
    if (read === 0) return false;
    found = crc32(piece.subarray(0, read), found);
    at += read;
  }
  return found === sum;
}

/** Whether the bytes of a region are those that were written, without holding them. */
export function isRegionWhole(file: number, { offset, bytes, crc32: sum }: Region): boolean {
  const piece = Buffer.allocUnsafeSlow(pieceBytes);
  let found = 0;
  for (let at = 0; at < bytes; ) {
    const read = readSync(file, piece, 0, Math.min(piece.length, bytes - at), offset + at);
    if (read === 0) return false;
    found = crc32(piece.subarray(0, read), found);
    at += read;
  }
  return found === sum;
}
