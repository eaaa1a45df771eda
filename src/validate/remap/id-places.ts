import { isObject } from '../../text/is-object.ts';
import type { JsonPath } from '../../text/json-text.ts';
import { ownValue } from '../line-entry.ts';
import type { LineEntry } from '../record-entry.ts';

/** Where a record names an evidence id. */
export interface IdPlace {
  readonly id: string;
  readonly path: JsonPath;
  /** Whether the id is the last key of the path, and not the value there. */
  readonly isKey: boolean;
}

/** A claim or answer in a line, or what a line of a journal keeps of a claim. */
export interface Statement {
  readonly json: unknown;
  /** Where it stands in the line. */
  readonly path: JsonPath;
}

/** What names evidence in a line: the record itself, and the claim that an event or an adjudication may bring back one day. */
export function statementsOf({ kind, json }: LineEntry): readonly Statement[] {
  const whole = { json, path: [] };
  const kept = { event: 'record', annotation: 'before', claim: undefined, unlabelled: undefined }[kind];
  return kept === undefined ? [whole] : [whole, { json: ownValue(json, kept), path: [kept] }];
}

/**
 * All that may be an evidence id in a statement: its evidence and what was looked at besides, what it was written from, the keys of its
 * fingerprints, and the contexts that a FEVEROUS file brought along.
 */
export function* idPlacesOf({ json, path: root }: Statement): Generator<IdPlace> {
  for (const [set, ids] of listOf(json, 'evidence').entries()) {
    if (!Array.isArray(ids)) continue;
    for (const [which, id] of ids.entries())
      if (typeof id === 'string') yield { id, path: [...root, 'evidence', set, which], isKey: false };
  }
  for (const [which, id] of listOf(json, 'consulted').entries())
    if (typeof id === 'string') yield { id, path: [...root, 'consulted', which], isKey: false };
  const source = ownValue(json, 'source');
  if (typeof source === 'string') yield { id: source, path: [...root, 'source'], isKey: false };
  for (const key of ['fingerprints', 'context']) {
    const members = ownValue(json, key);
    if (!isObject(members)) continue;
    for (const [id, value] of Object.entries(members)) {
      yield { id, path: [...root, key, id], isKey: true };
      if (key !== 'context' || !Array.isArray(value)) continue;
      for (const [which, part] of value.entries())
        if (typeof part === 'string') yield { id: part, path: [...root, key, id, which], isKey: false };
    }
  }
}

function listOf(json: unknown, key: string): readonly unknown[] {
  const value = ownValue(json, key);
  return Array.isArray(value) ? value : [];
}
