import type { DraftArticle, DraftElement, DraftTable } from './draft-article.ts';
import { formatEvidenceId } from './evidence-id.ts';
import type { EvidenceKind } from './evidence-kind.ts';

/**
 * The tagged text of an article, as the annotation wiki shows it: one paragraph an element, the cells of a row on one line. Texts
 * are written without outer white space. {@link articleOfDraft} tells whether the text says what the draft says.
 */
export function printDraft({ title, elements }: DraftArticle): string {
  const idOf = (kind: EvidenceKind, ...numbers: number[]) => formatEvidenceId({ title, kind, numbers });
  const paragraphs = elements.flatMap((element) => printElement(element, idOf));
  const head = `${title}\n\nFrom Wikipedia for FEVERv2\nJump to navigation Jump to search\n`;
  return `${[head.trimEnd(), ...paragraphs].join('\n\n')}\n`;
}

type IdOf = (kind: EvidenceKind, ...numbers: number[]) => string;

function printElement(element: DraftElement, idOf: IdOf): string[] {
  switch (element.kind) {
    case 'sentence':
    case 'section':
      return [tagged(element.text, idOf(element.kind, element.number), ' ')];
    case 'table':
      return printTable(element, idOf);
    case 'list':
      return [
        idOf(element.type, element.number),
        ...element.items.map(({ number, text }) => tagged(text, idOf('item', element.number, number), '')),
      ];
  }
}

function printTable({ number, type, caption, cells }: DraftTable, idOf: IdOf): string[] {
  const marker = idOf(type === 'infobox' ? 'table_infobox' : 'table_general', number);
  const rows = new Map<number, string[]>();
  for (const { row, column, isHeader, text } of cells) {
    const printed = tagged(text, idOf(isHeader ? 'header_cell' : 'cell', number, row, column), '');
    const line = rows.get(row);
    if (line === undefined) rows.set(row, [printed]);
    else line.push(printed);
  }
  return [
    marker,
    ...(caption === undefined ? [] : [tagged(caption, idOf('table_caption', number), '')]),
    [...rows.values()].map((line) => line.join(' ')).join('\n'),
  ].filter((paragraph) => paragraph !== '');
}

/** The element: its text, and its id behind the blank that sentences and headings have there. */
function tagged(text: string, id: string, blank: ' ' | ''): string {
  const trimmed = text.trim();
  return trimmed === '' ? id : trimmed + blank + id;
}
