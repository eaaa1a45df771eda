import type { Point, Span } from '../text/span.ts';
import type { Severity } from './severity.ts';

/**
 * How deep a check looks. 1 file (encoding, JSON), 2 schema, 3 references, 4 guideline, 5 dataset.
 * A record with an error on level 1, 2 or 3 is not shown to the rules of the next levels.
 */
export type Level = 1 | 2 | 3 | 4 | 5;

/** Where a finding is. Offsets, lines and columns count in the decoded text of `file`. */
export interface Place {
  /** As the user would name it: relative to the working directory, with `/`. */
  readonly file: string;
  readonly span: Span;
  readonly start: Point;
  readonly end: Point;
  /** The whole line of `start`, so that a reporter needs no file. */
  readonly lineText: string;
  readonly claimId?: string | number;
  /** JSON Pointer (RFC 6901) to the value inside the record. */
  readonly pointer?: string;
}

/** A second place that explains the first, such as where a duplicate stands for the first time. */
export interface Related {
  readonly message: string;
  readonly place: Place;
}

/** Replaces `span` of the finding's file by `text`. */
export interface Edit {
  readonly span: Span;
  readonly text: string;
}

/** A change that may be right: offered, never made without being asked. */
export interface Suggestion {
  readonly message: string;
  readonly edits: readonly Edit[];
}

/** One finding: what is wrong (`message`), why that matters (`why`), what to do (`help`), and where. */
export interface Diagnostic {
  readonly ruleId: string;
  /** Which of the rule's messages this is. */
  readonly messageId: string;
  readonly level: Level;
  readonly severity: Severity;
  readonly message: string;
  readonly why: string;
  readonly help: string;
  readonly place: Place;
  readonly related: readonly Related[];
  /** A change that is always right and keeps the meaning; `--fix` makes it. */
  readonly fix?: readonly Edit[];
  readonly suggestions?: readonly Suggestion[];
  /** Page that explains the rule, as a path from the root of the package. */
  readonly url: string;
}

/** Orders findings by file, place, rule and message, which makes every report deterministic. */
export function compareDiagnostics(a: Diagnostic, b: Diagnostic): number {
  return (
    compareText(a.place.file, b.place.file) ||
    a.place.span.start - b.place.span.start ||
    a.place.span.end - b.place.span.end ||
    compareText(a.ruleId, b.ruleId) ||
    compareText(a.messageId, b.messageId) ||
    compareText(a.message, b.message)
  );
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
