import { isObject } from '../../text/is-object.ts';
import type { JsonPath } from '../../text/json-text.ts';
import { evidenceOf, statementOf } from '../evidence/evidence-of.ts';
import { ownValue } from '../line-entry.ts';
import type { RecordEntry } from '../record-entry.ts';

/** Where a record names an evidence id. */
export interface IdPlace {
  readonly id: string;
  readonly path: JsonPath;
  /** Whether the id is the last key of the path, and not the value there. */
  readonly isKey: boolean;
}

/**
 * All that may be an evidence id in a record: its evidence, what it was written from, the keys of its fingerprints, and the contexts
 * that a FEVEROUS file brought along.
 */
export function* idPlacesOf(entry: RecordEntry): Generator<IdPlace> {
  for (const { id, path } of evidenceOf(entry)) yield { id, path, isKey: false };
  const record = statementOf(entry);
  const source = ownValue(record, 'source');
  if (typeof source === 'string') yield { id: source, path: ['source'], isKey: false };
  for (const key of ['fingerprints', 'context']) {
    const members = ownValue(record, key);
    if (!isObject(members)) continue;
    for (const [id, value] of Object.entries(members)) {
      yield { id, path: [key, id], isKey: true };
      if (key !== 'context' || !Array.isArray(value)) continue;
      for (const [which, part] of value.entries())
        if (typeof part === 'string') yield { id: part, path: [key, id, which], isKey: false };
    }
  }
}
