import { type ByteTools, portableByteTools } from './byte-tools.ts';
import { concatenateBytes } from './concatenate-bytes.ts';
import { decodeLossless } from './decode-utf8.ts';

const lineFeed = 0x0a;

/**
 * The bytes of a file that comes in pieces, in blocks of whole lines, however the pieces are cut. Valid UTF-8: what was not is U+FFFD,
 * one for each byte. Holds one line in memory besides the piece. A block is only good until the next is asked for.
 */
export function* readLineBlocks(
  chunks: Iterable<Uint8Array>,
  { isUtf8, allocate }: ByteTools = portableByteTools,
): Generator<Uint8Array> {
  const repaired = (bytes: Uint8Array): Uint8Array =>
    isUtf8(bytes) ? bytes : new TextEncoder().encode(decodeLossless(bytes).text);
  /** A copy, because the reader of the file may fill the same memory again. */
  const kept = (bytes: Uint8Array): Uint8Array => {
    const copy = allocate(bytes.length);
    copy.set(bytes);
    return copy;
  };
  let rest: Uint8Array[] = [];
  for (const chunk of chunks) {
    let from = 0;
    if (rest.length > 0) {
      from = chunk.indexOf(lineFeed) + 1;
      if (from > 0) {
        yield repaired(kept(concatenateBytes([...rest, chunk.subarray(0, from)])));
        rest = [];
      }
    }
    const to = Math.max(from, chunk.lastIndexOf(lineFeed) + 1);
    if (to > from) yield repaired(chunk.subarray(from, to));
    if (to < chunk.length) rest.push(kept(chunk.subarray(to)));
  }
  if (rest.length > 0) yield repaired(kept(concatenateBytes(rest)));
}
