import type { Annotation } from '../../claims/annotation.ts';
import type { Claim } from '../../claims/claim.ts';
import type { JsonPath } from '../../text/json-text.ts';
import type { RecordEntry } from '../record-entry.ts';

/** One evidence id of a record, with its place in the record. */
export interface CitedEvidence {
  readonly id: string;
  /** Of the evidence set, 0-based. */
  readonly set: number;
  readonly path: JsonPath;
}

/** What an entry's record says: a claim, or an annotation, which has label and evidence too. */
export function statementOf(entry: RecordEntry): Claim | Annotation {
  return entry.kind === 'claim' ? entry.claim : entry.annotation;
}

/** The evidence sets of a claim or annotation. */
export function evidenceSetsOf(entry: RecordEntry): readonly (readonly string[])[] {
  return statementOf(entry).evidence;
}

/** All evidence ids of a claim or annotation in order. */
export function* evidenceOf(entry: RecordEntry): Generator<CitedEvidence> {
  for (const [set, ids] of evidenceSetsOf(entry).entries()) {
    for (const [which, id] of ids.entries()) yield { id, set, path: ['evidence', set, which] };
  }
}
