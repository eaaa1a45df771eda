import type { ClaimId } from '../../claims/claim.ts';
import type { Place } from '../../diagnostic/diagnostic.ts';
import { invariant } from '../../errors.ts';
import { formatPointer } from '../../text/json-pointer.ts';
import { findMemberSpan, type MutableSpan } from '../../text/member-span.ts';
import { createUint32Column } from '../../text/number-column.ts';
import type { Span } from '../../text/span.ts';
import type { RecordEntry } from '../record-entry.ts';

/** Rows of one file whose lines follow one another. */
interface Run {
  readonly row: number;
  readonly file: string;
  /** Of the first row, as its UTF-16 offset in the file. */
  readonly lineNumber: number;
  readonly lineOffset: number;
}

/** Offsets in a run, so that files with more than 2^32 characters have several. */
const maxOffset = 2 ** 32 - 1;

/**
 * Where earlier records stand, without their text: a row of 16 bytes each, numbered from 0 in the order of the records. Rules share
 * the rows.
 */
export class PlaceTable {
  readonly #claimIds: ClaimId[] = [];
  readonly #runs: Run[] = [];
  /** Of a row's line, counted from that of the run's first. */
  readonly #offsets = createUint32Column();
  readonly #idSpans: SpanColumn;
  readonly #spans = new Map<string, SpanColumn>();
  #last: RecordEntry | undefined;
  #run: Run | undefined;
  #lastLineNumber = 0;

  /** @param idKey The key of the records under which the claim's id stands. */
  constructor(idKey: string) {
    this.#idSpans = new SpanColumn(idKey);
    this.#spans.set(idKey, this.#idSpans);
  }

  /** The row of a record: a new one, unless the record is that of the call before. The place of the claim's id is remembered. */
  rowOf(entry: RecordEntry): number {
    if (entry === this.#last) return this.#claimIds.length - 1;
    this.#last = entry;
    const row = this.#claimIds.length;
    const { file, number, offset } = entry.line;
    let run = this.#run;
    if (
      run === undefined ||
      run.file !== file ||
      number !== this.#lastLineNumber + 1 ||
      offset - run.lineOffset > maxOffset
    ) {
      run = { row, file, lineNumber: number, lineOffset: offset };
      this.#run = run;
      this.#runs.push(run);
    }
    this.#lastLineNumber = number;
    this.#offsets.set(row, offset - run.lineOffset);
    this.#claimIds.push(entry.kind === 'claim' ? entry.claim.id : entry.annotation.claim);
    this.#idSpans.set(row, entry);
    return row;
  }

  /** The row of a record, with the place of the value under another key of it. */
  remember(entry: RecordEntry, key: string): number {
    const row = this.rowOf(entry);
    let spans = this.#spans.get(key);
    if (spans === undefined) {
      spans = new SpanColumn(key);
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
    const claimId = this.idOf(row);
    const run = this.#runOf(row);
    const line = run.lineNumber + row - run.row;
    const offset = run.lineOffset + this.#offsets.get(row);
    const { start, end } = spans.get(row);
    return {
      file: run.file,
      span: { start: offset + start, end: offset + end },
      start: { line, column: start + 1, offset: offset + start },
      end: { line, column: end + 1, offset: offset + end },
      lineText: '',
      claimId,
      pointer: spans.pointer(row),
    };
  }

  /** The last run that does not begin behind a row. */
  #runOf(row: number): Run {
    let [low, high] = [0, this.#runs.length];
    while (high - low > 1) {
      const middle = (low + high) >>> 1;
      if ((this.#runs[middle]?.row ?? 0) <= row) low = middle;
      else high = middle;
    }
    const run = this.#runs[low];
    invariant(run !== undefined, `no run holds row ${row}`);
    return run;
  }
}

/** Spans that fit are stored in 32 bits: where they start in the upper half, their length in the lower. */
const halfBits = 16;
const maxHalf = 2 ** halfBits - 1;
/** Stands for a span that does not fit. */
const elsewhere = 2 ** 32 - 1;

/** Where the values of a key stand in the lines of the records, by row. */
class SpanColumn {
  readonly #path: readonly [string];
  readonly #spans = createUint32Column();
  readonly #longSpans = new Map<number, Span>();
  /** Of values that do not stand under the key itself. */
  readonly #pointers = new Map<number, string>();
  readonly #found: MutableSpan = { start: 0, end: 0 };

  constructor(key: string) {
    this.#path = [key];
  }

  set(row: number, entry: RecordEntry): void {
    const found = this.#found;
    const [key] = this.#path;
    // In the form of another dataset the value may stand elsewhere.
    const path = entry.form === undefined ? this.#path : entry.form.pathOf(this.#path, entry.json);
    const isHere = path.length === 1 && path[0] === key;
    if (!isHere) this.#pointers.set(row, formatPointer(path));
    if (!isHere || !findMemberSpan(entry.line.text, key, found)) {
      const { start, end } = entry.span(this.#path);
      found.start = start - entry.line.offset;
      found.end = end - entry.line.offset;
    }
    const length = found.end - found.start;
    if (found.start < maxHalf && length < maxHalf) {
      this.#spans.set(row, ((found.start << halfBits) | length) >>> 0);
    } else {
      this.#spans.set(row, elsewhere);
      this.#longSpans.set(row, { ...found });
    }
  }

  pointer(row: number): string {
    return this.#pointers.get(row) ?? formatPointer(this.#path);
  }

  /** UTF-16 offsets in the line. */
  get(row: number): Span {
    const packed = this.#spans.get(row);
    const start = packed >>> halfBits;
    return (
      (packed === elsewhere ? this.#longSpans.get(row) : undefined) ?? {
        start,
        end: start + (packed & maxHalf),
      }
    );
  }
}
