/** Words of ours, or a name that the data has: printers take care that nothing acts in it. */
export type Piece = string | { readonly name: string };

/** A part of a report as a reader sees it. */
export type PageBlock =
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'paragraph'; readonly pieces: readonly Piece[] }
  | { readonly kind: 'list'; readonly items: readonly (readonly Piece[])[] }
  | PageTable;

/** A table of a report, before it is set for a terminal or as Markdown. */
export interface PageTable {
  readonly kind: 'table';
  /** Whether the rows say it all, so that a terminal needs no heads. */
  readonly isPlain?: true;
  readonly columns: readonly { readonly head: string; readonly align?: 'left' }[];
  readonly rows: readonly (readonly Piece[])[];
}
