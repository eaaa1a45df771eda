/** A piece of a page: words of ours, or a text of the data, which is hostile until it is made printable. */
export type Piece = string | { readonly data: string };

/** Part of a page, before it is set for a terminal or as Markdown. */
export interface BiasSection {
  readonly title: string;
  readonly blocks: readonly BiasBlock[];
}

export type BiasBlock =
  | { readonly kind: 'text'; readonly pieces: readonly Piece[] }
  | {
      readonly kind: 'table';
      /** What the table is of; none where the heading of the section says so. */
      readonly title?: readonly Piece[];
      readonly columns: readonly BiasColumn[];
      readonly rows: readonly (readonly Piece[])[];
    };

export interface BiasColumn {
  readonly head: Piece;
  /** Numbers stand at the right. */
  readonly align?: 'left';
  /** Of the last column: a text that is cut to the room that is left. */
  readonly isLong?: true;
}

/** A paragraph of a page. */
export function paragraph(...pieces: readonly Piece[]): BiasBlock {
  return { kind: 'text', pieces };
}

/** A text of the data as a piece. */
export function dataOf(text: string): Piece {
  return { data: text };
}
