import { markdownCell } from '../../reporters/markdown-cell.ts';
import { markdownCode } from '../../reporters/markdown-code.ts';
import { markdownTable } from '../../text/markdown-table.ts';
import { agreementPage } from './agreement-page.ts';
import type { AgreementReport } from './agreement-report.ts';
import type { AgreementSource } from './page/agreement-source.ts';
import type { Piece } from './page/page-block.ts';
import type { TerminalOptions } from './print-agreement.ts';

/** By this line a workflow finds its earlier comment. */
const marker = '<!-- claimset agree -->';

const maxNameChars = 100;

/** A report for a comment or a document: what the data says stands in code, where it does nothing. */
export function* printAgreementMarkdown(
  report: AgreementReport,
  source: AgreementSource,
  { shown }: Pick<TerminalOptions, 'shown'>,
): Generator<string> {
  yield `${marker}\n`;
  let isFirst = true;
  for (const block of agreementPage(report, source, shown)) {
    if (block.kind === 'heading') yield `${isFirst ? '##' : '\n###'} ${block.text}\n`;
    else if (block.kind === 'paragraph') yield `\n${textOf(block.pieces)}\n`;
    else if (block.kind === 'list') yield `\n${block.items.map((item) => `- ${textOf(item)}\n`).join('')}`;
    else {
      const heads = block.columns.map(({ head }) => head);
      yield `\n${markdownTable(
        heads,
        block.rows.map((row) => row.map(cellOf)),
      )}\n`;
    }
    isFirst = false;
  }
}

function textOf(pieces: readonly Piece[]): string {
  return pieces
    .map((piece) =>
      typeof piece === 'string' ? piece.replaceAll('<', '&lt;') : markdownCode(piece.name, maxNameChars),
    )
    .join('');
}

function cellOf(piece: Piece): string {
  return typeof piece === 'string' ? piece : markdownCell(piece.name, maxNameChars);
}
