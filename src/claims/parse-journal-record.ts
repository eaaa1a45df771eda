import { annotationSchema } from './annotation.ts';
import { isPlainAnnotation } from './is-plain-record.ts';
import { type JournalRecord, journalEventSchema } from './journal-event.ts';

/** The record of a journal that JSON is; `undefined` where the schema refuses it. The JSON itself, with all its keys. */
export function parseJournalRecord(json: unknown): JournalRecord | undefined {
  const isEvent = typeof json === 'object' && json !== null && Object.hasOwn(json, 'event');
  if (!isEvent && isPlainAnnotation(json)) return json as JournalRecord;
  const schema = isEvent ? journalEventSchema : annotationSchema;
  return schema.safeParse(json).success ? (json as JournalRecord) : undefined;
}
