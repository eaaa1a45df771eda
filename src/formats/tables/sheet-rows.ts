// The build for browsers: the other one needs Node's `Buffer`.
import { parse } from 'csv-parse/browser/esm/sync';
import type { Span } from '../../text/span.ts';

/** A cell as it stands in the text. */
export interface CellSpan extends Span {
  /** Whether text follows the closing quotation mark. */
  readonly brokenQuotes: boolean;
}

/** A row of a table. */
export interface SheetRow {
  /** Unquoted, guards not removed. */
  readonly cells: readonly string[];
  /** Where the cells stand, quotation marks included, in order. Computed at each call. */
  readonly spans: () => readonly CellSpan[];
}

/** The rows of a table in order, empty ones included, and the quotation mark that is never closed, if there is one. */
export interface Sheet {
  readonly rows: readonly SheetRow[];
  readonly openQuote?: Span;
}

interface ParsedRow {
  readonly record: readonly string[];
  readonly info: { readonly bytes: number };
}

/** The rows of `text` from an offset on. Rows end with LF, CRLF or CR; a quotation mark inside an unquoted cell is text. */
export function readRows(text: string, from: number, delimiter: string): Sheet {
  const offsetOf = byteOffsets(text, from);
  let openQuote: Span | undefined;
  // Bytes and not text, which this build takes twice as long to encode itself.
  const parsed = parse(new TextEncoder().encode(text.slice(from)), {
    delimiter,
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_quotes: true,
    relax_column_count: true,
    info: true,
    skip_records_with_error: true,
    on_skip: (error) => {
      // The only error left with these options. `bytes` is the end of the last cell, which a separator follows inside a row.
      const { bytes = 0, index = 0 } = (error ?? {}) as { bytes?: number; index?: number };
      const start = offsetOf(bytes) + (index > 0 ? delimiter.length : 0);
      openQuote = { start, end: start + 1 };
    },
  }) as unknown as readonly ParsedRow[];
  const rowOffsetOf = byteOffsets(text, from);
  let startByte = 0;
  const rows = parsed.map(({ record, info }): SheetRow => {
    const byte = startByte;
    startByte = info.bytes;
    return { cells: record, spans: () => cellSpans(text, rowOffsetOf(byte), delimiter) };
  });
  return { rows, ...(openQuote !== undefined && { openQuote }) };
}

/** The cells of the row that begins at `start`, cut as the parser cuts them. */
function cellSpans(text: string, start: number, delimiter: string): CellSpan[] {
  const spans: CellSpan[] = [];
  const isEnd = (at: number): boolean =>
    at >= text.length || text[at] === delimiter || text[at] === '\n' || text[at] === '\r';
  let at = start;
  for (;;) {
    const cellStart = at;
    let brokenQuotes = false;
    if (text[at] === '"') {
      at += 1;
      while (at < text.length && (text[at] !== '"' || text[at + 1] === '"')) at += text[at] === '"' ? 2 : 1;
      at += 1;
      brokenQuotes = !isEnd(at);
    }
    while (!isEnd(at)) at += 1;
    spans.push({ start: cellStart, end: Math.min(at, text.length), brokenQuotes });
    if (text[at] !== delimiter || at >= text.length) return spans;
    at += 1;
  }
}

/**
 * Turns offsets in the UTF-8 bytes behind `from` into offsets in the text. Linear altogether for offsets that rise; one that
 * falls costs a pass from the beginning.
 */
function byteOffsets(text: string, from: number): (byte: number) => number {
  let bytes = 0;
  let offset = from;
  return (byte) => {
    if (byte < bytes) [bytes, offset] = [0, from];
    while (bytes < byte && offset < text.length) {
      const code = text.codePointAt(offset) ?? 0;
      bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
      offset += code < 0x10000 ? 1 : 2;
    }
    return offset;
  };
}
