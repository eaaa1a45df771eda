import type { Article, EvidenceRecord } from './article.ts';
import type { DraftArticle, DraftCell, DraftElement, DraftItem, ListType } from './draft-article.ts';

/**
 * The article as a draft, for writing it in another format. What tagged text has lost is absent: levels of headings and items, spans
 * of cells, links. Of a cell whose table has no marker, and an item whose list has none, the table is general and the list unordered.
 */
export function draftOfArticle({ title, records }: Article): DraftArticle {
  const elements: DraftElement[] = [];
  const tables = new Map<number, OpenTable>();
  const lists = new Map<number, OpenList>();
  const tableOf = (number: number): OpenTable => {
    const known = tables.get(number);
    if (known !== undefined) return known;
    const table: OpenTable = { kind: 'table', number, type: 'general', cells: [] };
    tables.set(number, table);
    elements.push(table);
    return table;
  };
  const listOf = (number: number): OpenList => {
    const known = lists.get(number);
    if (known !== undefined) return known;
    const list: OpenList = { kind: 'list', number, type: 'unordered_list', items: [] };
    lists.set(number, list);
    elements.push(list);
    return list;
  };
  for (const record of records) {
    const { kind, text } = record;
    const number = record.numbers[0] ?? 0;
    switch (kind) {
      case 'sentence':
        elements.push({ kind, number, text, startsParagraph: startsParagraph(record) });
        break;
      case 'section':
        elements.push({ kind, number, text });
        break;
      case 'table_infobox':
        tableOf(number).type = 'infobox';
        break;
      case 'table_general':
        tableOf(number);
        break;
      case 'table_caption':
        tableOf(number).caption = text;
        break;
      case 'cell':
      case 'header_cell': {
        const [, row = 0, column = 0] = record.numbers;
        tableOf(number).cells.push({ row, column, isHeader: kind === 'header_cell', text });
        break;
      }
      case 'item':
        listOf(number).items.push({ number: record.numbers[1] ?? 0, text });
        break;
      case 'title':
        break;
      default:
        listOf(number).type = kind;
    }
  }
  return { title, elements };
}

interface OpenTable {
  readonly kind: 'table';
  readonly number: number;
  type: 'infobox' | 'general';
  caption?: string;
  readonly cells: DraftCell[];
}

interface OpenList {
  readonly kind: 'list';
  readonly number: number;
  type: ListType;
  readonly items: DraftItem[];
}

/** In tagged text a blank line stands before each sentence but those that were cut inside a line. */
export function startsParagraph({ raw }: EvidenceRecord): boolean {
  return raw.trimStart() === raw || /^\s*\n/.test(raw);
}
