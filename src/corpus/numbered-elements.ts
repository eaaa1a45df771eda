import type { DraftCell, DraftElement, DraftItem, DraftList, DraftTable } from './draft-article.ts';

/** A table that cells still come for. */
export interface OpenTable extends DraftTable {
  type: DraftTable['type'];
  caption?: string;
  readonly cells: DraftCell[];
}

/** A list that items still come for. */
export interface OpenList extends DraftList {
  type: DraftList['type'];
  readonly items: DraftItem[];
}

/**
 * The elements of an article whose records come one by one with their numbers, in the order in which each was first met. A table is
 * general and a list unordered until something else is said of it.
 */
export class NumberedElements {
  readonly all: DraftElement[] = [];
  readonly #tables = new Map<number, OpenTable>();
  readonly #lists = new Map<number, OpenList>();

  /** The table of a number, made where it is new. */
  table(number: number): OpenTable {
    const known = this.#tables.get(number);
    if (known !== undefined) return known;
    const table: OpenTable = { kind: 'table', number, type: 'general', cells: [] };
    this.#tables.set(number, table);
    this.all.push(table);
    return table;
  }

  /** The list of a number, made where it is new. */
  list(number: number): OpenList {
    const known = this.#lists.get(number);
    if (known !== undefined) return known;
    const list: OpenList = { kind: 'list', number, type: 'unordered_list', items: [] };
    this.#lists.set(number, list);
    this.all.push(list);
    return list;
  }
}
