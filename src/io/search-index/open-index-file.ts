import { closeSync, openSync } from 'node:fs';
import { ToolError } from '../../errors.ts';
import { EmbeddedSearcher, type SearchPart } from '../../retrieve/embedded-searcher.ts';
import type { StringTable } from '../../retrieve/index/string-table.ts';
import { indexPlan, levelPlan, titlePlan } from '../../retrieve/index-file/column-plans.ts';
import { type ColumnsOf, columnsIn } from '../../retrieve/index-file/columns.ts';
import type { IndexHeader, LevelHeader, Region } from '../../retrieve/index-file/index-header.ts';
import {
  indexColumnsFit,
  indexIn,
  levelColumnsFit,
  rises,
} from '../../retrieve/index-file/level-in-columns.ts';
import { StoredRecords, titlesIn } from '../../retrieve/index-file/stored-records.ts';
import type { SearchLevel } from '../../retrieve/records/search-level.ts';
import type { FoundTitle } from '../../retrieve/titles/rank-titles.ts';
import { TitleFinder } from '../../retrieve/titles/title-finder.ts';
import { titleIndexSettings } from '../../retrieve/titles/title-index-builder.ts';
import { fileError, isStream, kindOfPath } from '../files.ts';
import { readRange } from '../read-range.ts';
import { type IndexFault, indexError } from './index-error.ts';
import { readIndexHeader } from './read-index-header.ts';
import { readRegion } from './read-region.ts';

/** The columns of an index file in memory, as another thread may get them. */
export interface IndexBuffers {
  /** The open file: all threads of a program know it by this number. */
  readonly file: number;
  readonly header: IndexHeader;
  readonly titles: ArrayBufferLike;
  readonly levels: Readonly<Partial<Record<SearchLevel, ArrayBufferLike>>>;
}

/** An index file that can be searched. */
export interface OpenedIndex {
  readonly header: IndexHeader;
  readonly parts: ReadonlyMap<SearchLevel, SearchPart>;
  /** Finds titles by an index that is read when the first is looked for. @throws ToolError INDEX_BROKEN. */
  readonly titles: Pick<TitleFinder, 'find'>;
  /** What is in memory of it; of shared memory where that was asked for. */
  readonly buffers: IndexBuffers;
  readonly close: () => void;
}

/** How an index file is opened. */
export interface IndexOpening {
  /** Levels that are read, of those that the file has; all by default. */
  readonly levels?: readonly SearchLevel[] | undefined;
  /** Whether its columns are put where other threads can read them too. */
  readonly isShared?: boolean;
  /** How messages call it. */
  readonly shown: string;
}

/**
 * An index file, whose columns are read as they are into memory; its records stay in the file until they are asked for. Nothing of a file that was cut, changed or
 * made to deceive is believed that would end the program or reserve more than the file is long.
 *
 * @throws ToolError FILE_UNREADABLE where the file may not be read, NOT_ENOUGH_MEMORY.
 */
export function loadIndexFile(path: string, opening: IndexOpening): OpenedIndex | IndexFault {
  if (kindOfPath(path) === undefined) return 'absent';
  // A pipe would be waited for.
  if (isStream(path)) return 'foreign';
  const file = openFile(path);
  let isKept = false;
  try {
    const header = readIndexHeader(file);
    if (typeof header === 'string') return header;
    const buffers = readBuffers(file, header, opening);
    const opened = buffers && indexOf(buffers, opening.shown);
    isKept = opened !== undefined;
    return opened ?? 'broken';
  } catch (cause) {
    throw cause instanceof Error && 'syscall' in cause ? fileError(path, cause) : cause;
  } finally {
    if (!isKept) closeSync(file);
  }
}

/** Whether a file is an index of any version, whole or not; no more of it is read than tells. @throws ToolError FILE_UNREADABLE. */
export function isIndexFile(path: string): boolean {
  const file = openFile(path);
  try {
    return readIndexHeader(file) !== 'foreign';
  } finally {
    closeSync(file);
  }
}

/** As {@link loadIndexFile}. @throws ToolError INDEX_NOT_FOUND, INDEX_BROKEN, INDEX_VERSION, with what to do. */
export function openIndexFile(path: string, opening: IndexOpening): OpenedIndex {
  const opened = loadIndexFile(path, opening);
  if (typeof opened === 'string') throw indexError(opened, opening.shown);
  return opened;
}

