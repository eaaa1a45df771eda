import type { Annotation } from '../claims/annotation.ts';
import type { Claim } from '../claims/claim.ts';
import type { RecordForm } from '../claims/record-form.ts';
import type { Place } from '../diagnostic/diagnostic.ts';
import { placeInLine } from '../diagnostic/place-in-line.ts';
import { checkJsonLine } from '../text/check-json-line.ts';
import { formatPointer, valueAt } from '../text/json-pointer.ts';
import type { JsonPath } from '../text/json-text.ts';
import { locateInLine } from '../text/locate-in-line.ts';
import type { SourceLine } from '../text/source-line.ts';
import type { Span } from '../text/span.ts';
import type { LineEntry, LineKind, RecordEntry, RecordKind } from './record-entry.ts';

/** What is known of a line besides its text. */
export interface LineOrigin {
  readonly kind: RecordKind;
  readonly form: RecordForm | undefined;
  readonly fileEnd: SourceLine['end'];
  /** The line before in a journal. */
  readonly before?: string | undefined;
}

/** The entry of a line; positions are computed only when asked for, which is when there is a finding. */
export function createLineEntry(line: SourceLine, origin: LineOrigin): LineEntry {
  return new Entry(line, origin);
}

/** The entry of a claim that passed the schema. */
export function claimEntry(entry: LineEntry, claim: Claim): RecordEntry {
  (entry as Entry).claim = claim;
  return entry as RecordEntry;
}

/** The entry of an annotation that passed the schema. */
export function annotationEntry(entry: LineEntry, annotation: Annotation): RecordEntry {
  (entry as Entry).annotation = annotation;
  return entry as RecordEntry;
}

/** A class and not an object of closures, of which hundreds of thousands of lines would make five each. */
class Entry implements LineEntry {
  readonly kind: LineKind;
  readonly line: SourceLine;
  readonly before: string | undefined;
  readonly form: RecordForm | undefined;
  readonly fileEnd: SourceLine['end'];
  readonly json: unknown;
  readonly problems: LineEntry['problems'];
  claim: Claim | undefined;
  annotation: Annotation | undefined;

  constructor(line: SourceLine, { kind, form, fileEnd, before }: LineOrigin) {
    const { json, problems } = checkJsonLine(line);
    this.kind = kind === 'annotation' && ownValue(json, 'event') !== undefined ? 'event' : kind;
    this.before = before;
    this.line = line;
    this.form = form;
    this.fileEnd = fileEnd;
    this.json = json;
    this.problems = problems;
    this.claim = undefined;
    this.annotation = undefined;
  }

  at(span: Span, path?: JsonPath): Place {
    const id = recordId(this);
    return placeInLine(this.line, span, {
      ...(id !== undefined && { claimId: id }),
      ...(path !== undefined && { pointer: formatPointer(pathInLine(this, path)) }),
    });
  }

  place(path: JsonPath = [], what?: 'value' | 'key'): Place {
    return this.at(locateInLine(this.line, pathInLine(this, path), what), path);
  }

  span(path: JsonPath, what?: 'value' | 'key'): Span {
    const { start, end } = locateInLine(this.line, pathInLine(this, path), what);
    return { start: this.line.offset + start, end: this.line.offset + end };
  }
}

// Functions and no private methods, which would make each entry several times as dear.

/** Where the value at a path of the record stands in the JSON of the line. */
function pathInLine({ form, claim, json }: Entry, path: JsonPath): JsonPath {
  return form === undefined || claim === undefined ? path : form.pathOf(path, json);
}

/** The id a record would have, as far as its JSON tells. */
function recordId({ claim, json, kind }: Entry): string | number | undefined {
  const id = claim?.id ?? ownValue(json, kind === 'claim' || kind === 'unlabelled' ? 'id' : 'claim');
  return typeof id === 'string' || typeof id === 'number' ? id : undefined;
}

/** The value of an object's own key; `undefined` where the JSON is no object or has no such key. */
export function ownValue(json: unknown, key: string): unknown {
  return Array.isArray(json) ? undefined : valueAt(json, [key]);
}
