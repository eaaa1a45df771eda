/**
 * An article before it is tagged text: what readers of other corpora make, and what writers for them take. Elements stand in the
 * order of the text and have their numbers, because ids that a claim cites must stay what they are.
 */
export interface DraftArticle {
  readonly title: string;
  readonly elements: readonly DraftElement[];
}

export type DraftElement = DraftSentence | DraftSection | DraftTable | DraftList;

export interface DraftSentence {
  readonly kind: 'sentence';
  /** The `n` of `sentence_n`. */
  readonly number: number;
  /** Empty for a line that FEVER's pages have without text. */
  readonly text: string;
  /** Whether the sentence begins a paragraph; true where the source does not say. */
  readonly startsParagraph?: boolean;
  readonly links?: readonly DraftLink[];
}

/** A link in a text. */
export interface DraftLink {
  /** The words that are linked. */
  readonly anchor: string;
  /** The title of the article that they lead to. */
  readonly target: string;
}

export interface DraftSection {
  readonly kind: 'section';
  readonly number: number;
  readonly text: string;
  /** 2 for the outermost, as `h2`; absent where it is not known: tagged text has lost it. */
  readonly level?: number;
}

export interface DraftTable {
  readonly kind: 'table';
  /** The `t` of its ids: infoboxes and other tables are counted together. */
  readonly number: number;
  readonly type: 'infobox' | 'general';
  readonly caption?: string;
  /** In the order of the text: row by row. */
  readonly cells: readonly DraftCell[];
}

export interface DraftCell {
  /** Grid positions, 0-based. */
  readonly row: number;
  readonly column: number;
  readonly isHeader: boolean;
  readonly text: string;
  /** Rows and columns that the cell covers; 1 where absent. Tagged text has lost them. */
  readonly rowSpan?: number;
  readonly columnSpan?: number;
  readonly links?: readonly DraftLink[];
}

export interface DraftList {
  readonly kind: 'list';
  /** The `l` of its ids. */
  readonly number: number;
  readonly type: ListType;
  readonly items: readonly DraftItem[];
}

export type ListType = 'unordered_list' | 'ordered_list' | 'description_list';

export interface DraftItem {
  /** The `i` of `item_l_i`. */
  readonly number: number;
  readonly text: string;
  /** 0 for the outermost; 0 where absent. Tagged text has lost it. */
  readonly level?: number;
  /** Of the items of the next level that follow it; absent where there are none. Tagged text has lost it. */
  readonly sublistType?: ListType;
  readonly links?: readonly DraftLink[];
}
