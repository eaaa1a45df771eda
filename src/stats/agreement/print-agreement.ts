import { printable } from '../../text/printable.ts';
import { createTerminalStyle } from '../../text/terminal-style.ts';
import { terminalTable } from '../../text/terminal-table.ts';
import { wrapText } from '../../text/wrap-text.ts';
import { agreementPage } from './agreement-page.ts';
import type { AgreementReport } from './agreement-report.ts';
import type { AgreementSource } from './page/agreement-source.ts';
import type { Piece } from './page/page-block.ts';

export interface TerminalOptions {
  readonly color: boolean;
  /** Columns of the terminal. */
  readonly width: number;
  /** Disputed claims that are shown. */
  readonly shown: number;
}

const minWidth = 40;
const indent = '  ';
const bullet = '- ';

/** A report for people at a terminal, line by line. */
export function* printAgreement(
  report: AgreementReport,
  source: AgreementSource,
  { color, width: wanted, shown }: TerminalOptions,
): Generator<string> {
  const style = createTerminalStyle(color);
  const width = Math.max(minWidth, wanted);
  let isFirst = true;
  for (const block of agreementPage(report, source, shown)) {
    if (block.kind === 'heading') {
      if (!isFirst) yield '\n';
      yield* wrapText(block.text, width).map((line) => `${style.bold(line)}\n`);
    } else if (block.kind === 'paragraph') {
      for (const line of wrapText(textOf(block.pieces), width - indent.length)) yield `${indent}${line}\n`;
    } else if (block.kind === 'list') {
      for (const item of block.items) {
        const lines = wrapText(textOf(item), width - indent.length - bullet.length);
        for (const [at, line] of lines.entries()) yield `${indent}${at === 0 ? bullet : '  '}${line}\n`;
      }
    } else {
      const rows = block.rows.map((row) => row.map((cell) => textOf([cell])));
      const columns = block.isPlain
        ? block.columns.map((column) => ({ ...column, head: '' }))
        : block.columns;
      yield* terminalTable({ columns, rows }, { width, style, overflow: 'below' });
    }
    isFirst = false;
  }
}

function textOf(pieces: readonly Piece[]): string {
  return pieces.map((piece) => (typeof piece === 'string' ? piece : printable(piece.name))).join('');
}
