import { claimSchema } from '../../claims/claim.ts';
import { type OpenClaim, openClaimSchema } from '../../claims/open-claim.ts';
import type { Diagnostic, Place } from '../../diagnostic/diagnostic.ts';
import { createDiagnostic } from '../../diagnostic/rule-meta.ts';
import type { Span } from '../../text/span.ts';
import { isWellFormed, wellFormed } from '../../text/well-formed.ts';
import { claimKeys, unknownEntries } from '../claim-keys.ts';
import type { EvidenceStyle } from '../evidence-style.ts';
import { evidenceText } from '../evidence-text.ts';
import type { FormatContext, Loss, ReadResult, ReadSource } from '../format.ts';
import type { FormatPage } from '../format-page.ts';
import { formatRules } from '../format-rules.ts';
import { applyLosses, defineLoss } from '../loss.ts';
import { schemaFindings } from '../schema-findings.ts';
import { createPlaces, type PlaceOf } from '../text-places.ts';
import { guardCell, quoteCell, unguardCell } from './cell-text.ts';
import { parseCellValue, parseIdCell, printCellValue, printIdCell } from './cell-value.ts';
import { parseEvidenceCell, printEvidenceCell } from './evidence-cell.ts';
import { publishedTable } from './published-table.ts';
import {
  columnName,
  evidenceJsonColumn,
  evidenceTextColumn,
  findBeginning,
  parseHeaderCell,
  printHeaderCell,
  printRow,
  requiredColumns,
  type SheetColumn,
} from './sheet-columns.ts';
import { type CellSpan, readRows, type SheetRow } from './sheet-rows.ts';

/** The columns of both. */
export const sheetFields: FormatPage['fields'] = [
  ['id', 'the id of the claim'],
  ['claim', 'its text'],
  ['label', 'its label'],
  ['evidence', 'its evidence sets'],
  ['challenge, mutation, source, split', 'the same; empty where the claim has none'],
  ['fingerprints', 'as JSON; only where a claim has them'],
  [
    'evidence_text',
    'only with `--evidence text`, `context` or `highlighted`: the texts of its evidence sets, ` | ` between them; never read back',
  ],
  ['any other key', 'a column each, behind the others'],
];

/** What CSV and TSV cannot say. */
export const sheetLosses: readonly Loss[] = [
  defineLoss({
    id: 'surrogates',
    description:
      'Halves of a surrogate pair in the text or source of a claim, which are no characters: U+FFFD stands for them.',
    forget: (claim) => {
      const { claim: text, source } = claim;
      if (isWellFormed(text) && (source === undefined || isWellFormed(source))) return claim;
      return {
        ...claim,
        claim: wellFormed(text),
        ...(source !== undefined && { source: wellFormed(source) }),
      };
    },
  }),
];

/** Whether the first row of a table names claim columns, with this separator. */
export function looksLikeSheet(head: string, delimiters: readonly string[]): boolean {
  const { delimiter, knownColumns } = findBeginning(head, delimiters[0] ?? ',');
  return knownColumns >= 3 && delimiters.includes(delimiter) && publishedTable(head) === undefined;
}

/** The rows of claims, header first. All claims are held in memory, because the header names the unknown keys of the last. */
export function* writeSheet(
  claims: Iterable<OpenClaim>,
  delimiter: string,
  context: FormatContext,
): Generator<string> {
  const kept: OpenClaim[] = [];
  const unknownKeys = new Set<string>();
  for (const claim of claims) {
    const next = applyLosses(sheetLosses, claim, context).claim ?? claim;
    kept.push(next);
    for (const [key] of unknownEntries(next)) unknownKeys.add(key);
  }
  // The one key of the schema that is no text, and that few claims have.
  const hasFingerprints = kept.some((claim) => Object.hasOwn(claim, 'fingerprints'));
  const keys = claimKeys.filter((key) => key !== 'fingerprints' || hasFingerprints);
  const style = context.evidenceStyle === 'ids' ? undefined : context.evidenceStyle;
  const textColumn = style === undefined ? [] : [evidenceTextColumn];
  yield printRow([...keys, ...textColumn, ...[...unknownKeys].map(printHeaderCell)], delimiter);
  for (const claim of kept) {
    const unknown = new Map(unknownEntries(claim));
    const cells = [
      ...keys.map((key) => printKnownCell(claim, key)),
      ...(style === undefined ? [] : [printTextCell(claim, style, context)]),
      ...[...unknownKeys].map((key) => (unknown.has(key) ? printCellValue(unknown.get(key)) : '')),
    ];
    yield printRow(cells, delimiter);
  }
}

