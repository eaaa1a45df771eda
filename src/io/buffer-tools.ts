import { Buffer, isUtf8 } from 'node:buffer';
import type { ByteTools } from '../text/byte-tools.ts';

/** The fast byte tools of Node: the same results as the portable ones, several times as fast for a sentence. */
export const bufferTools: ByteTools = {
  decode: (bytes, start, end) => asBuffer(bytes).toString('utf8', start, end),
  decodeAscii: (bytes, start, end) => asBuffer(bytes).toString('latin1', start, end),
  isUtf8,
  // Typed arrays that are no Buffer look for a byte in a loop; a Buffer leaves that to the C library.
  allocate: (lengthBytes) => Buffer.allocUnsafeSlow(lengthBytes),
};

function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.isBuffer(bytes) ? bytes : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
}
