import type { DraftArticle, DraftElement } from './draft-article.ts';
import type { EvidenceKind } from './evidence-kind.ts';
import type { PlainRecord } from './read-records.ts';

/** The elements of a draft in the order of its tagged text, with its markers: what {@link readRecords} finds in that text. */
export function recordsOfDraft({ title, elements }: DraftArticle): PlainRecord[] {
  const records: PlainRecord[] = [];
  const add = (kind: EvidenceKind, text: string, number: number, row = -1, column = -1): void => {
    records.push({ title, kind, number, row, column, text: text.trim() });
  };
  for (const element of elements) addRecords(element, add);
  return records;
}

type Add = (kind: EvidenceKind, text: string, number: number, row?: number, column?: number) => void;

function addRecords(element: DraftElement, add: Add): void {
  const { number } = element;
  switch (element.kind) {
    case 'sentence':
    case 'section':
      add(element.kind, element.text, number);
      break;
    case 'table':
      add(element.type === 'infobox' ? 'table_infobox' : 'table_general', '', number);
      if (element.caption !== undefined) add('table_caption', element.caption, number);
      for (const { row, column, isHeader, text } of element.cells)
        add(isHeader ? 'header_cell' : 'cell', text, number, row, column);
      break;
    case 'list':
      add(element.type, '', number);
      for (const item of element.items) add('item', item.text, number, item.number);
  }
}
