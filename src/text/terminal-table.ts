import { displayWidth } from './display-width.ts';
import type { TerminalStyle } from './terminal-style.ts';
import { fitText, wrapText } from './wrap-text.ts';

export interface TableColumn {
  /** Broken at blanks to the width of the column. */
  readonly head: string;
  /** Numbers stand at the right. */
  readonly align?: 'left';
}

/** A table of texts that are safe for a terminal. The first column names the rows. */
export interface TerminalTable {
  readonly columns: readonly TableColumn[];
  readonly rows: readonly (readonly string[])[];
}

interface TableOptions {
  /** Columns of the terminal. */
  readonly width: number;
  readonly style: Pick<TerminalStyle, 'dim'>;
  /** What becomes of columns that have no room: a second table beneath, or nothing. */
  readonly overflow: 'below' | 'drop';
}

const indent = '  ';
const gap = '  ';
const maxNameWidth = 36;
const minNameWidth = 12;
/** Of a column but the first, where its cells need no more. */
const maxHeadWidth = 16;

/** The lines of a table, indented, each with a line feed. Long names of rows are cut. */
export function* terminalTable(table: TerminalTable, options: TableOptions): Generator<string> {
  const { columns, rows } = table;
  const widths = columns.map((column, at) => columnWidth(column, rows, at));
  const parts = partsOf(widths, options.width);
  for (const [which, part] of (options.overflow === 'drop' ? parts.slice(0, 1) : parts).entries()) {
    if (which > 0) yield '\n';
    const taken = sum(part.slice(1).map((at) => (widths[at] ?? 0) + gap.length));
    const name = Math.min(widths[0] ?? 0, Math.max(minNameWidth, options.width - indent.length - taken));
    const partWidths = part.map((at) => (at === 0 ? name : (widths[at] ?? 0)));
    yield* headLines(part, partWidths, columns, options);
    for (const row of rows) {
      const cells = part.map((at) => row[at] ?? '');
      yield lineOf(cells, part, partWidths, columns);
    }
  }
}

/** How many columns, with that of the names, stand beside one another. */
export function columnsBeside({ columns, rows }: TerminalTable, width: number): number {
  return (
    partsOf(
      columns.map((column, at) => columnWidth(column, rows, at)),
      width,
    )[0]?.length ?? 0
  );
}

/** The positions of the columns of each table beneath one another. */
function partsOf(widths: readonly number[], width: number): number[][] {
  const parts: number[][] = [[0]];
  const names = indent.length + Math.min(widths[0] ?? 0, Math.max(minNameWidth, Math.floor(width / 3)));
  let used = names;
  for (let at = 1; at < widths.length; at++) {
    const needed = gap.length + (widths[at] ?? 0);
    if (used + needed > width && (parts.at(-1)?.length ?? 0) > 1) {
      parts.push([0]);
      used = names;
    }
    parts.at(-1)?.push(at);
    used += needed;
  }
  return parts;
}

function columnWidth({ head }: TableColumn, rows: TerminalTable['rows'], at: number): number {
  const cells = Math.max(0, ...rows.map((row) => displayWidth(row[at] ?? '')));
  if (at === 0) return Math.min(maxNameWidth, Math.max(cells, displayWidth(head)));
  return Math.max(cells, ...head.split(' ').map((word) => Math.min(maxHeadWidth, displayWidth(word))));
}

function* headLines(
  part: readonly number[],
  widths: readonly number[],
  columns: readonly TableColumn[],
  { style }: TableOptions,
): Generator<string> {
  const heads = part.map((at, place) => wrapText(columns[at]?.head ?? '', widths[place] ?? 0));
  const height = Math.max(...heads.map((lines) => lines.length));
  if (heads.every(([line]) => line === '')) return;
  for (let line = 0; line < height; line++) {
    const cells = heads.map((lines) => lines[line - height + lines.length] ?? '');
    yield `${style.dim(lineOf(cells, part, widths, columns).slice(0, -1))}\n`;
  }
}

function lineOf(
  cells: readonly string[],
  part: readonly number[],
  widths: readonly number[],
  columns: readonly TableColumn[],
): string {
  const shown = cells.map((cell, place) => {
    const width = widths[place] ?? 0;
    const at = part[place] ?? 0;
    const text = at === 0 ? fitText(cell, width) : cell;
    const blanks = ' '.repeat(Math.max(0, width - displayWidth(text)));
    return at === 0 || columns[at]?.align === 'left' ? text + blanks : blanks + text;
  });
  return `${(indent + shown.join(gap)).trimEnd()}\n`;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
