import { type ByteTools, portableByteTools } from './byte-tools.ts';
import { decodeLossless } from './decode-utf8.ts';

const initialBufferBytes = 4 << 20;
const lineFeed = 0x0a;

/**
 * The bytes of a file that comes in pieces, in blocks of whole lines, however the pieces are cut. Valid UTF-8: what was not is U+FFFD,
 * one for each byte. Holds 4 MiB, or one line where one is longer. A block is only good until the next is asked for.
 */
export function* readLineBlocks(
  chunks: Iterable<Uint8Array>,
  tools: ByteTools = portableByteTools,
  bufferBytes = initialBufferBytes,
): Generator<Uint8Array> {
  let buffer = tools.allocate(bufferBytes);
  let filled = 0;
  for (const chunk of chunks) {
    for (let taken = 0; taken < chunk.length; ) {
      const part = chunk.subarray(taken, taken + buffer.length - filled);
      buffer.set(part, filled);
      taken += part.length;
      filled += part.length;
      if (filled < buffer.length) break;
      const end = buffer.lastIndexOf(lineFeed) + 1;
      if (end > 0) {
        yield repaired(buffer.subarray(0, end), tools);
        buffer.copyWithin(0, end, filled);
        filled -= end;
      } else {
        const larger = tools.allocate(buffer.length * 2);
        larger.set(buffer);
        buffer = larger;
      }
    }
  }
  if (filled > 0) yield repaired(buffer.subarray(0, filled), tools);
}

function repaired(bytes: Uint8Array, { isUtf8 }: ByteTools): Uint8Array {
  return isUtf8(bytes) ? bytes : new TextEncoder().encode(decodeLossless(bytes).text);
}
