import { markdownCode } from '../../reporters/markdown-code.ts';
import type { Block, DataTable, HeatmapBlock } from '../block.ts';
import { countWords } from '../number-words.ts';
import { piecesOfProse } from '../prose.ts';
import type { MeasuredSection } from '../section.ts';
import { cellWords } from './cell-words.ts';
import { markdownText } from './markdown-text.ts';
import { quoted } from './quoted.ts';
import { reportMark } from './report-mark.ts';
import type { ReportPrinter } from './report-printer.ts';

/** Headings, paragraphs and tables: charts are their tables. */
export const markdown: ReportPrinter = {
  id: 'markdown',
  print: ({ title, description, facts, sections }) => {
    const shown = sections.filter(({ missing }) => missing === null);
    const absent = sections.flatMap(({ title, missing }) =>
      missing === null ? [] : [`- **${markdownText(title)}**: ${proseOf(missing)}`],
    );
    const parts = [
      `<!-- ${reportMark} -->`,
      `# ${markdownText(title)}: dataset report`,
      ...(description === '' ? [] : [markdownText(description)]),
      facts.map(({ name, value }) => `- ${markdownText(name)}: ${markdownText(value)}`).join('\n'),
      ...(shown.length === 0 ? [] : ['## In short', shown.map(printHeadline).join('\n')]),
      ...shown.flatMap((section) => [
        `## ${markdownText(section.title)}`,
        ...section.blocks.flatMap(printBlock),
      ]),
      ...(absent.length === 0 ? [] : ['## What is not here', absent.join('\n')]),
    ];
    return `${parts.join('\n\n')}\n`;
  },
};

function printHeadline({ title, headline }: MeasuredSection): string {
  return `- **${markdownText(title)}**: ${markdownText(headline ?? '')}.`;
}

function printBlock(block: Block): string[] {
  switch (block.kind) {
    case 'heading':
      return [`### ${markdownText(block.text)}`];
    case 'paragraph':
      return [proseOf(block.text)];
    case 'note':
      return [`> **Note.** ${proseOf(block.text)}`];
    case 'figures':
      return [
        block.figures
          .map(({ name, value, interval, meaning }) => {
            const words = `- **${markdownText(name)}**: ${markdownText(value)}`;
            return `${words}${interval === undefined ? '' : ` (${markdownText(interval)})`}${meaning === undefined ? '' : `. ${proseOf(meaning)}`}`;
          })
          .join('\n'),
      ];
    case 'table':
      return printTable(block.table);
    case 'chart':
      return [markdownText(block.name), ...printTable(block.table)];
    case 'heatmap':
      return [...printHeatmap(block)];
    case 'claims':
      return [
        `${markdownText(block.caption)}:`,
        block.claims
          .map(({ id, claim, label, split, remark }) => {
            const about = [id, label, split, remark].filter((word) => word !== undefined).join(', ');
            return `- ${markdownText(quoted(claim))} (${markdownText(about)})`;
          })
          .join('\n'),
      ];
  }
}

const maxCodeChars = 500;

function proseOf(text: string): string {
  return piecesOfProse(text)
    .map((piece) => {
      if (piece.isCode) return markdownCode(piece.text, maxCodeChars);
      // The blanks at its ends part it from code.
      const [, before, inner, after] = /^(\s?)([\s\S]*?)(\s?)$/.exec(piece.text) ?? [];
      return `${before ?? ''}${markdownText(inner ?? '')}${after ?? ''}`;
    })
    .join('');
}

function printTable({ caption, columns, rows }: DataTable): string[] {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [
    `**${markdownText(caption)}**`,
    [
      line(columns.map(({ name }) => markdownText(name))),
      `|${columns.map(({ isNumber }) => (isNumber === true ? '--:' : '---')).join('|')}|`,
      ...rows.map((row) => line(row.map((cell, at) => markdownText(cellWords(cell, columns[at]))))),
    ].join('\n'),
  ];
}

/** The strips as sums by section: what a table can say of them. */
function* printHeatmap({ name, labels, articles }: HeatmapBlock): Generator<string> {
  yield markdownText(name);
  for (const { title, sections } of articles) {
    yield* printTable({
      caption: title,
      columns: [
        { name: 'section' },
        { name: 'elements', isNumber: true },
        { name: 'cited', isNumber: true },
        ...labels.map((label) => ({ name: `citations, ${label}`, isNumber: true })),
      ],
      rows: sections.map(({ heading, records }) => [
        heading,
        records.length,
        records.filter(({ counts }) => counts.some((count) => count > 0)).length,
        ...labels.map((_, at) => countWords(records.reduce((sum, { counts }) => sum + (counts[at] ?? 0), 0))),
      ]),
    });
  }
}
