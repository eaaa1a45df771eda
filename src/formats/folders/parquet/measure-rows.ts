import type { Column, ColumnType } from './column.ts';
import { type Row, rowsPerGroup } from './write-parquet.ts';

const encoder = new TextEncoder();

/** How much some rows are. */
export interface RowsMeasure {
  readonly rows: number;
  /** In memory, group by group: what `datasets` counts as `num_bytes`. */
  readonly arrowBytes: number;
}

/** How many rows a file has, and their bytes as Arrow holds them. Holds one group in memory. */
export function measureRows(columns: readonly Column[], rows: Iterable<Row>): RowsMeasure {
  let [count, bytes] = [0, 0];
  let group: Row[] = [];
  const measureGroup = (): void => {
    count += group.length;
    bytes += bytesOfMembers(columns, group);
    group = [];
  };
  for (const row of rows) {
    group.push(row);
    if (group.length === rowsPerGroup) measureGroup();
  }
  measureGroup();
  return { rows: count, arrowBytes: bytes };
}

function bytesOfMembers(columns: readonly Column[], rows: readonly Row[]): number {
  const bytes = columns.map(({ name, type }) => {
    const values = rows.map((row) => row[name]);
    return bytesOf(type, values);
  });
  return bytes.reduce((sum, count) => sum + count, 0);
}

function bytesOf(type: ColumnType, values: readonly unknown[]): number {
  switch (type.kind) {
    case 'text': {
      const lengths = values.map((value) => (typeof value === 'string' ? encoder.encode(value).length : 0));
      const nulls = values.includes(null) ? nullBytes(values) : 0;
      return lengths.reduce((sum, length) => sum + length, offsetBytes(values) + nulls);
    }
    case 'integer':
    case 'class':
      return 8 * values.length + nullBytes(values);
    case 'list':
      return offsetBytes(values) + bytesOf(type.of, (values as readonly unknown[][]).flat());
    case 'struct':
      return bytesOfMembers(type.members, values as readonly Row[]);
  }
}

/** A bit for each says which are null: of texts where any is, of integers always. */
function nullBytes(values: readonly unknown[]): number {
  return Math.ceil(values.length / 8);
}

/** Where each value begins. */
function offsetBytes(values: readonly unknown[]): number {
  return 4 * values.length;
}