/** The texts of the evidence sets; nothing for a set with an id that the corpus does not have. */
function printTextCell(claim: OpenClaim, style: EvidenceStyle, { evidence }: FormatContext): string {
  const texts = claim.evidence.map((set) => evidenceText(set, style, evidence)?.text ?? '');
  return wellFormed(texts.join(' | '));
}

function printKnownCell(claim: OpenClaim, key: string): string {
  if (key === 'id') return printIdCell(claim.id);
  if (key === 'evidence') return printEvidenceCell(claim.evidence);
  const value = Object.hasOwn(claim, key) ? claim[key] : undefined;
  if (key === 'fingerprints' && value !== undefined) return JSON.stringify(value);
  return typeof value === 'string' ? value : '';
}

/** The claims of a table in order; `delimiter` is what its first row leaves open. */
export function* readSheet(
  { file, text }: ReadSource,
  delimiter: string,
  { anyLabel = false }: FormatContext,
): Generator<ReadResult> {
  const { delimiter: separator, from } = findBeginning(text, delimiter);
  const { rows, openQuote } = readRows(text, from, separator);
  const placeOf = createPlaces(file, text);
  const [headerRow, ...claimRows] = rows;
  const header = readHeader(headerRow, from, placeOf);
  for (const diagnostic of header.diagnostics) yield { diagnostic };
  if (header.complete) {
    const sheet: SheetContext = {
      columns: header.columns,
      placeOf,
      reported: new Set(),
      schema: anyLabel ? openClaimSchema : claimSchema,
    };
    for (const row of claimRows) {
      if (row.cells.some((cell) => cell.trim() !== '')) yield* readRow(row, sheet);
    }
  }
  if (openQuote !== undefined) {
    yield { diagnostic: createDiagnostic(formatRules.quotes, 'open', { place: placeOf(openQuote) }) };
  }
}

/** The header cell of a position: its column, or why the position is not read. */
type HeaderCell = SheetColumn | 'unnamed' | 'duplicate';

interface Header {
  readonly columns: readonly HeaderCell[];
  /** Whether rows can be read. */
  readonly complete: boolean;
  readonly diagnostics: readonly Diagnostic[];
}

function readHeader(row: SheetRow | undefined, from: number, placeOf: PlaceOf): Header {
  const spans = row?.spans() ?? [];
  const diagnostics: Diagnostic[] = [];
  const first = new Map<string, Span>();
  const columns = (row?.cells ?? []).map((cell, which): HeaderCell => {
    const column = parseHeaderCell(cell);
    const span = spans[which] ?? { start: from, end: from };
    if (column === undefined) return 'unnamed';
    const before = first.get(columnName(column));
    if (before === undefined) {
      first.set(columnName(column), span);
      return column;
    }
    diagnostics.push(
      createDiagnostic(formatRules.header, 'duplicate', {
        data: { column: column.key },
        place: placeOf(span),
        related: [{ message: 'It stands here for the first time.', place: placeOf(before) }],
      }),
    );
    return 'duplicate';
  });
  const missing = requiredColumns.filter(
    (name) => !first.has(name) && !(name === 'evidence' && first.has(evidenceJsonColumn)),
  );
  if (missing.length > 0) {
    const end = spans.at(-1)?.end ?? from;
    diagnostics.unshift(
      createDiagnostic(formatRules.header, 'missing', {
        data: { columns: missing.map((name) => `\`${name}\``).join(', ') },
        place: placeOf({ start: from, end }),
      }),
    );
  }
  return { columns, complete: missing.length === 0, diagnostics };
}

/** Columns that are read elsewhere, or not at all. */
const evidenceColumns: readonly string[] = ['evidence', evidenceJsonColumn, evidenceTextColumn];

interface SheetContext {
  readonly schema: typeof claimSchema | typeof openClaimSchema;
  readonly columns: readonly HeaderCell[];
  readonly placeOf: PlaceOf;
  /** Columns without a name that were reported: once each. */
  readonly reported: Set<number>;
}

