import type { z } from 'zod';
import { expectedOf, oneOf, pathWords } from '../claims/issue-words.ts';
import { labelOfSpelling } from '../claims/label.ts';
import type { FormRecord } from '../claims/record-form.ts';
import type { Diagnostic, Suggestion } from '../diagnostic/diagnostic.ts';
import { createDiagnostic } from '../diagnostic/rule-meta.ts';
import { foundOf } from '../text/found-of.ts';
import { valueAt } from '../text/json-pointer.ts';
import type { JsonPath } from '../text/json-text.ts';
import { nearestWords } from '../text/nearest.ts';
import { formatRules } from './format-rules.ts';

/** A record with a thousand faults is reported by its first ones: each costs a look into its text. */
export const maxFindings = 10;

/** A record as it stands in its file. */
export interface SourceRecord extends FormRecord {
  /** A value as the file spells it, for edits; as JSON by default. */
  readonly spell?: (value: string) => string;
}

/** What is known of a value that a schema refuses besides what the schema says. */
export interface ValueWords {
  readonly expected?: string | undefined;
  readonly found?: string | undefined;
  readonly help?: string | undefined;
  /** The one of the schema's words that the value certainly stands for. */
  readonly certain?: string | undefined;
  /** What may have been meant: JSON to be written instead. */
  readonly instead?: unknown;
}

/** How findings about a schema's refusals are put. */
export interface FindingStyle {
  readonly wordsOf?: (path: JsonPath, value: unknown) => ValueWords | undefined;
  /** Whether what is certain is a fix, because the file is checked where it stands; a suggestion by default. */
  readonly isInPlace?: boolean;
}

/** What a schema finds wrong with a record, the first ten. Nothing where the schema accepts it. */
export function* schemaFindings(schema: z.ZodType, record: SourceRecord): Generator<Diagnostic> {
  const issues = schema.safeParse(record.json).error?.issues ?? [];
  for (const issue of issues.slice(0, maxFindings)) yield issueFinding(issue, record);
}

/** One thing that a schema finds wrong with a record. */
export function issueFinding(
  issue: z.core.$ZodIssue,
  { json, place, spell = JSON.stringify }: SourceRecord,
  { wordsOf = labelWords, isInPlace = false }: FindingStyle = {},
): Diagnostic {
  const path = issue.path as JsonPath;
  const where = place(path);
  const key = pathWords(path);
  const value = valueAt(json, path);
  if (value === undefined) {
    return createDiagnostic(formatRules.notClaim, 'missing', { data: { key }, place: where });
  }
  const words = wordsOf(path, value) ?? {};
  const suggest = (text: string): readonly Suggestion[] => [
    { message: `Replace it by ${text}.`, edits: [{ span: where.span, text }] },
  ];
  if (issue.code === 'invalid_value' && typeof value === 'string') {
    const options = issue.values.map(String);
    const near = words.certain ?? nearestWords(value, options, 1)[0];
    const finding = { data: { key, value }, place: where };
    if (near === undefined) {
      const help = words.help ?? `Use ${oneOf(options)}.`;
      return createDiagnostic(formatRules.notClaim, 'option', { ...finding, help });
    }
    const text = spell(near);
    return createDiagnostic(formatRules.notClaim, 'option', {
      ...finding,
      help: words.certain === undefined || !isInPlace ? `Did you mean "${near}"?` : `Write "${near}".`,
      ...(words.certain !== undefined && isInPlace
        ? { fix: [{ span: where.span, text }] }
        : {
            suggestions: [{ message: `Replace it by "${near}".`, edits: [{ span: where.span, text }] }],
          }),
    });
  }
  const { expected = expectedOf(issue), found = foundOf(value), help, instead } = words;
  return createDiagnostic(formatRules.notClaim, 'invalid', {
    data: { key, problem: `expected ${expected}, found ${found}` },
    place: where,
    ...(help !== undefined && { help }),
    ...(instead !== undefined && { suggestions: suggest(JSON.stringify(instead)) }),
  });
}

/** The label that another spelling certainly stands for. */
export function labelWords(path: JsonPath, value: unknown): ValueWords | undefined {
  return path.length === 1 && path[0] === 'label' && typeof value === 'string'
    ? { certain: labelOfSpelling(value) }
    : undefined;
}
