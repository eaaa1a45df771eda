import type { ReadSource } from '../formats/format.ts';
import { concatenateBytes } from '../text/concatenate-bytes.ts';
import { type DecodedText, decodeLossless } from '../text/decode-utf8.ts';
import { readLines } from '../text/source-line.ts';
import { bufferTools } from './buffer-tools.ts';
import { isStream, readBytes, readChunks } from './files.ts';

/** Bytes at the beginning of a file that its format is recognised by. */
const headBytes = 65_536;

/**
 * A file for a format to read, line by line or all of it, whichever the format asks for. A file that is UTF-8 is not held in
 * memory unless the format asks for its text; standard input, a pipe or a device is, because it can be read only once.
 *
 * @param path `-` for standard input
 * @param name what findings call it
 * @throws ToolError FILE_NOT_FOUND, FILE_UNREADABLE: when it is read, not before.
 */
export function openReadSource(path: string, name: string): ReadSource {
  let decoded: DecodedText | undefined;
  const whole = (): DecodedText => {
    decoded ??= decodeLossless(readBytes(path));
    return decoded;
  };
  if (isStream(path)) return { file: name, ...whole() };
  return {
    file: name,
    get text() {
      return whole().text;
    },
    get head() {
      return readHead(path);
    },
    get invalidBytes() {
      return isUtf8File(path) ? [] : whole().invalidBytes;
    },
    lines: { [Symbol.iterator]: () => readLines(name, readChunks(path), bufferTools) },
  };
}

/** The beginning of a file, for formats to recognise it. Not for what can be read only once ({@link isStream}). */
export function readHead(path: string): string {
  for (const chunk of readChunks(path)) return decodeLossless(chunk.subarray(0, headBytes)).text;
  return '';
}

/** Whether a file is UTF-8; holds one line in memory. */
function isUtf8File(path: string): boolean {
  let rest: Uint8Array[] = [];
  for (const chunk of readChunks(path)) {
    const end = chunk.lastIndexOf(0x0a) + 1;
    if (end === 0) {
      rest.push(Uint8Array.from(chunk));
      continue;
    }
    if (!bufferTools.isUtf8(concatenateBytes([...rest, chunk.subarray(0, end)]))) return false;
    rest = [Uint8Array.from(chunk.subarray(end))];
  }
  return bufferTools.isUtf8(concatenateBytes(rest));
}
