import type { ClaimId } from '../claims/claim.ts';
import { concatenateBytes } from '../text/concatenate-bytes.ts';
import { bufferTools } from './buffer-tools.ts';

const lineFeed = 0x0a;

/** A block is given away when the next line does not fit. */
const blockBytes = 1 << 18;

/** Some lines of one of the parts that lines are divided into. */
export interface CopiedLines<Part> {
  readonly part: Part;
  /** Whole lines in order. */
  readonly bytes: Uint8Array;
}

/**
 * The lines of a JSON Lines file that comes in pieces, divided into parts, byte for byte as they stand, in blocks of whole lines; a
 * last line without an end gets one. A block is only good until the next is asked for. Memory does not grow with the file.
 *
 * @param partOf asked of each line without its line feed; a line without a part is left out
 */
export function* copyLines<Part>(
  chunks: Iterable<Uint8Array>,
  partOf: (bytes: Uint8Array, start: number, end: number) => Part | undefined,
): Generator<CopiedLines<Part>> {
  const blocks = new Map<Part, LineBlock>();
  for (const bytes of wholeLines(chunks)) {
    for (let start = 0; start < bytes.length; ) {
      const end = bytes.indexOf(lineFeed, start);
      const part = partOf(bytes, start, end);
      const from = start;
      start = end + 1;
      if (part === undefined) continue;
      let block = blocks.get(part);
      if (block === undefined) {
        block = { bytes: Buffer.allocUnsafeSlow(blockBytes), filled: 0 };
        blocks.set(part, block);
      }
      if (block.filled + start - from > blockBytes) {
        if (block.filled > 0) yield { part, bytes: block.bytes.subarray(0, block.filled) };
        block.filled = 0;
      }
      if (start - from > blockBytes) yield { part, bytes: bytes.subarray(from, start) };
      else block.filled += bytes.copy(block.bytes, block.filled, from, start);
    }
  }
  for (const [part, { bytes, filled }] of blocks) {
    if (filled > 0) yield { part, bytes: bytes.subarray(0, filled) };
  }
}

interface LineBlock {
  readonly bytes: Buffer;
  filled: number;
}

/** The bytes in pieces that end with a line feed; one is added at the end where none is. */
function* wholeLines(chunks: Iterable<Uint8Array>): Generator<Buffer> {
  let rest: Uint8Array[] = [];
  for (const chunk of chunks) {
    let from = 0;
    if (rest.length > 0) {
      from = chunk.indexOf(lineFeed) + 1;
      if (from > 0) {
        yield asBuffer(concatenateBytes([...rest, chunk.subarray(0, from)]));
        rest = [];
      }
    }
    const to = Math.max(from, chunk.lastIndexOf(lineFeed) + 1);
    if (to > from) yield asBuffer(chunk.subarray(from, to));
    // Copied, because the reader of the file may fill the same memory again. `chunk.slice` would not do: of a Node Buffer it gives a view.
    if (to < chunk.length) rest.push(new Uint8Array(chunk.subarray(to)));
  }
  if (rest.length > 0) yield asBuffer(concatenateBytes([...rest, Uint8Array.of(lineFeed)]));
}

function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.isBuffer(bytes) ? bytes : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
}

const [quote, backslash, minus, zero, nine] = [0x22, 0x5c, 0x2d, 0x30, 0x39];
const [comma, closeBrace, blank] = [0x2c, 0x7d, 0x20];
const idKey = new TextEncoder().encode('{"id":');
/** Integers with more digits may not be what they are read as. */
const maxDigits = 15;

/**
 * The id of the claim on a line `bytes[start, end)` of valid UTF-8; `undefined` where there is none. A line that begins with its id, as
 * all published files have it, is not parsed: of a second `id` on such a line it does not know.
 */
export function idOfLine(bytes: Uint8Array, start: number, end: number): ClaimId | undefined {
  return idAtStart(bytes, start, end) ?? idOfJson(bufferTools.decode(bytes, start, end));
}

function idAtStart(bytes: Uint8Array, start: number, end: number): ClaimId | undefined {
  for (let which = 0; which < idKey.length; which++)
    if (bytes[start + which] !== idKey[which]) return undefined;
  let at = start + idKey.length;
  if (bytes[at] === blank) at += 1;
  if (bytes[at] === quote) {
    const from = at + 1;
    for (at = from; at < end; at++) {
      if (bytes[at] === backslash) return undefined;
      if (bytes[at] === quote) return bufferTools.decode(bytes, from, at);
    }
    return undefined;
  }
  const isNegative = bytes[at] === minus;
  if (isNegative) at += 1;
  const from = at;
  let number = 0;
  for (let byte = bytes[at] as number; byte >= zero && byte <= nine; byte = bytes[++at] as number)
    number = number * 10 + byte - zero;
  const isWhole = at > from && at - from <= maxDigits && (bytes[at] === comma || bytes[at] === closeBrace);
  if (!isWhole || (at - from > 1 && bytes[from] === zero)) return undefined;
  return isNegative && number > 0 ? -number : number;
}

function idOfJson(line: string): ClaimId | undefined {
  try {
    const { id } = JSON.parse(line.replace(/^\uFEFF/, '')) as { readonly id?: unknown };
    return typeof id === 'string' || Number.isSafeInteger(id) ? (id as ClaimId) : undefined;
  } catch {
    return undefined;
  }
}
