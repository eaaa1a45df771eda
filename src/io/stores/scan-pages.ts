import { closeSync, openSync, readSync } from 'node:fs';
import { bufferTools } from '../buffer-tools.ts';
import { fileError } from '../files.ts';

/** A line of a file, as far as it is needed to know what it is. */
export interface ScannedLine {
  /** Of its first byte in the file. */
  readonly offset: number;
  /** In bytes, without the line end. */
  readonly length: number;
  /** Its beginning, at most 64 KiB; only good until the next line is asked for. */
  readonly head: Uint8Array;
}

const chunkBytes = 1 << 22;
const headBytes = 1 << 16;
const lineFeed = 0x0a;

/** The lines of a file that are not empty, in order. Holds 4 MiB, whatever the lengths of the lines. @throws ToolError where it cannot be read. */
export function* scanLines(path: string): Generator<ScannedLine> {
  let file: number | undefined;
  // A Buffer, in which looking for a byte is fast; not from the pool.
  const buffer = Buffer.allocUnsafeSlow(chunkBytes);
  /** Beginning of a line that the piece before has cut. */
  const rest = Buffer.allocUnsafeSlow(headBytes);
  let restLength = 0;
  let start = 0;
  let read = 0;
  try {
    file = openSync(path, 'r');
    for (;;) {
      const length = readSync(file, buffer);
      if (length === 0) break;
      const chunk = buffer.subarray(0, length);
      let from = 0;
      for (let at = chunk.indexOf(lineFeed); at >= 0; at = chunk.indexOf(lineFeed, from)) {
        const end = read + at;
        if (end > start) {
          if (start < read) restLength += chunk.copy(rest, restLength, 0, at);
          const head =
            start < read
              ? rest.subarray(0, restLength)
              : chunk.subarray(from, Math.min(at, from + headBytes));
          yield { offset: start, length: end - start, head };
        }
        restLength = 0;
        from = at + 1;
        start = read + from;
      }
      restLength += chunk.copy(rest, restLength, from);
      read += length;
    }
    if (read > start) yield { offset: start, length: read - start, head: rest.subarray(0, restLength) };
  } catch (cause) {
    throw cause instanceof Error && 'syscall' in cause ? fileError(path, cause) : cause;
  } finally {
    if (file !== undefined) closeSync(file);
  }
}

const [quote, backslash, colon, brace] = [0x22, 0x5c, 0x3a, 0x7b];
const id = [quote, 0x69, 0x64, quote];

/**
 * The id of the record on a line that begins with it, as all lines of the release do: found without parsing the rest. `undefined` for
 * any other line.
 */
export function leadingId(line: Uint8Array): string | undefined {
  let at = skipBlanks(line, 0);
  if (line[at] !== brace) return undefined;
  at = skipBlanks(line, at + 1);
  for (const [which, byte] of id.entries()) if (line[at + which] !== byte) return undefined;
  at = skipBlanks(line, at + id.length);
  if (line[at] !== colon) return undefined;
  const start = skipBlanks(line, at + 1);
  if (line[start] !== quote) return undefined;
  let isPlain = true;
  let end = start + 1;
  // Byte by byte: an id is short.
  for (; end < line.length && line[end] !== quote; end++) {
    if (line[end] !== backslash) continue;
    isPlain = false;
    end += 1;
  }
  if (line[end] !== quote) return undefined;
  return isPlain
    ? bufferTools.decode(line, start + 1, end)
    : parsedText(bufferTools.decode(line, start, end + 1));
}

function parsedText(json: string): string | undefined {
  try {
    const value: unknown = JSON.parse(json);
    return typeof value === 'string' ? value : undefined;
  } catch {
    return undefined;
  }
}

function skipBlanks(line: Uint8Array, from: number): number {
  let at = from;
  while (line[at] === 0x20 || line[at] === 0x09) at += 1;
  return at;
}
