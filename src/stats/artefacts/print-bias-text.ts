import { displayWidth } from '../../text/display-width.ts';
import { printable } from '../../text/printable.ts';
import { createTerminalStyle } from '../../text/terminal-style.ts';
import { terminalTable } from '../../text/terminal-table.ts';
import { fitText, wrapText } from '../../text/wrap-text.ts';
import type { BiasBlock, BiasSection, Piece } from './bias-page.ts';

const minWidth = 40;
/** Columns of a long text that are worth their room. */
const minLong = 16;
const maxLong = 100;
const indent = 2;
const gap = 2;

/** Sections of a page for people at a terminal. */
export function* printBiasText(
  sections: readonly BiasSection[],
  { color, width: given }: { readonly color: boolean; readonly width: number },
): Generator<string> {
  const width = Math.max(minWidth, given);
  const style = createTerminalStyle(color);
  for (const [at, { title, blocks }] of sections.entries()) {
    if (at > 0) yield '\n';
    yield* wrapText(title, width).map((line) => `${style.bold(line)}\n`);
    for (const [which, block] of blocks.entries()) {
      if (block.kind === 'text') {
        yield* wrapText(wordsOf(block.pieces), width - indent).map(
          (line) => `${' '.repeat(indent)}${line}\n`,
        );
        continue;
      }
      if (block.title !== undefined || (which > 0 && blocks[which - 1]?.kind === 'table')) yield '\n';
      if (block.title !== undefined)
        yield `${' '.repeat(indent)}${style.underline(fitText(wordsOf(block.title), width - indent))}\n`;
      yield* terminalTable(tableOf(block, width), { width, style, overflow: 'below' });
    }
  }
}

/** The table with its texts made harmless; a long last column has the room that the others leave, or none. */
function tableOf({ columns, rows }: Extract<BiasBlock, { kind: 'table' }>, width: number) {
  const heads = columns.map(({ head }) => words(head));
  const cells = rows.map((row) => row.map(words));
  const shown = columns.map(({ align }, at) => ({
    head: heads[at] ?? '',
    ...(align !== undefined && { align }),
  }));
  if (columns.at(-1)?.isLong !== true) return { columns: shown, rows: cells };
  const last = columns.length - 1;
  const taken = columns.slice(0, last).map((_, at) => {
    const widest = Math.max(0, ...cells.map((row) => displayWidth(row[at] ?? '')));
    return gap + Math.max(widest, ...(heads[at] ?? '').split(' ').map(displayWidth));
  });
  const left = width - indent - taken.reduce((sum, one) => sum + one, 0);
  if (left < minLong) return { columns: shown.slice(0, last), rows: cells.map((row) => row.slice(0, last)) };
  return {
    columns: shown,
    rows: cells.map((row) =>
      row.map((cell, at) => (at === last ? fitText(cell, Math.min(left, maxLong)) : cell)),
    ),
  };
}

function wordsOf(pieces: readonly Piece[]): string {
  return pieces.map(words).join('');
}

function words(piece: Piece): string {
  return typeof piece === 'string' ? piece : printable(piece.data);
}
