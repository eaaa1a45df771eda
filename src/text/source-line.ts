import { type ByteTools, portableByteTools } from './byte-tools.ts';
import { concatenateBytes } from './concatenate-bytes.ts';
import { decodeLossless, type InvalidByte } from './decode-utf8.ts';

/** One line of a text, with all that is needed to say where something in it is. */
export interface TextLine {
  readonly file: string;
  /** 1-based. */
  readonly number: number;
  /** UTF-16 offset of the line's first character in the file. */
  readonly offset: number;
  /** Without its end. */
  readonly text: string;
  readonly end: '' | '\n' | '\r\n';
}

/** One line of a file of bytes. */
export interface SourceLine extends TextLine {
  /** Bytes that are not UTF-8; offsets count from the line's beginning. */
  readonly invalidBytes: readonly InvalidByte[];
}

const noInvalidBytes: readonly InvalidByte[] = [];

/**
 * The lines of bytes that come in pieces, however the pieces are cut. A file that ends with a line end has no empty last line.
 * Holds one line in memory.
 *
 * @param tools the shell passes faster ones; what comes out is the same
 */
export function* readLines(
  file: string,
  chunks: Iterable<Uint8Array>,
  { decode, isUtf8 }: ByteTools = portableByteTools,
): Generator<SourceLine> {
  let rest: Uint8Array[] = [];
  let number = 0;
  let offset = 0;
  const next = (text: string, end: SourceLine['end'], invalidBytes: readonly InvalidByte[]): SourceLine => {
    number += 1;
    const line: SourceLine = { file, number, offset, text, end, invalidBytes };
    offset += text.length + end.length;
    return line;
  };
  /** A line of bytes that may be anything. */
  const decoded = (bytes: Uint8Array, hasLineFeed: boolean): SourceLine => {
    const { text, invalidBytes } = decodeLossless(bytes);
    if (!hasLineFeed) return next(text, '', invalidBytes);
    const crlf = text.endsWith('\r');
    return next(crlf ? text.slice(0, -1) : text, crlf ? '\r\n' : '\n', invalidBytes);
  };
  for (const chunk of chunks) {
    let from = 0;
    let at = chunk.indexOf(0x0a);
    if (rest.length > 0 && at >= 0) {
      yield decoded(concatenateBytes([...rest, chunk.subarray(0, at)]), true);
      rest = [];
      from = at + 1;
      at = chunk.indexOf(0x0a, from);
    }
    // Whether all lines of a piece are UTF-8 is asked once: asked of each line it costs more than decoding it.
    const isValid = at >= 0 && isUtf8(chunk.subarray(from, chunk.lastIndexOf(0x0a) + 1));
    for (; at >= 0; at = chunk.indexOf(0x0a, from)) {
      if (isValid) {
        const crlf = at > from && chunk[at - 1] === 0x0d;
        yield next(decode(chunk, from, crlf ? at - 1 : at), crlf ? '\r\n' : '\n', noInvalidBytes);
      } else yield decoded(chunk.subarray(from, at), true);
      from = at + 1;
    }
    // Copied, because the reader of the file may fill the same buffer again. `chunk.slice` would not do: of a Node Buffer it
    // gives a view.
    if (from < chunk.length) rest.push(new Uint8Array(chunk.subarray(from)));
  }
  if (rest.length > 0) yield decoded(concatenateBytes(rest), false);
}

/** The lines of a text, as {@link readLines} has those of its bytes. */
export function* splitLines(file: string, text: string): Generator<TextLine> {
  let offset = 0;
  for (let number = 1; offset < text.length; number++) {
    const lineFeed = text.indexOf('\n', offset);
    const end = lineFeed < 0 ? text.length : lineFeed;
    const crlf = lineFeed > offset && text[end - 1] === '\r';
    yield {
      file,
      number,
      offset,
      text: text.slice(offset, crlf ? end - 1 : end),
      end: lineFeed < 0 ? '' : crlf ? '\r\n' : '\n',
    };
    offset = end + 1;
  }
}

/** 1 for a file's first line that begins with a byte order mark, else 0: anywhere else the mark is a character like any other. */
export function byteOrderMarkLength({ offset, text }: Pick<TextLine, 'offset' | 'text'>): 0 | 1 {
  return offset === 0 && text.startsWith('\uFEFF') ? 1 : 0;
}
