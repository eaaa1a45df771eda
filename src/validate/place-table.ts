import type { ClaimId } from '../claims/claim.ts';
import type { Place } from '../diagnostic/diagnostic.ts';
import { invariant } from '../errors.ts';
import { createUint32Column, NumberColumn } from '../text/number-column.ts';
import type { RecordEntry } from './record-entry.ts';

/**
 * Where earlier records stand, without their text: a row of some 32 bytes each, numbered from 0 in the order of the records. Rules
 * share the rows.
 */
export class PlaceTable {
  readonly #files: string[] = [];
  readonly #fileNumbers = new Map<string, number>();
  #lastFile = -1;
  readonly #claimIds: ClaimId[] = [];
  readonly #file = createUint32Column();
  readonly #lineNumber = createUint32Column();
  /** Of the line in the file, which can have more than 2^32 characters. */
  readonly #lineOffset = new NumberColumn((length) => new Float64Array(length));
  readonly #idSpans: SpanColumns;
  readonly #spans = new Map<string, SpanColumns>();
  #last: RecordEntry | undefined;

  /** @param idKey The key of the records under which the claim's id stands. */
  constructor(idKey: string) {
    this.#idSpans = new SpanColumns(idKey);
    this.#spans.set(idKey, this.#idSpans);
  }

  /** The row of a record: a new one, unless the record is that of the call before. The place of the claim's id is remembered. */
  rowOf(entry: RecordEntry): number {
    if (entry === this.#last) return this.#claimIds.length - 1;
    this.#last = entry;
    const row = this.#claimIds.length;
    const { file, number, offset } = entry.line;
    this.#file.set(row, this.#fileNumber(file));
    this.#lineNumber.set(row, number);
    this.#lineOffset.set(row, offset);
    this.#claimIds.push(entry.kind === 'claim' ? entry.claim.id : entry.annotation.claim);
    this.#idSpans.set(row, entry);
    return row;
  }

  #fileNumber(file: string): number {
    // Nearly always that of the record before.
    if (this.#files[this.#lastFile] === file) return this.#lastFile;
    this.#lastFile = this.#fileNumbers.get(file) ?? this.#files.push(file) - 1;
    this.#fileNumbers.set(file, this.#lastFile);
    return this.#lastFile;
  }

  /** The row of a record, with the place of the value under another key of it. */
  remember(entry: RecordEntry, key: string): number {
    const row = this.rowOf(entry);
    let spans = this.#spans.get(key);
    if (spans === undefined) {
      spans = new SpanColumns(key);
      this.#spans.set(key, spans);
    }
    spans.set(row, entry);
    return row;
  }

  /** The id of a row's claim, or of the claim that a row's annotation is about. */
  idOf(row: number): ClaimId {
    const id = this.#claimIds[row];
    invariant(id !== undefined, `there are ${this.#claimIds.length} rows and none is ${row}`);
    return id;
  }

  /** The place of a row's id, or of another key that was remembered. Its `lineText` is empty: lines are not kept. */
  recall(row: number, key?: string): Place {
    const spans = key === undefined ? this.#idSpans : this.#spans.get(key);
    invariant(spans !== undefined, `the place of \`${key}\` was never remembered`);
    const { start, end } = spans.get(row);
    const offset = this.#lineOffset.get(row);
    const line = this.#lineNumber.get(row);
    return {
      file: this.#files[this.#file.get(row)] ?? '',
      span: { start: offset + start, end: offset + end },
      start: { line, column: start + 1, offset: offset + start },
      end: { line, column: end + 1, offset: offset + end },
      lineText: '',
      claimId: this.idOf(row),
      pointer: `/${spans.key}`,
    };
  }
}

/** Where the values of a key stand in the lines of the records, by row. */
class SpanColumns {
  readonly key: string;
  readonly #path: readonly [string];
  readonly #start = createUint32Column();
  readonly #end = createUint32Column();

  constructor(key: string) {
    this.key = key;
    this.#path = [key];
  }

  set(row: number, entry: RecordEntry): void {
    const { start, end } = entry.span(this.#path);
    this.#start.set(row, start - entry.line.offset);
    this.#end.set(row, end - entry.line.offset);
  }

  /** UTF-16 offsets in the line. */
  get(row: number): { readonly start: number; readonly end: number } {
    return { start: this.#start.get(row), end: this.#end.get(row) };
  }
}
