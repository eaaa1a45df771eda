import { isObject } from '../../text/is-object.ts';

/** Keys of records in the blind test files of the family. */
const keys: readonly string[] = [
  'id',
  'claim',
  'cited_doc_ids',
  'challenge',
  'expected_challenge',
  'annotator_operations',
];

/**
 * Whether a record is one of a blind test file: a claim without label, evidence and whatever else could stand for them. Claimset's own
 * blind records have `"evidence":[]`.
 */
export function isBlind(json: unknown): boolean {
  return isObject(json) && Object.hasOwn(json, 'claim') && otherKeys(json).length === 0;
}

/** The keys of a record that no blind test file has. */
export function otherKeys(json: unknown): string[] {
  if (!isObject(json)) return [];
  const others = Object.keys(json).filter((key) => !keys.includes(key));
  return others.length === 1 && hasNoEvidence(json) ? [] : others;
}

/** Whether `evidence` says that there is none. Beside the documents of SciFact it was meant to say NOT ENOUGH INFO. */
function hasNoEvidence({ evidence, ...rest }: Readonly<Record<string, unknown>>): boolean {
  return Array.isArray(evidence) && evidence.length === 0 && !Object.hasOwn(rest, 'cited_doc_ids');
}
