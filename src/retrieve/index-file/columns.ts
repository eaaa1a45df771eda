/** A column of a file: numbers of one size, little end first, as every machine has them that runs this. */
export type Column = Uint8Array | Uint32Array | Float64Array;

const arrays = { u8: Uint8Array, u32: Uint32Array, f64: Float64Array } as const;

/** Size and kind of the numbers of a column. */
export type ColumnType = keyof typeof arrays;

/** Columns by their names, in the order in which they stand in a file. */
export type ColumnPlan = Readonly<Record<string, ColumnType>>;

/** The arrays of a plan. */
export type ColumnsOf<Plan extends ColumnPlan> = {
  readonly [Name in keyof Plan]: InstanceType<(typeof arrays)[Plan[Name]]>;
};

/** Number of items of each column. */
export type ColumnItems<Plan extends ColumnPlan = ColumnPlan> = { readonly [Name in keyof Plan]: number };

/** Each column begins at a multiple of this, counted from the beginning of its region. */
export const columnAlignment = 8;

/** What a number of a column takes, in bytes. */
export function bytesOfItem(type: ColumnType): number {
  return arrays[type].BYTES_PER_ELEMENT;
}

/** What the columns of a plan take, with what is left free between them. */
export function bytesOfColumns(plan: ColumnPlan, items: ColumnItems): number {
  return Object.entries(plan).reduce((sum, [name, type]) => sum + bytesOfColumn(type, items[name] ?? 0), 0);
}

/** What a column takes, up to the beginning of the next. */
function bytesOfColumn(type: ColumnType, items: number): number {
  const bytes = items * bytesOfItem(type);
  return Math.ceil(bytes / columnAlignment) * columnAlignment;
}

/** A column of zeros. */
export function emptyColumn(type: ColumnType, items: number): Column {
  return new arrays[type](items);
}

/** The columns that stand in a buffer; nothing is copied. */
export function columnsIn<Plan extends ColumnPlan>(
  buffer: ArrayBufferLike,
  plan: Plan,
  items: ColumnItems<Plan>,
): ColumnsOf<Plan> {
  let at = 0;
  const columns: Record<string, Column> = {};
  for (const [name, type] of Object.entries(plan)) {
    const count = (items as ColumnItems)[name] ?? 0;
    columns[name] = new arrays[type](buffer as ArrayBuffer, at, count);
    at += bytesOfColumn(type, count);
  }
  return columns as ColumnsOf<Plan>;
}

/** A column as bytes. */
export function bytesIn({ buffer, byteOffset, byteLength }: Column): Uint8Array {
  return new Uint8Array(buffer, byteOffset, byteLength);
}
