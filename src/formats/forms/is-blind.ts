import { isObject } from './first-faults.ts';

/** Keys of records in the blind test files of the family. */
const keys: readonly string[] = [
  'id',
  'claim',
  'cited_doc_ids',
  'challenge',
  'expected_challenge',
  'annotator_operations',
];

/** Whether a record is one of a blind test file: a claim without label, evidence and whatever else could stand for them. */
export function isBlind(json: unknown): boolean {
  return isObject(json) && Object.hasOwn(json, 'claim') && otherKeys(json).length === 0;
}

/** The keys of a record that no blind test file has. */
export function otherKeys(json: unknown): string[] {
  return isObject(json) ? Object.keys(json).filter((key) => !keys.includes(key)) : [];
}
