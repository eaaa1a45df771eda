import { type DecodeUtf8, decodeUtf8 } from './decode-utf8.ts';

/** The work on bytes that some platforms have faster ways for. */
export interface ByteTools {
  readonly decode: DecodeUtf8;
  /** The text of `bytes[start, end)` with one character for each byte: the right one for those of ASCII, one beyond it for others. */
  readonly decodeAscii: DecodeUtf8;
  /** Whether bytes are valid UTF-8. */
  readonly isUtf8: (bytes: Uint8Array) => boolean;
  /** Memory whose `indexOf` is as fast as the platform can make it. */
  readonly allocate: (lengthBytes: number) => Uint8Array;
}

const latin = new TextDecoder('latin1');
const strict = new TextDecoder('utf-8', { fatal: true });

/** Byte tools that work on every platform. */
export const portableByteTools: ByteTools = {
  decode: decodeUtf8,
  decodeAscii: (bytes, start, end) => latin.decode(bytes.subarray(start, end)),
  isUtf8: (bytes) => {
    try {
      strict.decode(bytes);
      return true;
    } catch {
      return false;
    }
  },
  allocate: (lengthBytes) => new Uint8Array(lengthBytes),
};
