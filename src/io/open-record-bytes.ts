import { readLines } from '../text/source-line.ts';
import { bufferTools } from './buffer-tools.ts';
import type { RecordReader } from './record-files.ts';
import { sha256 } from './sha256.ts';

/** A record file whose bytes are at hand, as `openRecordFile` has one of the disk. `name` is what findings call it. */
export function openRecordBytes(name: string, bytes: Uint8Array): RecordReader {
  return {
    name,
    lines: readLines(name, [bytes], bufferTools),
    digest: () => ({ bytes: bytes.length, sha256: sha256(bytes) }),
  };
}
