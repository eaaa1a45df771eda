import { ByteWriter, ParquetWriter } from 'hyparquet-writer';
import type { Column, ColumnType } from './column.ts';
import { printFeatures } from './features.ts';
import { parquetSchema } from './parquet-schema.ts';

/** A row by the names of its columns. */
export type Row = Readonly<Record<string, unknown>>;

/** Rows of a group: the viewer of the Hub reads a group whole, and refuses large ones. */
export const rowsPerGroup = 1000;

/** The name under which a file says what is claimset's own about it. */
export const ownMetadataKey = 'claimset';

/**
 * The bytes of a Parquet file, group by group: a group is held in memory, not the file. The schema is that of the columns,
 * whatever the rows are, and the metadata have the columns as the features of `datasets`. No time and no version stands in it: the
 * same rows give the same bytes.
 *
 * @param own what else is to be read from the metadata
 */
export function* writeParquet(
  columns: readonly Column[],
  rows: Iterable<Row>,
  own: Readonly<Record<string, string>> = {},
): Generator<Uint8Array> {
  const writer = new ByteWriter();
  const parquet = new ParquetWriter({
    writer,
    schema: parquetSchema(columns),
    createdBy: 'claimset',
    kvMetadata: [
      { key: 'huggingface', value: printFeatures(columns) },
      { key: ownMetadataKey, value: JSON.stringify(own) },
    ],
  });
  const take = (): Uint8Array => {
    const bytes = writer.getBytes().slice();
    writer.index = 0;
    return bytes;
  };
  let group: Row[] = [];
  const writeGroup = (): Uint8Array => {
    const columnData = columns.map(({ name, type }) => ({
      name,
      data: group.map((row) => storedValue(row[name], type)),
      // Only written for what has several pages, which are groups of very long texts.
      columnIndex: true,
    }));
    // Waits for nothing, because the writer has no `flush`.
    void parquet.write({ columnData, rowGroupSize: rowsPerGroup });
    group = [];
    return take();
  };
  for (const row of rows) {
    group.push(row);
    if (group.length === rowsPerGroup) yield writeGroup();
  }
  if (group.length > 0) yield writeGroup();
  void parquet.finish();
  yield take();
}

/** Integers of 64 bits are big integers there; all else is as it is. */
function storedValue(value: unknown, type: ColumnType): unknown {
  return type.kind === 'integer' || type.kind === 'class' ? BigInt(value as number) : value;
}
