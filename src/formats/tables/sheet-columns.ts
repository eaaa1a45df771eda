import { isWellFormed } from '../../text/well-formed.ts';
import { claimKeys } from '../claim-keys.ts';
import { guardCell, quoteCell, unguardCell } from './cell-text.ts';
import { parseCellValue } from './cell-value.ts';

/** Column that holds evidence as JSON, beside or instead of `evidence`. It is read, never written. */
export const evidenceJsonColumn = 'evidence_json';

/** Column that holds the texts of the evidence, for people and for models. It is written where they are asked for, never read. */
export const evidenceTextColumn = 'evidence_text';

/** Columns without which no row can be a claim. */
export const requiredColumns = ['id', 'claim', 'label', 'evidence'] as const;

const knownNames: ReadonlySet<string> = new Set([...claimKeys, evidenceJsonColumn]);

/** A column: a key of the schema (or `evidence_json`, `evidence_text`), an unknown key, or nothing where the header cell is empty. */
export interface SheetColumn {
  readonly key: string;
  readonly known: boolean;
}

/** What two columns with the same meaning have in common; an unknown key `evidence_json` is not the column of that name. */
export function columnName({ key, known }: SheetColumn): string {
  return known ? key : JSON.stringify(key);
}

/** The column of a header cell. Known names are read in any case and with outer blanks; a name between quotation marks is exact. */
export function parseHeaderCell(cell: string): SheetColumn | undefined {
  const text = unguardCell(cell);
  const exact = text.startsWith('"') ? parseCellValue(text)?.value : undefined;
  if (typeof exact === 'string') return { key: exact, known: claimKeys.includes(exact) };
  const name = text.trim();
  if (name === '') return undefined;
  const known = name.toLowerCase();
  return knownNames.has(known) || known === evidenceTextColumn
    ? { key: known, known: true }
    : { key: name, known: false };
}

/** The header cell of a key: between quotation marks where the name alone would be read as another column. */
export function printHeaderCell(key: string): string {
  const plain = parseHeaderCell(guardCell(key));
  const exact = plain?.key === key && plain.known === claimKeys.includes(key) && isWellFormed(key);
  return exact ? key : JSON.stringify(key);
}

/** How a table begins. */
export interface SheetBeginning {
  readonly delimiter: string;
  /** UTF-16 offset of the header row: behind a byte order mark and Excel's line `sep=;`. */
  readonly from: number;
  /** How many columns of the header row have one of the names. */
  readonly knownColumns: number;
}

/**
 * The separator of a table, told by Excel's line `sep=`, or else by its first row: of `preferred`, comma, semicolon, tab and
 * `|` the one that gives the most known columns, the earlier one where two give as many.
 *
 * @param known names of columns in lower case; those of claimset's own tables by default
 */
export function findBeginning(
  text: string,
  preferred: string,
  known: Iterable<string> = knownNames,
): SheetBeginning {
  const knownColumnNames = new Set(known);
  const bom = text.startsWith('\uFEFF') ? 1 : 0;
  const named = /^"?sep=([^\r\n"])"?(?:\r\n|\n|\r)/i.exec(text.slice(bom, bom + 16));
  const from = bom + (named?.[0].length ?? 0);
  const candidates = named?.[1] === undefined ? [preferred, ',', ';', '\t', '|'] : [named[1]];
  const line = /^[^\r\n]*/.exec(text.slice(from))?.[0] ?? '';
  let best: SheetBeginning | undefined;
  for (const delimiter of candidates) {
    const names = line.split(delimiter).map((name) =>
      name
        .trim()
        .replace(/^"(.*)"$/, '$1')
        .trim(),
    );
    const knownColumns = names.filter((name) => knownColumnNames.has(name.toLowerCase())).length;
    if (best === undefined || knownColumns > best.knownColumns) best = { delimiter, from, knownColumns };
  }
  return best ?? { delimiter: preferred, from, knownColumns: 0 };
}

/** A row as it stands in the file, line end included. */
export function printRow(cells: readonly string[], delimiter: string): string {
  return `${cells.map((cell) => quoteCell(guardCell(cell))).join(delimiter)}\n`;
}
