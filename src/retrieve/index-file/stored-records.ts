import type { EvidenceKind } from '../../corpus/evidence-kind.ts';
import { PageTable } from '../../corpus/page-table.ts';
import { toNfc } from '../../text/normalise.ts';
import { StringTable } from '../index/string-table.ts';
import type { RecordStore } from '../records/record-store.ts';
import type { SearchRecord } from '../records/search-record.ts';
import { type levelPlan, recordsPerBlock, type titlePlan } from './column-plans.ts';
import type { ColumnsOf } from './columns.ts';
import { parseSearchRecord } from './record-json.ts';

/** The titles of an index file, which all its levels have in common. */
export interface StoredTitles {
  /** By article, in the order of the corpus. */
  readonly titles: StringTable;
  /** Articles by the hashes of their titles. */
  readonly table: PageTable;
}

/** The titles that columns hold; `undefined` where they do not fit together. */
export function titlesIn(columns: ColumnsOf<typeof titlePlan>): StoredTitles | undefined {
  const { titleBytes, titleOffsets, fences, high, low, articles } = columns;
  const table = PageTable.from({
    fences,
    high,
    low,
    positions: articles,
    lengths: new Uint32Array(high.length),
    positionsHigh: new Uint16Array(high.length),
  });
  return table && { titles: new StringTable({ bytes: titleBytes, offsets: titleOffsets }), table };
}

/** What the records of a level are read with. */
export interface RecordSource {
  readonly titles: StoredTitles;
  readonly kinds: readonly EvidenceKind[];
  readonly columns: ColumnsOf<typeof levelPlan>;
  /** UTF-8 of the records, from a place on that is counted from the first; fewer bytes where there are no more. */
  readonly read: (from: number, length: number) => Uint8Array;
  /** What is thrown for a record that cannot be true. */
  readonly broken: (document: number) => Error;
}

const decoder = new TextDecoder();

/** Records of an index file, each read when it is asked for. */
export class StoredRecords implements RecordStore {
  readonly #source: RecordSource;

  constructor(source: RecordSource) {
    this.#source = source;
  }

  get size(): number {
    return this.#source.columns.kinds.length;
  }

  at(document: number): SearchRecord {
    const { titles, columns, read, broken } = this.#source;
    const { recordBlocks, recordLengths } = columns;
    const block = Math.floor(document / recordsPerBlock);
    let from = recordBlocks[block] ?? Number.NaN;
    for (let before = block * recordsPerBlock; before < document; before++)
      from += recordLengths[before] as number;
    const length = recordLengths[document] ?? 0;
    const bytes = from >= 0 ? read(from, length) : new Uint8Array(0);
    if (bytes.length !== length || length === 0) throw broken(document);
    const title = titles.titles.at(this.#articleOf(document));
    const record = parseSearchRecord(decoder.decode(bytes), title, this.kindOf(document));
    if (record === undefined) throw broken(document);
    return record;
  }

  kindOf(document: number): EvidenceKind {
    const { kinds, columns, broken } = this.#source;
    const kind = kinds[columns.kinds[document] ?? kinds.length];
    if (kind === undefined) throw broken(document);
    return kind;
  }

  rangeOf(title: string): readonly [from: number, to: number] | undefined {
    const { titles, table } = this.#source.titles;
    const key = toNfc(title);
    for (const { position: article } of table.find(key)) {
      const range = this.#rangeAt(article);
      if (range !== undefined && toNfc(titles.at(article)) === key) return range;
    }
    return undefined;
  }

  *titles(): Generator<string> {
    const { titles } = this.#source.titles;
    for (let article = 0; article < titles.size; article++) {
      const range = this.#rangeAt(article);
      if (range === undefined) continue;
      const title = titles.at(article);
      if (this.rangeOf(title)?.[0] === range[0]) yield title;
    }
  }

  /** `undefined` for an article without records on this level. */
  #rangeAt(article: number): readonly [from: number, to: number] | undefined {
    const { starts } = this.#source.columns;
    const [from, to] = [starts[article] ?? 0, starts[article + 1] ?? 0];
    return from < to ? [from, to] : undefined;
  }

  /** The last article that begins at or before a document. */
  #articleOf(document: number): number {
    const { starts } = this.#source.columns;
    let from = 0;
    for (let to = starts.length - 1; to - from > 1; ) {
      const middle = (from + to) >>> 1;
      if ((starts[middle] as number) <= document) from = middle;
      else to = middle;
    }
    return from;
  }
}