function* readRow(row: SheetRow, sheet: SheetContext): Generator<ReadResult> {
  const cellOf = new Map<string, number>();
  // Only as many columns as the row has cells: a long header must not make every short row slow.
  const present: { readonly column: SheetColumn; readonly which: number }[] = [];
  for (const [which, column] of sheet.columns.slice(0, row.cells.length).entries()) {
    if (typeof column === 'string') continue;
    present.push({ column, which });
    if (column.known) cellOf.set(column.key, which);
  }
  const textOf = (key: string): string => unguardCell(row.cells[cellOf.get(key) ?? -1] ?? '');
  const id = textOf('id') === '' ? undefined : parseIdCell(textOf('id'));
  // The end of the row stands for a cell that it does not have.
  const spanAt = (which: number | undefined): Span => {
    const spans = row.spans();
    const end = spans.at(-1)?.end ?? 0;
    return (which === undefined ? undefined : spans[which]) ?? { start: end, end };
  };
  const place = (which: number | undefined, pointer?: string): Place =>
    sheet.placeOf(spanAt(which), {
      ...(id !== undefined && { claimId: id }),
      ...(pointer !== undefined && { pointer }),
    });

  for (const diagnostic of checkUnnamed(row, sheet, place)) yield { diagnostic };
  const found = [...checkCells(row, sheet.columns.length, place)];
  const evidence = readEvidence(textOf('evidence'), textOf(evidenceJsonColumn));
  if (evidence.messageId !== undefined) {
    const { column, messageId, problem = '' } = evidence;
    const where = place(cellOf.get(column), '/evidence');
    found.push(createDiagnostic(formatRules.evidenceCell, messageId, { data: { problem }, place: where }));
  }
  const entries: [string, unknown][] = [];
  for (const { column, which } of present) {
    const text = unguardCell(row.cells[which] ?? '');
    const { key, known } = column;
    if (text === '' || (known && evidenceColumns.includes(key))) continue;
    if (known && key !== 'fingerprints') entries.push([key, key === 'id' ? id : text]);
    else entries.push([key, (parseCellValue(text) ?? { value: text }).value]);
  }
  entries.push(['evidence', evidence.evidence ?? []]);
  // Not an object literal: a column may be named `__proto__`.
  const json: unknown = Object.fromEntries(entries);
  found.push(
    ...schemaFindings(sheet.schema, {
      json,
      place: ([key]) => place(cellOf.get(String(key)), `/${String(key)}`),
      spell: (value) => quoteCell(guardCell(value)),
    }),
  );
  for (const diagnostic of found) yield { diagnostic };
  if (found.length === 0) yield { claim: json as OpenClaim };
}

/** Whether the cells of a row are cut right: quotation marks at both ends, none behind the last column. */
export function* checkCells(
  row: SheetRow,
  columns: number,
  place: (which: number) => Place,
): Generator<Diagnostic> {
  // Looked up only where a cell begins with a quotation mark, which is rare.
  let spans: readonly CellSpan[] | undefined;
  for (const [which, cell] of row.cells.entries()) {
    if (!cell.startsWith('"')) continue;
    spans ??= row.spans();
    if (spans[which]?.brokenQuotes === true) {
      yield createDiagnostic(formatRules.quotes, 'text', { place: place(which) });
    }
  }
  const beyond = row.cells.findIndex((cell, which) => which >= columns && cell.trim() !== '');
  if (beyond >= 0) {
    const data = { cells: row.cells.length, columns };
    yield createDiagnostic(formatRules.extraCell, 'beyond', { data, place: place(beyond) });
  }
}

/** Columns without a name that hold something. The row is read all the same, without them. */
function* checkUnnamed(
  row: SheetRow,
  { columns, reported }: SheetContext,
  place: (which: number) => Place,
): Generator<Diagnostic> {
  for (const [which, cell] of row.cells.entries()) {
    if (columns[which] !== 'unnamed' || reported.has(which) || cell.trim() === '') continue;
    reported.add(which);
    yield createDiagnostic(formatRules.extraCell, 'unnamed', { place: place(which) });
  }
}

type Evidence =
  | { readonly evidence: string[][]; readonly messageId?: undefined }
  | {
      readonly evidence?: undefined;
      readonly column: 'evidence' | typeof evidenceJsonColumn;
      readonly messageId: keyof typeof formatRules.evidenceCell.messages;
      readonly problem?: string;
    };

/** The evidence of both columns, which must agree where both say something. */
function readEvidence(plain: string, json: string): Evidence {
  const [fromPlain, fromJson] = [parseEvidenceCell(plain), parseEvidenceCell(json)];
  if (fromPlain.messageId !== undefined) return { ...fromPlain, column: 'evidence' };
  if (fromJson.messageId !== undefined) return { ...fromJson, column: evidenceJsonColumn };
  if (json.trim() === '') return fromPlain;
  if (plain.trim() === '') return fromJson;
  return JSON.stringify(fromPlain.evidence) === JSON.stringify(fromJson.evidence)
    ? fromJson
    : { messageId: 'conflict', column: evidenceJsonColumn };
}
