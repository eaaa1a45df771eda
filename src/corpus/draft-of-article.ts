import type { Article, EvidenceRecord } from './article.ts';
import type { DraftArticle } from './draft-article.ts';
import { NumberedElements } from './numbered-elements.ts';

/**
 * The article as a draft, for writing it in another format. What tagged text has lost is absent: levels of headings and items, spans
 * of cells, links. Of a cell whose table has no marker, and an item whose list has none, the table is general and the list unordered.
 */
export function draftOfArticle({ title, records }: Article): DraftArticle {
  const elements = new NumberedElements();
  for (const record of records) {
    const { kind, text } = record;
    const number = record.numbers[0] ?? 0;
    switch (kind) {
      case 'sentence':
        elements.all.push({ kind, number, text, startsParagraph: startsParagraph(record) });
        break;
      case 'section':
        elements.all.push({ kind, number, text });
        break;
      case 'table_infobox':
        elements.table(number).type = 'infobox';
        break;
      case 'table_general':
        elements.table(number);
        break;
      case 'table_caption':
        elements.table(number).caption = text;
        break;
      case 'cell':
      case 'header_cell': {
        const [, row = 0, column = 0] = record.numbers;
        elements.table(number).cells.push({ row, column, isHeader: kind === 'header_cell', text });
        break;
      }
      case 'item':
        elements.list(number).items.push({ number: record.numbers[1] ?? 0, text });
        break;
      case 'title':
        break;
      default:
        elements.list(number).type = kind;
    }
  }
  return { title, elements: elements.all };
}

/** In tagged text a blank line stands before each sentence but those that were cut inside a line. */
export function startsParagraph({ raw }: EvidenceRecord): boolean {
  return raw.trimStart() === raw || /^\s*\n/.test(raw);
}
