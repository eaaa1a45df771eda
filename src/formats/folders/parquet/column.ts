/** What a column holds. Texts and integers are never absent unless they say so; a list is never absent, it is empty. */
export type ColumnType =
  | { readonly kind: 'text'; readonly mayBeAbsent?: boolean }
  | { readonly kind: 'integer' }
  /** The position of a name in the list. */
  | { readonly kind: 'class'; readonly names: readonly string[] }
  | { readonly kind: 'list'; readonly of: ColumnType }
  | { readonly kind: 'struct'; readonly members: readonly Column[] };

/** A column of a Parquet file. */
export interface Column {
  readonly name: string;
  readonly type: ColumnType;
  /** What it holds, for the card and for Croissant. */
  readonly description: string;
}

export const text: ColumnType = { kind: 'text' };
export const optionalText: ColumnType = { kind: 'text', mayBeAbsent: true };
export const integer: ColumnType = { kind: 'integer' };

/** Lists of what `type` is. */
export function listOf(type: ColumnType): ColumnType {
  return { kind: 'list', of: type };
}
