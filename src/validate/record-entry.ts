import type { Annotation } from '../claims/annotation.ts';
import type { Claim } from '../claims/claim.ts';
import type { RecordForm } from '../claims/record-form.ts';
import type { Place } from '../diagnostic/diagnostic.ts';
import type { CheckedJsonProblem } from '../text/check-json.ts';
import type { JsonPath } from '../text/json-text.ts';
import type { SourceLine } from '../text/source-line.ts';
import type { Span } from '../text/span.ts';

/** What a file of records holds: claims, what annotators said, or claims that wait for annotators. */
export type RecordKind = 'claim' | 'annotation' | 'unlabelled';

/** What a line of a file holds: a journal of annotations has events too. */
export type LineKind = RecordKind | 'event';

/** A line of a claim or annotation file, on its way to becoming a record. */
export interface LineEntry {
  readonly kind: LineKind;
  /** The form of another dataset that the record has; `undefined` for claimset's own. */
  readonly form: RecordForm | undefined;
  /** How the first line of the file ends; what later ones are compared with. */
  readonly fileEnd: SourceLine['end'];
  readonly line: SourceLine;
  /** The parsed JSON; `undefined` where the line is none. */
  readonly json: unknown;
  /** The line before in a journal; `undefined` on its first line, and in other files. */
  readonly before: string | undefined;
  /** What keeps the line from being one JSON object that every program reads the same; nothing behind level 1. */
  readonly problems: readonly CheckedJsonProblem[];
  /** The place of a span of the line; `path` says which value it is part of. */
  at(span: Span, path?: JsonPath): Place;
  /**
   * The place of the value (or key) at a path. Paths of entries that are records are those of the claim or annotation: in the
   * form of another dataset its value may stand elsewhere in the line.
   */
  place(path?: JsonPath, what?: 'value' | 'key'): Place;
  /** The span of a value in the file, for edits. */
  span(path: JsonPath, what?: 'value' | 'key'): Span;
}

/** A claim that passed the schema, with its place. */
export interface ClaimEntry extends LineEntry {
  readonly kind: 'claim';
  readonly claim: Claim;
}

/** An annotation that passed the schema, with its place. */
export interface AnnotationEntry extends LineEntry {
  readonly kind: 'annotation';
  readonly annotation: Annotation;
}

export type RecordEntry = ClaimEntry | AnnotationEntry;