/** An index file that another thread has opened, and closes, with its columns in shared memory. Not opened again: there may be another by now where it was. */
export function attachIndexFile(buffers: IndexBuffers, shown: string): OpenedIndex {
  const opened = indexOf(buffers, shown);
  if (opened === undefined) throw indexError('broken', shown);
  return { ...opened, close: () => {} };
}

/** A searcher of an open index file, which closes it. */
export function searcherOfIndex({ parts, titles, close }: OpenedIndex, shown: string): EmbeddedSearcher {
  return new EmbeddedSearcher(`The index "${shown}"`, parts, close, titles);
}

function openFile(path: string): number {
  try {
    return openSync(path, 'r');
  } catch (cause) {
    throw fileError(path, cause);
  }
}

function readBuffers(
  file: number,
  header: IndexHeader,
  { levels, isShared }: IndexOpening,
): IndexBuffers | undefined {
  const titles = readRegion(file, header.titles, isShared);
  if (titles === undefined) return undefined;
  const buffers: Partial<Record<SearchLevel, ArrayBufferLike>> = {};
  for (const [level, { columns }] of levelsOf(header)) {
    if (levels !== undefined && !levels.includes(level)) continue;
    const buffer = readRegion(file, columns, isShared);
    if (buffer === undefined) return undefined;
    buffers[level] = buffer;
  }
  return { file, header, titles, levels: buffers };
}

function levelsOf({ levels }: IndexHeader): [SearchLevel, LevelHeader][] {
  return Object.entries(levels) as [SearchLevel, LevelHeader][];
}

/** `undefined` where the columns do not fit together. */
function indexOf(buffers: IndexBuffers, shown: string): OpenedIndex | undefined {
  const { file, header } = buffers;
  const titleColumns = columnsIn(buffers.titles, titlePlan, header.titles.items);
  const titles = titlesIn(titleColumns);
  if (titles === undefined || !rises(titleColumns.titleOffsets, titleColumns.titleBytes.length))
    return undefined;
  const parts = new Map<SearchLevel, SearchPart>();
  for (const [level, own] of levelsOf(header)) {
    const buffer = buffers.levels[level];
    if (buffer === undefined) continue;
    const columns = columnsIn(buffer, levelPlan, own.columns.items);
    if (!levelColumnsFit(columns, own, own.records.bytes + header.titles.bytes)) return undefined;
    const records = new StoredRecords({
      titles,
      kinds: header.kinds,
      columns,
      read: (from, length) => readRecord(file, own.records, from, length),
      broken: () => indexError('broken', shown),
    });
    parts.set(level, { index: indexIn(columns, own, header.settings), records });
  }
  let finder: TitleFinder | undefined;
  const find = (text: string, count: number): FoundTitle[] => {
    finder ??= readTitleFinder(file, header, titles.titles, shown);
    return finder.find(text, count);
  };
  return { header, parts, titles: { find }, buffers, close: () => closeSync(file) };
}

function readTitleFinder(file: number, header: IndexHeader, titles: StringTable, shown: string): TitleFinder {
  const { titleIndex } = header;
  const index = loadTitleIndex(file, header);
  if (index === undefined) throw indexError('broken', shown);
  return new TitleFinder(indexIn(index, titleIndex, titleIndexSettings), (article) => titles.at(article));
}

/** The columns of the index of titles of an open file; `undefined` where they are not those that were written. @throws ToolError where they cannot be read. */
export function loadTitleIndex(
  file: number,
  { titleIndex, titles }: IndexHeader,
): ColumnsOf<typeof indexPlan> | undefined {
  const buffer = readRegion(file, titleIndex.columns);
  if (buffer === undefined) return undefined;
  const columns = columnsIn(buffer, indexPlan, titleIndex.columns.items);
  return indexColumnsFit(columns, titles.bytes) ? columns : undefined;
}

/** Fewer bytes where the file or the region ends before. @throws ToolError INDEX_BROKEN. */
function readRecord(file: number, { offset, bytes }: Region, from: number, length: number): Uint8Array {
  if (from + length > bytes) return new Uint8Array(0);
  try {
    return readRange(file, offset + from, length);
  } catch (cause) {
    throw new ToolError(
      'INDEX_BROKEN',
      'The index can no longer be read. Make it anew with `claimset index`.',
      { cause },
    );
  }
}
