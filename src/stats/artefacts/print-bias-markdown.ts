import { markdownCell } from '../../reporters/markdown-cell.ts';
import { markdownCode } from '../../reporters/markdown-code.ts';
import { markdownTable } from '../../text/markdown-table.ts';
import type { BiasSection, Piece } from './bias-page.ts';

/** Characters shown of a text of the data. */
const maxChars = 200;

/** Sections of a page as Markdown (GitHub's), under a heading of the first level. */
export function* printBiasMarkdown(sections: readonly BiasSection[], title: Piece[]): Generator<string> {
  yield `# ${title.map(words).join('')}\n`;
  for (const { title: heading, blocks } of sections) {
    yield `\n## ${heading}\n`;
    for (const block of blocks) {
      if (block.kind === 'text') {
        yield `\n${block.pieces.map(words).join('')}\n`;
        continue;
      }
      if (block.title !== undefined) yield `\n**${block.title.map(words).join('')}**\n`;
      const head = block.columns.map((column) => cell(column.head));
      yield `\n${markdownTable(
        head,
        block.rows.map((row) => row.map(cell)),
      )}\n`;
    }
  }
}

function words(piece: Piece): string {
  return typeof piece === 'string' ? piece : markdownCode(piece.data, maxChars);
}

function cell(piece: Piece): string {
  return typeof piece === 'string' ? piece : markdownCell(piece.data, maxChars);
}
