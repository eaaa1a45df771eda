import type { z } from 'zod';
import { annotationSchema } from '../../claims/annotation.ts';
import { claimSchema } from '../../claims/claim.ts';
import { journalEventSchema } from '../../claims/journal-event.ts';
import { unlabelledClaimSchema } from '../../claims/unlabelled-claim.ts';
import { maxFindings } from '../../diagnostic/first-findings.ts';
import { isObject } from '../../text/is-object.ts';
import { ownValue } from '../line-entry.ts';
import type { LineKind } from '../record-entry.ts';

/** More faults of a record's evidence or fingerprints are not looked for: each costs memory, and a long line can hold millions. */
const maxFaults = maxFindings + 1;

/** What the schema refuses in a record's JSON, in no particular order; empty for a record. */
export function checkSchema(kind: LineKind, json: unknown): readonly z.core.$ZodIssue[] {
  return schemas[kind].safeParse(withFewFingerprints(withoutManyFaults(json))).error?.issues ?? [];
}

const schemas = {
  annotation: annotationSchema,
  claim: claimSchema,
  event: journalEventSchema,
  unlabelled: unlabelledClaimSchema,
} as const satisfies Record<LineKind, z.ZodType>;

/** The JSON itself, or one with evidence cut behind its last fault that is looked for, which the schema refuses all the same. */
function withoutManyFaults(json: unknown): unknown {
  const evidence = ownValue(json, 'evidence');
  if (!Array.isArray(evidence)) return json;
  let faults = 0;
  for (const [which, set] of evidence.entries()) {
    const ids: readonly unknown[] = Array.isArray(set) ? set : [''];
    if (ids.length === 0) faults += 1;
    for (const [position, id] of ids.entries()) {
      if (typeof id === 'string' && id !== '') continue;
      faults += 1;
      if (faults < maxFaults) continue;
      const lastSet: unknown = Array.isArray(set) ? set.slice(0, position + 1) : set;
      return { ...(json as object), evidence: [...evidence.slice(0, which), lastSet] };
    }
    if (faults >= maxFaults) return { ...(json as object), evidence: evidence.slice(0, which + 1) };
  }
  return json;
}

/** The JSON itself, or one with as many fingerprints that the schema refuses as are looked for. */
function withFewFingerprints(json: unknown): unknown {
  const fingerprints = ownValue(json, 'fingerprints');
  if (!isObject(fingerprints)) return json;
  const entries = Object.entries(fingerprints);
  if (entries.length <= maxFaults) return json;
  const faults = entries.filter(([, fingerprint]) => !isFingerprint(fingerprint));
  return { ...(json as object), fingerprints: Object.fromEntries(faults.slice(0, maxFaults)) };
}

function isFingerprint(value: unknown): boolean {
  return typeof value === 'string' && /^[0-9a-f]{16}$/.test(value);
}
