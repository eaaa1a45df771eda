import { parquetMetadata, parquetReadObjects } from 'hyparquet';
import { isObject } from '../../../text/is-object.ts';
import type { Row } from './write-parquet.ts';
import { ownMetadataKey } from './write-parquet.ts';

/** What a Parquet file says. */
export interface ParquetContents {
  /** Names of the columns in order. */
  readonly columns: readonly string[];
  readonly rows: readonly Row[];
  /** What `writeParquet` was told to put into its metadata; empty where another program wrote the file. */
  readonly own: Readonly<Record<string, unknown>>;
}

/**
 * The contents of a Parquet file, or in words why it cannot be read. Only for bytes of which a hash has said that they are what was
 * written: hyparquet believes what a page says of its length, so that one changed byte can keep it busy for hours. A file that was cut
 * short is safe.
 */
export async function readParquet(bytes: Uint8Array): Promise<ParquetContents | string> {
  try {
    // Not `slice`, which on a buffer of Node gives a view.
    const { buffer } = new Uint8Array(bytes);
    const metadata = parquetMetadata(buffer);
    const rows = await parquetReadObjects({ file: buffer, metadata, parsers: { stringFromBytes } });
    const own = metadata.key_value_metadata?.find(({ key }) => key === ownMetadataKey)?.value;
    return { columns: columnsOf(metadata.schema), rows: rows.map(plainRow), own: parseOwn(own) };
  } catch (cause) {
    return `it is no Parquet file that can be read: ${cause instanceof Error ? cause.message : String(cause)}`;
  }
}

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** hyparquet's own drops a byte order mark, which is the first character of a text here. */
function stringFromBytes(bytes: Uint8Array | undefined): string | undefined {
  return bytes === undefined ? undefined : decoder.decode(bytes);
}

interface Element {
  readonly name: string;
  readonly num_children?: number;
}

/** The elements of a schema stand in the order of the tree, each before its children. */
function columnsOf(schema: readonly Element[]): string[] {
  const names: string[] = [];
  const skip = (at: number): number => {
    let next = at + 1;
    for (let child = schema[at]?.num_children ?? 0; child > 0; child--) next = skip(next);
    return next;
  };
  for (let at = 1; at < schema.length; at = skip(at)) names.push(schema[at]?.name ?? '');
  return names;
}

function parseOwn(text: string | undefined): ParquetContents['own'] {
  const own: unknown = text === undefined ? undefined : JSON.parse(text);
  return isObject(own) ? own : {};
}

/** Integers of 64 bits as numbers. */
function plainRow(row: Row): Row {
  return Object.fromEntries(
    Object.entries(row).map(([name, value]) => [name, typeof value === 'bigint' ? Number(value) : value]),
  );
}
