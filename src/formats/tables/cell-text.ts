/**
 * The text with an apostrophe before it where a spreadsheet would take it for a formula: where it begins with `=`, `+`, `-` or `@`
 * (also full-width, also after blanks) or with a tab, line break or NUL. Apostrophes before such a beginning are part of it, so
 * that {@link unguardCell} can tell the guard from an apostrophe of the text.
 *
 * @see OWASP, CSV Injection; ASVS 5, 1.2.10.
 */
export function guardCell(text: string): string {
  return isFormula(text) ? `'${text}` : text;
}

/** The text without its guard: the inverse of {@link guardCell}. An apostrophe before anything else is text. */
export function unguardCell(cell: string): string {
  return cell.startsWith("'") && isFormula(cell) ? cell.slice(1) : cell;
}

function isFormula(text: string): boolean {
  let at = 0;
  while (text[at] === "'") at += 1;
  if (at < text.length && '\0\t\r\n'.includes(text.charAt(at))) return true;
  while (at < text.length && text.charAt(at).trim() === '') at += 1;
  return at < text.length && '=+-@＝＋－＠'.includes(text.charAt(at));
}

/**
 * The cell as it stands in the file: quoted where it holds a quotation mark, a line break, an outer blank or any separator, also
 * that of another country's spreadsheets.
 *
 * @see RFC 4180, section 2.
 */
export function quoteCell(text: string): string {
  return /[",;\t\r\n]/.test(text) || text.trim() !== text ? `"${text.replaceAll('"', '""')}"` : text;
}
