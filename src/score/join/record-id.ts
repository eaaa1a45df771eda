import type { JsonObject } from '../scorer.ts';

/** Keys under which the datasets of the family have the id of a claim, the first that is there. */
const idKeys = ['id', 'claim_id', 'uid', 'unique_id'];

/** The id of a gold record or a prediction as text, because spreadsheets turn 12 into "12"; `undefined` where it has none. */
export function recordId(record: JsonObject): string | undefined {
  for (const key of idKeys) {
    const id = Object.hasOwn(record, key) ? record[key] : undefined;
    if (typeof id === 'string' || typeof id === 'number') return String(id);
  }
  return undefined;
}
