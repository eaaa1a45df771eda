import type { Place } from '../diagnostic/diagnostic.ts';
import type { JsonPath } from '../text/json-text.ts';
import type { RecordEntry } from './record-entry.ts';

/** Where an earlier record stands, without its text: a dataset rule keeps one for each claim. */
export interface RememberedPlace {
  readonly file: string;
  readonly line: number;
  /** UTF-16 offset of the line in the file. */
  readonly lineOffset: number;
  /** UTF-16 offsets in the line. */
  readonly start: number;
  readonly end: number;
  readonly claimId: string | number;
  /** The key of the value that the place is of. */
  readonly key: string;
}

/** The place of a value of a record, to be remembered. */
export function rememberPlace(entry: RecordEntry, key: string): RememberedPlace {
  const { file, number, offset } = entry.line;
  const path: JsonPath = [key];
  const { start, end } = entry.span(path);
  return {
    file,
    line: number,
    lineOffset: offset,
    start: start - offset,
    end: end - offset,
    claimId: entry.kind === 'claim' ? entry.claim.id : entry.annotation.claim,
    key,
  };
}

/** The place again; its `lineText` is empty. */
export function recallPlace({ file, line, lineOffset, start, end, claimId, key }: RememberedPlace): Place {
  return {
    file,
    span: { start: lineOffset + start, end: lineOffset + end },
    start: { line, column: start + 1, offset: lineOffset + start },
    end: { line, column: end + 1, offset: lineOffset + end },
    lineText: '',
    claimId,
    pointer: `/${key}`,
  };
}
