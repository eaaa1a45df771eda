import type { Diagnostic, Place } from '../../diagnostic/diagnostic.ts';
import { createDiagnostic } from '../../diagnostic/rule-meta.ts';
import type { Span } from '../../text/span.ts';
import type { ReadSource } from '../format.ts';
import { formatRules } from '../format-rules.ts';
import type { JsonLine } from '../json-lines.ts';
import { createPlaces, type PlaceOf } from '../text-places.ts';
import { guardCell, quoteCell, unguardCell } from './cell-text.ts';
import { parseCellValue, parseIdCell } from './cell-value.ts';
import { findBeginning } from './sheet-columns.ts';
import { readRows, type SheetRow } from './sheet-rows.ts';
import { checkCells } from './spreadsheet.ts';
import { parseHeader } from './table-header.ts';

/** The columns of a dataset's table. Names are exact, unlike those of claimset's own tables. */
export interface RecordColumns {
  /** The column of the id. */
  readonly idKey: string;
  /** Columns whose cells are text whatever they look like, and always written, in order behind the id. */
  readonly texts: readonly string[];
  /** Without one of them no row can be read. */
  readonly required: readonly string[];
  /** A row that ends before one of them is broken off. */
  readonly complete: readonly string[];
}

/** Keys of claims that are text, and that any table may have as columns. */
const textKeys: readonly string[] = ['challenge', 'mutation', 'source', 'split'];

/** The rows of a table as JSON objects, for readers of JSON records: a cell that is empty is a key that is not there. */
export function* readRecordTable(
  { file, text }: ReadSource,
  delimiter: string,
  columns: RecordColumns,
): Generator<JsonLine> {
  const { delimiter: separator, from } = findBeginning(text, delimiter, columns.required);
  const { rows, openQuote } = readRows(text, from, separator);
  const placeOf = createPlaces(file, text);
  const [headerRow, ...recordRows] = rows;
  const keys = (headerRow?.cells ?? []).map((cell, which) => parseHeader(cell, which));
  const faults = [...checkHeader(headerRow, keys, from, columns, placeOf)];
  if (faults.length > 0) yield { diagnostics: faults };
  if (columns.required.every((name) => keys.includes(name))) {
    const table: Table = { columns, keys, placeOf };
    for (const [which, row] of recordRows.entries())
      if (row.cells.some((cell) => cell.trim() !== '')) yield readRecord(row, which + 2, table);
  }
  if (openQuote !== undefined)
    yield { diagnostics: [createDiagnostic(formatRules.quotes, 'open', { place: placeOf(openQuote) })] };
}

interface Table {
  readonly columns: RecordColumns;
  readonly keys: readonly string[];
  readonly placeOf: PlaceOf;
}

function* checkHeader(
  row: SheetRow | undefined,
  keys: Table['keys'],
  from: number,
  { required }: RecordColumns,
  placeOf: PlaceOf,
): Generator<Diagnostic> {
  const missing = required.filter((name) => !keys.includes(name));
  const spans = missing.length > 0 || new Set(keys).size < keys.length ? (row?.spans() ?? []) : [];
  if (missing.length > 0) {
    yield createDiagnostic(formatRules.header, 'missing', {
      data: { columns: missing.map((name) => `\`${name}\``).join(', ') },
      place: placeOf({ start: from, end: spans.at(-1)?.end ?? from }),
      help: 'Name the columns in the first row, as the published files do.',
    });
  }
  for (const [which, key] of keys.entries()) {
    const first = keys.indexOf(key);
    if (first === which) continue;
    const [place, related] = [which, first].map((at) => placeOf(spans[at] ?? { start: from, end: from }));
    if (place !== undefined && related !== undefined)
      yield createDiagnostic(formatRules.header, 'duplicate', {
        data: { column: key },
        place,
        related: [{ message: 'It stands here for the first time.', place: related }],
      });
  }
}

function readRecord(row: SheetRow, lineNumber: number, { columns, keys, placeOf }: Table): JsonLine {
  const { idKey, complete } = columns;
  const cellOf = new Map<string, number>();
  // Only as many columns as the row has cells: a long header must not make every short row slow.
  for (const [which, key] of keys.slice(0, row.cells.length).entries())
    if (!cellOf.has(key)) cellOf.set(key, which);
  const entries: [string, unknown][] = [];
  for (const [key, which] of cellOf) {
    const text = unguardCell(row.cells[which] ?? '');
    if (text === '') continue;
    if (key === idKey) entries.push([key, parseIdCell(text)]);
    else if (isTextColumn(key, columns)) entries.push([key, text]);
    else entries.push([key, (parseCellValue(text) ?? { value: text }).value]);
  }
  // Not an object literal: a column may be named `__proto__`.
  const json: Readonly<Record<string, unknown>> = Object.fromEntries(entries);
  const id = Object.hasOwn(json, idKey) ? json[idKey] : undefined;
  const spanAt = (which: number | undefined): Span => {
    const spans = row.spans();
    const end = spans.at(-1)?.end ?? 0;
    return (which === undefined ? undefined : spans[which]) ?? { start: end, end };
  };
  const place = (which: number | undefined, pointer?: string): Place =>
    placeOf(spanAt(which), {
      ...((typeof id === 'string' || typeof id === 'number') && { claimId: id }),
      ...(pointer !== undefined && { pointer }),
    });
  const found = [...checkCells(row, keys.length, place)];
  const cut = complete.find((key) => keys.includes(key) && !cellOf.has(key));
  if (cut !== undefined) {
    found.push(
      createDiagnostic(formatRules.notClaim, 'missing', {
        data: { key: cut },
        place: place(undefined),
        help: `The row ends after ${row.cells.length} of ${keys.length} cells: a line break or quotation mark in it was not quoted.`,
      }),
    );
  }
  if (found.length > 0) return { diagnostics: found };
  return {
    record: {
      json,
      place: ([key]) => place(cellOf.get(String(key)), `/${String(key)}`),
      spell: (value) => quoteCell(guardCell(value)),
      lineNumber,
    },
  };
}

/** Whether the cells of a column are text whatever they look like. */
export function isTextColumn(key: string, { texts }: RecordColumns): boolean {
  return texts.includes(key) || textKeys.includes(key);
}
