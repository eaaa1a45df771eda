import type { z } from 'zod';
import type { Claim } from '../claims/claim.ts';
import type { Diagnostic, Place } from '../diagnostic/diagnostic.ts';
import { jsonFinding } from '../diagnostic/json-finding.ts';
import { placeInLine } from '../diagnostic/place-in-line.ts';
import { createDiagnostic } from '../diagnostic/rule-meta.ts';
import { checkJsonLine } from '../text/check-json-line.ts';
import { formatPointer, valueAt } from '../text/json-pointer.ts';
import { locateInLine } from '../text/locate-in-line.ts';
import { splitLines, type TextLine } from '../text/source-line.ts';
import type { Span } from '../text/span.ts';
import { blindClaim, blindSchema, createLabelCheck } from './blind-records.ts';
import type { FormatContext, ReadResult, ReadSource } from './format.ts';
import { formatRules } from './format-rules.ts';
import type { ReadableForm } from './forms/define-form.ts';
import { isBlind } from './forms/is-blind.ts';
import { type LeftOut, LeftOutParts } from './left-out.ts';
import { maxFindings, type SourceRecord, schemaFindings } from './schema-findings.ts';

/** A line that holds a JSON object. */
export interface JsonRecord extends SourceRecord {
  readonly json: Readonly<Record<string, unknown>>;
  /** 1-based. */
  readonly lineNumber: number;
}

/** What a line is: an object, or findings that say why not. */
export type JsonLine =
  | { readonly record: JsonRecord; readonly diagnostics?: undefined }
  | { readonly record?: undefined; readonly diagnostics: readonly Diagnostic[] };

/**
 * The lines of a JSON Lines text in order, blank ones left out. A line ends with LF or CRLF; a byte order mark is skipped.
 *
 * @param idKey where the id of a claim stands, for findings
 */
export function* readJsonLines(source: ReadSource, idKey = 'id'): Generator<JsonLine> {
  for (const line of source.lines ?? splitLines(source.file, source.text)) {
    if (line.text.trim() !== '') yield readLine(line, idKey);
  }
}

/** The claims that `convert` makes of the records a schema accepts, and findings for all others. */
export function* readClaimLines(
  lines: Iterable<JsonLine>,
  schema: z.ZodType,
  convert: (record: JsonRecord) => Iterable<ReadResult>,
): Generator<ReadResult> {
  for (const { record, diagnostics } of lines) {
    const found = diagnostics ?? [...schemaFindings(schema, record)];
    for (const diagnostic of found) yield { diagnostic };
    if (record !== undefined && found.length === 0) yield* convert(record);
  }
}

/** A record that a form accepts, and the claim that it became. */
export interface ReadRecord {
  readonly json: object;
  readonly claim: Claim;
}

/**
 * The claims of the records that a form accepts, and of blind ones in a blind test file, and findings for all others.
 *
 * @param leftOut what a record that the form accepts says and its claim does not; told at the end
 */
export function* readFormLines(
  source: ReadSource,
  form: ReadableForm,
  claimOf: (json: object) => Claim,
  context: Pick<FormatContext, 'anyLabel'>,
  leftOut: (read: ReadRecord) => Iterable<LeftOut> = () => [],
): Generator<ReadResult> {
  const parts = new LeftOutParts();
  const checkLabel = createLabelCheck(context);
  for (const { record, diagnostics = [] } of readJsonLines(source)) {
    if (record === undefined) {
      for (const diagnostic of diagnostics) yield { diagnostic };
      continue;
    }
    if (form.isHeader(record.json, record.lineNumber)) continue;
    const blind = isBlind(record.json);
    const mixed = checkLabel(record, blind);
    const found = mixed === undefined ? refusals(record, form, blind) : [mixed];
    for (const diagnostic of found) yield { diagnostic };
    if (found.length > 0) continue;
    if (blind) {
      yield { claim: blindClaim(record.json) };
      continue;
    }
    const claim = claimOf(record.json);
    yield { claim };
    for (const { what, path } of leftOut({ json: record.json, claim }))
      parts.add(what, () => record.place(path));
  }
  for (const diagnostic of parts.findings()) yield { diagnostic };
}

function refusals(record: JsonRecord, form: ReadableForm, blind: boolean): readonly Diagnostic[] {
  if (blind) return [...schemaFindings(blindSchema, record)];
  // Most records are told to be fine without the schema, which takes several times as long.
  return form.claimOf(record.json) === undefined ? [...form.refuse(record)] : [];
}

function readLine(line: TextLine, idKey: string): JsonLine {
  const { json, problems } = checkJsonLine(line);
  const place = (span: Span, pointer?: string): Place => {
    const id = valueAt(json, [idKey]);
    return placeInLine(line, span, {
      ...((typeof id === 'string' || typeof id === 'number') && { claimId: id }),
      ...(pointer !== undefined && { pointer }),
    });
  };
  if (problems.length > 0) {
    const diagnostics = problems
      .slice(0, maxFindings)
      .map((problem) => createDiagnostic(formatRules.notJson, problem.kind, jsonFinding(problem, place)));
    return { diagnostics };
  }
  return {
    record: {
      json: json as JsonRecord['json'],
      place: (path) => place(locateInLine(line, path), formatPointer(path)),
      lineNumber: line.number,
    },
  };
}
