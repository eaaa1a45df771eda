import type { Evidence } from '../../corpus/evidence.ts';
import { fingerprintOfText } from '../../corpus/text-fingerprint.ts';
import type { Edit } from '../../diagnostic/diagnostic.ts';
import { ownValue } from '../line-entry.ts';
import type { RecordEntry } from '../record-entry.ts';
import { statementOf } from './evidence-of.ts';
import { citedOnce, fingerprintsOf } from './fingerprints-of.ts';

/** What keeping the fingerprints of a record's evidence changes in it. */
export interface FingerprintEdits {
  /** None where the record says all that already. */
  readonly edits: readonly Edit[];
  /** Number of fingerprints that are new. */
  readonly added: number;
  /** Number of texts that are another one than their fingerprint says. */
  readonly changed: number;
  /** Number of fingerprints of texts that the record cites no more. */
  readonly unused: number;
  /** Number of ids that the corpus does not have. */
  readonly unresolved: number;
}

/**
 * The edits that give a record the fingerprint of each text it cites and has none of. With `isUpdate` also those that accept texts
 * that were changed, and remove fingerprints of what is not cited any more. Nothing else in the record changes.
 */
export function fingerprintEdits(
  entry: RecordEntry,
  evidence: Evidence,
  isUpdate: boolean,
): FingerprintEdits {
  const kept = fingerprintsOf(statementOf(entry));
  const cited = citedOnce(entry);
  const members: [key: string, fingerprint: string][] = [];
  let [added, changed, unused, unresolved] = [0, 0, 0, 0];
  for (const [id, { key, fingerprint }] of kept) {
    const text = cited.has(id) ? evidence.get(id)?.text : undefined;
    const now = text === undefined ? fingerprint : fingerprintOfText(text);
    if (!cited.has(id)) unused += 1;
    if (now !== fingerprint) changed += 1;
    if (cited.has(id) || !isUpdate) members.push([key, isUpdate ? now : fingerprint]);
  }
  for (const [id, spelling] of cited) {
    const text = evidence.get(id)?.text;
    if (text === undefined) unresolved += 1;
    else if (!kept.has(id)) {
      added += 1;
      members.push([spelling, fingerprintOfText(text)]);
    }
  }
  const isChange = added > 0 || (isUpdate && changed + unused > 0);
  const edits = isChange ? [editOf(entry, members)] : [];
  return { edits, added, changed, unused, unresolved };
}

function editOf(entry: RecordEntry, members: readonly (readonly [string, string])[]): Edit {
  // Not an object literal: a key may be named `__proto__`.
  const text = `{${members.map(([key, fingerprint]) => `${JSON.stringify(key)}:"${fingerprint}"`).join(',')}}`;
  if (ownValue(entry.json, 'fingerprints') !== undefined) return { span: entry.span(['fingerprints']), text };
  // Behind the last member, before the blanks and the bracket that close the record.
  const { offset, text: line } = entry.line;
  const bracket = entry.span([]).end - 1 - offset;
  const end = offset + line.slice(0, bracket).trimEnd().length;
  return { span: { start: end, end }, text: `,"fingerprints":${text}` };
}
