import { type DecodeUtf8, decodeUtf8 } from './decode-utf8.ts';

/** The work on bytes that some platforms have faster ways for. */
export interface ByteTools {
  readonly decode: DecodeUtf8;
  /** Whether bytes are valid UTF-8. */
  readonly isUtf8: (bytes: Uint8Array) => boolean;
  /** Memory whose `indexOf` is as fast as the platform can make it. */
  readonly allocate: (lengthBytes: number) => Uint8Array;
}

const strict = new TextDecoder('utf-8', { fatal: true });

/** Byte tools that work on every platform. */
export const portableByteTools: ByteTools = {
  decode: decodeUtf8,
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
