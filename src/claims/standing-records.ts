import { toNfc } from '../text/normalise.ts';
import type { Annotation } from './annotation.ts';
import { claimIdKey } from './claim-id-key.ts';
import { isJournalEvent, type JournalEvent, type JournalRecord } from './journal-event.ts';

/**
 * The lines of journals without those that were withdrawn, and without the withdrawals, in their order: that of files and lines. A
 * withdrawal takes back the latest line of its kind by the same annotator about the same claim that still stands; one that finds none takes
 * back nothing.
 */
export function standingRecords(records: Iterable<JournalRecord>): JournalRecord[] {
  const kept: (JournalRecord | undefined)[] = [];
  /** Where the lines of a kind, annotator and claim stand. */
  const places = new Map<string, number[]>();
  for (const record of records) {
    if (isJournalEvent(record) && record.event === 'withdraw') {
      const at = places.get(keyOf(record, record.what))?.pop();
      if (at !== undefined) kept[at] = undefined;
      continue;
    }
    const key = keyOf(record, kindOfRecord(record));
    const own = places.get(key);
    if (own === undefined) places.set(key, [kept.length]);
    else own.push(kept.length);
    kept.push(record);
  }
  return kept.filter((record) => record !== undefined);
}

/**
 * The answers of all journals that stand, in their order: what agreement, aggregation and reports are made of. Left out are those that were
 * withdrawn, those that their annotator skipped the claim after, and all about claims that were dropped. Of several by one annotator
 * about a claim all are here.
 */
export function standingAnswers(records: Iterable<JournalRecord>): Annotation[] {
  const standing = standingRecords(records);
  const dropped = new Set<string>();
  /** Where the last skip by an annotator of a claim stands. */
  const skips = new Map<string, number>();
  for (const [at, record] of standing.entries()) {
    if (!isJournalEvent(record)) continue;
    if (record.event === 'drop') dropped.add(claimIdKey(record.claim));
    if (record.event === 'skip') skips.set(keyOf(record, 'skip'), at);
  }
  return standing.filter((record, at): record is Annotation => {
    if (isJournalEvent(record) || dropped.has(claimIdKey(record.claim))) return false;
    return record.adjudication === true || (skips.get(keyOf(record, 'skip')) ?? -1) < at;
  });
}

/** What a withdrawal calls a line: its event, or which of the two kinds of answers it is. */
export function kindOfRecord(record: JournalRecord): JournalEvent['event'] | 'annotation' | 'adjudication' {
  if (isJournalEvent(record)) return record.event;
  return record.adjudication === true ? 'adjudication' : 'annotation';
}

function keyOf({ annotator, claim }: JournalRecord, kind: string): string {
  return JSON.stringify([kind, toNfc(annotator), claimIdKey(claim)]);
}
