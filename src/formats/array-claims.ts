import type { z } from 'zod';
import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import { createDiagnostic } from '../diagnostic/rule-meta.ts';
import { createLabelCheck } from './blind-records.ts';
import type { FormatContext, ReadResult, ReadSource } from './format.ts';
import { formatRules } from './format-rules.ts';
import { readJsonArray } from './json-array.ts';
import type { JsonRecord } from './json-lines.ts';
import { schemaFindings } from './schema-findings.ts';

/** How the records of a JSON file become claims. */
export interface ArrayClaims {
  /** What a record is. */
  readonly schema: z.ZodType;
  /** Keys of claims that records have under another name. */
  readonly renamedKeys: readonly string[];
  /** Whether a record that the schema accepts has no label. */
  readonly isBlind: (json: Readonly<Record<string, unknown>>) => boolean;
  /** The claim of a record, or what is wrong with it. */
  readonly convert: (record: JsonRecord) => Iterable<ReadResult>;
}

/** The claims of the records that a schema accepts, and findings for all others; a file whose first record has no label is blind. */
export function* readArrayClaims(
  source: ReadSource,
  context: Pick<FormatContext, 'anyLabel'>,
  { schema, renamedKeys, isBlind, convert }: ArrayClaims,
): Generator<ReadResult> {
  const checkLabel = createLabelCheck(context);
  for (const { record, diagnostics } of readJsonArray(source)) {
    const found = diagnostics ?? [...schemaFindings(schema, record), ...renamed(record, renamedKeys)];
    for (const diagnostic of found) yield { diagnostic };
    if (record === undefined || found.length > 0) continue;
    const mixed = checkLabel(record, isBlind(record.json));
    if (mixed === undefined) yield* convert(record);
    else yield { diagnostic: mixed };
  }
}

function* renamed({ json, place }: JsonRecord, keys: readonly string[]): Generator<Diagnostic> {
  for (const key of keys) {
    if (Object.hasOwn(json, key))
      yield createDiagnostic(formatRules.notClaim, 'renamedKey', { data: { key }, place: place([key]) });
  }
}
