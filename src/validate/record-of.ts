import type { Annotation } from '../claims/annotation.ts';
import type { Claim } from '../claims/claim.ts';
import { isPlainAnnotation, isPlainClaim } from '../claims/is-plain-record.ts';
import type { JournalEvent, JournalRecord } from '../claims/journal-event.ts';
import { annotationEntry, claimEntry } from './line-entry.ts';
import type { LineEntry, RecordEntry } from './record-entry.ts';
import { checkSchema } from './schema/check-schema.ts';

/** The claim or annotation of an entry; `undefined` where the schema refuses it, and where the line is neither. */
export function recordOf(entry: LineEntry): RecordEntry | undefined {
  if (entry.form !== undefined) {
    const claim = entry.form.claimOf(entry.json);
    return claim === undefined ? undefined : claimEntry(entry, claim);
  }
  if (entry.kind === 'event' || entry.kind === 'unlabelled') return undefined;
  const isPlain = entry.kind === 'claim' ? isPlainClaim : isPlainAnnotation;
  if (!isPlain(entry.json) && checkSchema(entry.kind, entry.json).length > 0) return undefined;
  // The JSON itself and not the schema's copy, which has lost the order of the keys and a key named `__proto__`.
  return entry.kind === 'claim'
    ? claimEntry(entry, entry.json as Claim)
    : annotationEntry(entry, entry.json as Annotation);
}

/** Whether a line is what its file is for: a claim, one that waits for a label, an answer or an event. */
export function isRecord(entry: LineEntry): boolean {
  if (entry.kind === 'event' || entry.kind === 'unlabelled')
    return checkSchema(entry.kind, entry.json).length === 0;
  return recordOf(entry) !== undefined;
}

/** What a line of a journal says, an answer or an event; `undefined` where the line has a fault, or the schema refuses it. */
export function journalRecordOf(entry: LineEntry): JournalRecord | undefined {
  if (entry.problems.length > 0) return undefined;
  if (entry.kind === 'event') return isRecord(entry) ? (entry.json as JournalEvent) : undefined;
  const record = recordOf(entry);
  return record?.kind === 'annotation' ? record.annotation : undefined;
}
