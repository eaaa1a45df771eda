import { checkJson } from '../../text/check-json.ts';
import { isWellFormed } from '../../text/well-formed.ts';

/**
 * The JSON value that a cell stands for; `undefined` where it is plain text: a number (spelt as JSON would spell it, so that
 * `007` and `1.50` stay text), `true`, `false`, `null`, a list, an object, or a string between quotation marks. JSON that would
 * not be written the same again (a key twice, a number beyond the precision of JavaScript) is text.
 */
export function parseCellValue(cell: string): { readonly value: unknown } | undefined {
  if (!/^(?:[[{"]|-?\d|(?:true|false|null)$)/.test(cell)) return undefined;
  const { json: value, problems } = checkJson(cell);
  if (problems.length > 0 || (typeof value === 'number' && String(value) !== cell)) return undefined;
  return { value };
}

/** The cell of a JSON value: a string as it is where no reader could take it for another value, everything else as JSON. */
export function printCellValue(value: unknown): string {
  return typeof value === 'string' && value !== '' && isPlain(value) ? value : JSON.stringify(value);
}

function isPlain(text: string): boolean {
  // Half a surrogate pair has no UTF-8; JSON can spell it as an escape.
  return isWellFormed(text) && parseCellValue(text) === undefined;
}

/** The id of a cell: an integer where it is spelt as one, a string between quotation marks, any other text as it is. */
export function parseIdCell(cell: string): string | number {
  const value = parseCellValue(cell)?.value;
  return typeof value === 'string' || Number.isSafeInteger(value) ? (value as string | number) : cell;
}

/** The cell of an id: quotation marks only around a string that would be read as something else. */
export function printIdCell(id: string | number): string {
  if (typeof id === 'number') return String(id);
  return parseIdCell(id) === id && isWellFormed(id) ? id : JSON.stringify(id);
}
