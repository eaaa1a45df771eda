import { fstatSync } from 'node:fs';
import { crc32 } from 'node:zlib';
import { type IndexHeader, parseIndexHeader } from '../../retrieve/index-file/index-header.ts';
import { readRange } from '../read-range.ts';
import type { IndexFault } from './index-error.ts';
import { anyIndexMagic, endMagic, headBytes, indexMagic, maxHeaderBytes, tailBytes } from './index-layout.ts';

/** The header of an open index file, or why there is none. */
export function readIndexHeader(file: number): IndexHeader | Exclude<IndexFault, 'absent'> {
  const stats = fstatSync(file);
  if (!stats.isFile()) return 'foreign';
  const first = Buffer.from(readRange(file, 0, indexMagic.length)).toString('latin1');
  if (!first.startsWith(anyIndexMagic)) return 'foreign';
  if (first !== indexMagic) return 'version';
  if (stats.size < headBytes + tailBytes) return 'broken';
  const tail = Buffer.from(readRange(file, stats.size - tailBytes, tailBytes));
  if (tail.length < tailBytes || tail.toString('latin1', 8) !== endMagic) return 'broken';
  const length = tail.readUInt32LE(0);
  const end = stats.size - tailBytes - length;
  if (length > maxHeaderBytes || end < headBytes) return 'broken';
  const json = Buffer.from(readRange(file, end, length));
  if (json.length < length || crc32(json) !== tail.readUInt32LE(4)) return 'broken';
  return parseIndexHeader(json.toString('utf8'), end) ?? 'broken';
}
