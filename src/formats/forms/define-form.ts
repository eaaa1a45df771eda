import type { z } from 'zod';
import type { Claim } from '../../claims/claim.ts';
import type { FormRecord, RecordForm } from '../../claims/record-form.ts';
import { isSchemaLine } from '../../claims/schema-line.ts';
import type { Diagnostic } from '../../diagnostic/diagnostic.ts';
import { createDiagnostic, type RuleMeta } from '../../diagnostic/rule-meta.ts';
import { isObject } from '../../text/is-object.ts';
import { valueAt } from '../../text/json-pointer.ts';
import type { JsonPath } from '../../text/json-text.ts';
import { formatRules } from '../format-rules.ts';
import { issueFinding, labelWords, maxFindings, type ValueWords } from '../schema-findings.ts';
import { evidenceShape } from './evidence-shape.ts';
import { isBlind } from './is-blind.ts';

/** Something wrong with a record that its schema cannot say. */
export interface Fault {
  readonly meta: RuleMeta;
  readonly messageId: string;
  readonly path: JsonPath;
  readonly data?: Readonly<Record<string, string | number>>;
  readonly help?: string;
  /** Another value that explains it. */
  readonly related?: { readonly path: JsonPath; readonly message: string };
  /** What may be written instead, as JSON. */
  readonly instead?: { readonly message: string; readonly json: unknown };
}

/** A fault, its message checked by the compiler. */
export function fault<Meta extends RuleMeta>(
  meta: Meta,
  messageId: keyof Meta['messages'] & string,
  rest: Omit<Fault, 'meta' | 'messageId'>,
): Fault {
  return { meta, messageId, ...rest };
}

/** What a form is made from. `Wire` is a record as its files have it. */
export interface FormParts<Wire>
  extends Pick<RecordForm, 'id' | 'title' | 'citesOnlySentences' | 'sniff' | 'pathOf'> {
  readonly isHeader?: RecordForm['isHeader'];
  /** What a record is, apart from `faults`. */
  readonly schema: z.ZodType<Wire>;
  /** What is wrong with a record that the schema accepts. */
  readonly faults: (record: Wire) => Iterable<Fault>;
  readonly claim: (record: Wire) => Claim;
  /**
   * The claim of a record that is certainly fine, told without the schema; `undefined` also where only the schema can tell.
   */
  readonly plainClaim?: (json: Readonly<Record<string, unknown>>) => Claim | undefined;
  /** More than the schema says about a value that it refuses. */
  readonly wordsOf: (path: JsonPath, value: unknown, json: unknown) => ValueWords | undefined;
  /** What a record is that is none of this form as a whole, or its evidence. */
  readonly misfit?: (json: Readonly<Record<string, unknown>>) => Fault | undefined;
}

/** A form that can also be read. */
export interface ReadableForm extends RecordForm {
  /** As `explain`, for a file that is not to be changed: nothing is fixed. */
  readonly refuse: (record: FormRecord) => Iterable<Diagnostic>;
}

/** The form of its parts. */
export function defineForm<Wire>(parts: FormParts<Wire>): ReadableForm {
  const { id, title, sniff, pathOf, schema, faults, claim, plainClaim } = parts;
  const isRecord = (json: unknown): json is Wire =>
    schema.safeParse(json).success &&
    faults(json as Wire)
      [Symbol.iterator]()
      .next().done === true;
  return {
    id,
    title,
    citesOnlySentences: parts.citesOnlySentences,
    sniff,
    isHeader: parts.isHeader ?? (() => false),
    claimOf: (json) =>
      isObject(json) ? (plainClaim?.(json) ?? (isRecord(json) ? claim(json as Wire) : undefined)) : undefined,
    explain: (record) => explain(parts, record, true),
    refuse: (record) => explain(parts, record, false),
    pathOf,
  };
}

/** What is wrong with a record, the first ten faults; nothing where nothing is. */
function* explain<Wire>(
  parts: FormParts<Wire>,
  record: FormRecord,
  isInPlace: boolean,
): Generator<Diagnostic> {
  const { error } = parts.schema.safeParse(record.json);
  if (error === undefined) {
    let left = maxFindings;
    for (const found of parts.faults(record.json as Wire)) {
      if (left === 0) return;
      left -= 1;
      yield faultFinding(found, record);
    }
    return;
  }
  const misfit = isObject(record.json)
    ? (misfitOf(record.json) ?? parts.misfit?.(record.json) ?? otherEvidence(parts, record.json))
    : undefined;
  if (misfit !== undefined) yield faultFinding(misfit, record);
  const wordsOf = (path: JsonPath, value: unknown) =>
    parts.wordsOf(path, value, record.json) ?? labelWords(path, value);
  for (const issue of error.issues.slice(0, maxFindings)) {
    // What does not fit as a whole is not taken apart.
    if (misfit === undefined || misfit.path.some((step, depth) => step !== issue.path[depth]))
      yield issueFinding(issue, record, { wordsOf, isInPlace });
  }
}

function faultFinding(
  { meta, messageId, path, data, help, related, instead }: Fault,
  { place }: FormRecord,
): Diagnostic {
  const where = place(path);
  return createDiagnostic(meta, messageId, {
    place: where,
    ...(data !== undefined && { data }),
    ...(help !== undefined && { help }),
    ...(related && { related: [{ message: related.message, place: place(related.path) }] }),
    ...(instead && {
      suggestions: [
        { message: instead.message, edits: [{ span: where.span, text: JSON.stringify(instead.json) }] },
      ],
    }),
  });
}

/** Records that are no labelled claims in any form. */
function misfitOf(json: Readonly<Record<string, unknown>>): Fault | undefined {
  const has = (key: string) => Object.hasOwn(json, key);
  const whole = (messageId: 'schemaLine' | 'prediction' | 'unlabelled', help: string) =>
    fault(formatRules.notClaim, messageId, { path: [], help });
  if (isSchemaLine(json)) return whole('schemaLine', 'Delete the line, which is left from joining files.');
  if (!has('claim') && (has('predicted_label') || has('predicted_evidence')))
    return whole('prediction', 'Name the file of the claims: predictions are not checked.');
  if (isBlind(json))
    return whole('unlabelled', 'Give it a label and its evidence, or take it out of the file.');
  return undefined;
}

const shapeNames = {
  native: { name: 'claimset: evidence sets of evidence ids', format: '`native` (`jsonl` for import)' },
  fever: { name: 'FEVER: evidence sets of [annotation_id, evidence_id, page, sentence]', format: '`fever`' },
  flatFever: { name: 'FEVER: [annotation_id, evidence_id, page, sentence]', format: '`fever`' },
  feverous: { name: 'FEVEROUS: objects with `content` and `context`', format: '`feverous`' },
  scifact: { name: 'SciFact: an object with rationales for each document', format: '`scifact`' },
} as const;

/** Evidence that has the form of another dataset. */
function otherEvidence<Wire>({ id, title }: FormParts<Wire>, json: unknown): Fault | undefined {
  const shape = evidenceShape(valueAt(json, ['evidence']));
  if (shape === undefined || shapeNames[shape].format.includes(`\`${id}\``)) return undefined;
  const { name, format } = shapeNames[shape];
  return fault(formatRules.notClaim, 'otherEvidence', {
    path: ['evidence'],
    data: { form: name },
    help: `If the whole file is like this, its format is ${format}, not ${title}.`,
  });
}
