import type { TerminalStyle } from '../../../text/terminal-style.ts';
import { type TerminalTable, terminalTable } from '../../../text/terminal-table.ts';
import { wrapText } from '../../../text/wrap-text.ts';

/** What the parts are printed on. */
export interface Page {
  /** Columns. */
  readonly width: number;
  readonly style: TerminalStyle;
}

export const indent = '  ';

/** Days and weeks that are shown, the latest. */
export const mostRows = 14;

/** The title of a part, after an empty line. */
export function* section(title: string, { width, style }: Page): Generator<string> {
  yield '\n';
  for (const line of wrapText(title, width)) yield `${style.bold(line)}\n`;
}

/** A paragraph below a title. */
export function* paragraph(text: string, { width }: Page): Generator<string> {
  for (const line of wrapText(text, width - indent.length)) yield `${indent}${line}\n`;
}

/** A table; columns that do not fit come below. */
export function tableLines(table: TerminalTable, { width, style }: Page): Generator<string> {
  return terminalTable(table, { width, style, overflow: 'below' });
}
