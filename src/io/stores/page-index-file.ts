import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { crc32 } from 'node:zlib';
import { type PageColumns, PageTable } from '../../corpus/page-table.ts';
import { writeFileAtomic } from '../atomic-write.ts';
import { kindOfPath } from '../files.ts';
import type { PageIndex } from './build-page-index.ts';
import type { PageSource } from './page-sources.ts';

/** What the file of an index begins with; the number is raised when the layout changes, and whenever titles are hashed in another way. */
const magic = 'claimset pages 1\n';
/** Bytes before the columns: the magic, then one line of JSON and blanks. */
const headerUnit = 4096;
const maxHeaderBytes = 1 << 24;

/** The line behind the magic. */
interface Header {
  readonly sources: readonly Pick<PageSource, 'name' | 'bytes' | 'changed'>[];
  readonly nameless: PageIndex['nameless'];
  readonly pages: number;
  readonly buckets: number;
  /** Of this line with a 0 here, and of the columns one behind the other. */
  readonly crc32: number;
}

/** What reading the file of an index gives. */
export type LoadedIndex =
  | { readonly state: 'good'; readonly index: PageIndex }
  /** No file; one that was cut or changed, or is of another version; one of other files than there are now. */
  | { readonly state: 'absent' | 'broken' | 'stale'; readonly index?: undefined };

/** Writes the index of pages as one file, whole or not at all. @throws ToolError where the disk says no. */
export function savePageIndex(path: string, { sources, table, nameless }: PageIndex): void {
  const columns = columnsOf(table.columns).map(bytesOf);
  const header: Header = {
    sources: sources.map(({ name, bytes, changed }) => ({ name, bytes, changed })),
    nameless,
    pages: table.size,
    buckets: table.columns.fences.length - 1,
    crc32: 0,
  };
  const sum = columns.reduce((before, bytes) => crc32(bytes, before), sumOfHeader(header));
  const line = Buffer.from(`${magic}${JSON.stringify({ ...header, crc32: sum })}`);
  const padded = Buffer.alloc(Math.ceil((line.length + 1) / headerUnit) * headerUnit, ' ');
  line.copy(padded);
  padded[padded.length - 1] = 0x0a;
  writeFileAtomic(path, [padded, ...columns]);
}

/** The index that was kept for some files. Any file that is not exactly it is told by its state, and never an error. */
export function loadPageIndex(path: string, sources: readonly PageSource[]): LoadedIndex {
  if (kindOfPath(path) !== 'file') return { state: 'absent' };
  const file = openSync(path, 'r');
  try {
    const read = readHeader(file);
    if (read === undefined) return { state: 'broken' };
    const { header, end } = read;
    if (!isOf(header, sources)) return { state: 'stale' };
    if (fstatSync(file).size !== end + bytesOfColumns(header)) return { state: 'broken' };
    const columns = createColumns(header);
    let at = end;
    let sum = sumOfHeader(header);
    for (const column of columnsOf(columns)) {
      const bytes = bytesOf(column);
      if (!readWhole(file, bytes, at)) return { state: 'broken' };
      at += bytes.length;
      sum = crc32(bytes, sum);
    }
    const table = sum === header.crc32 ? PageTable.from(columns) : undefined;
    return table === undefined
      ? { state: 'broken' }
      : { state: 'good', index: { sources, table, nameless: header.nameless } };
  } catch {
    return { state: 'broken' };
  } finally {
    closeSync(file);
  }
}

/** In the order in which they are kept: all but the last begin where numbers of 32 bits may. */
function columnsOf({ fences, high, low, lengths, positions, positionsHigh }: PageColumns) {
  return [fences, high, low, lengths, positions, positionsHigh];
}

function sumOfHeader(header: Header): number {
  return crc32(JSON.stringify({ ...header, crc32: 0 }));
}

function bytesOf({ buffer, byteOffset, byteLength }: Uint32Array | Uint16Array): Uint8Array {
  return new Uint8Array(buffer, byteOffset, byteLength);
}

function createColumns({ pages, buckets }: Header): PageColumns {
  return {
    fences: new Uint32Array(buckets + 1),
    high: new Uint32Array(pages),
    low: new Uint32Array(pages),
    lengths: new Uint32Array(pages),
    positions: new Uint32Array(pages),
    positionsHigh: new Uint16Array(pages),
  };
}

/** Asked before they are made: a header that was changed must not have memory for what the file does not hold. */
function bytesOfColumns({ pages, buckets }: Header): number {
  return (buckets + 1) * 4 + pages * 18;
}

function readHeader(file: number): { header: Header; end: number } | undefined {
  const parts: Buffer[] = [];
  for (let at = 0; at < maxHeaderBytes; at += headerUnit) {
    const part = Buffer.alloc(headerUnit);
    if (!readWhole(file, part, at)) return undefined;
    if (at === 0 && part.toString('latin1', 0, magic.length) !== magic) return undefined;
    parts.push(part);
    if (part[headerUnit - 1] !== 0x0a) continue;
    const json: unknown = JSON.parse(Buffer.concat(parts).toString('utf8', magic.length));
    const end = at + headerUnit;
    return isHeader(json) ? { header: json, end } : undefined;
  }
  return undefined;
}

/** Whether the whole of `bytes` could be filled. */
function readWhole(file: number, bytes: Uint8Array, offset: number): boolean {
  for (let done = 0; done < bytes.length; ) {
    const read = readSync(file, bytes, done, bytes.length - done, offset + done);
    if (read === 0) return false;
    done += read;
  }
  return true;
}

function isHeader(json: unknown): json is Header {
  if (typeof json !== 'object' || json === null) return false;
  const { sources, nameless, pages, buckets, crc32: sum } = json as Partial<Record<keyof Header, unknown>>;
  const isCount = (value: unknown): boolean => Number.isInteger(value) && Number(value) >= 0;
  return (
    Array.isArray(sources) &&
    typeof nameless === 'object' &&
    nameless !== null &&
    ['count', 'source', 'offset'].every((key) => isCount((nameless as Record<string, unknown>)[key])) &&
    [pages, buckets, sum].every(isCount) &&
    Number(pages) < 2 ** 32
  );
}

/** Whether an index is of these files, none of which was changed since. */
function isOf({ sources }: Header, now: readonly PageSource[]): boolean {
  return (
    sources.length === now.length &&
    now.every(({ name, bytes: size, changed }, which) => {
      const before = sources[which];
      return before?.name === name && before.bytes === size && before.changed === changed;
    })
  );
}
