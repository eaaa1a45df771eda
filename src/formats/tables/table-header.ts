import { isWellFormed } from '../../text/well-formed.ts';
import { guardCell, unguardCell } from './cell-text.ts';
import { parseCellValue } from './cell-value.ts';
import { findBeginning } from './sheet-columns.ts';
import { readRows } from './sheet-rows.ts';

/** The key of a first column without a name. */
export const unnamedKey = 'Unnamed: 0';

/** The key of a header cell: without a name the one that pandas gives it, `Unnamed: 0`. A name between quotation marks is read as JSON. */
export function parseHeader(cell: string, which: number): string {
  const text = unguardCell(cell);
  const exact = text.startsWith('"') ? parseCellValue(text)?.value : undefined;
  if (typeof exact === 'string') return exact;
  return text.trim() === '' ? `Unnamed: ${which}` : text;
}

/** The header cell of a key that is not the first column without a name. */
export function printHeader(key: string): string {
  return parseHeader(guardCell(key), 1) === key && isWellFormed(key) ? key : JSON.stringify(key);
}

/** The keys of the columns of a table; none where it has another separator. */
export function headerKeys(head: string, delimiter: string): readonly string[] {
  const { delimiter: separator, from } = findBeginning(head, delimiter);
  const line = /^[^\r\n]*/.exec(head.slice(from))?.[0] ?? '';
  const [row] = separator === delimiter ? readRows(line, 0, separator).rows : [];
  return row?.cells.map(parseHeader) ?? [];
}
