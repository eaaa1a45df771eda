import { toNfc } from '../../text/normalise.ts';
import { ownValue } from '../line-entry.ts';
import type { RecordEntry } from '../record-entry.ts';
import { evidenceSetsOf } from './evidence-of.ts';

/** The fingerprint that a record keeps of a text. */
export interface KeptFingerprint {
  /** The evidence id as the record spells it there. */
  readonly key: string;
  readonly fingerprint: string;
}

/** The fingerprints that a claim or annotation keeps, by evidence id in NFC; of two spellings of one id the first. */
export function fingerprintsOf(record: unknown): ReadonlyMap<string, KeptFingerprint> {
  const found = new Map<string, KeptFingerprint>();
  const kept = ownValue(record, 'fingerprints');
  if (typeof kept !== 'object' || kept === null) return found;
  for (const [key, fingerprint] of Object.entries(kept)) {
    const id = toNfc(key);
    if (typeof fingerprint === 'string' && !found.has(id)) found.set(id, { key, fingerprint });
  }
  return found;
}

/** The ids that a record cites, each once as it is spelt first, by id in NFC. */
export function citedOnce(entry: RecordEntry): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const ids of evidenceSetsOf(entry)) {
    for (const id of ids) if (!found.has(toNfc(id))) found.set(toNfc(id), id);
  }
  return found;
}
