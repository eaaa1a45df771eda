import type { Annotation } from '../../claims/annotation.ts';
import type { ClaimId } from '../../claims/claim.ts';
import { isJournalEvent, type JournalRecord } from '../../claims/journal-event.ts';
import { standingRecords } from '../../claims/standing-records.ts';
import { toNfc } from '../../text/normalise.ts';
import type { ClaimWork, EventOf } from './work.ts';

/** What stands of all lines about one claim, which come in order. */
export function workOfClaim(id: ClaimId, records: readonly JournalRecord[]): ClaimWork {
  const answers = new Map<string, Annotation>();
  const skips = new Map<string, EventOf<'skip'>>();
  const flags = new Map<string, EventOf<'flag'>>();
  const verdicts = new Map<string, EventOf<'verdict'>>();
  const sendBacks: EventOf<'send-back'>[] = [];
  let adjudication: Annotation | undefined;
  let dropped: EventOf<'drop'> | undefined;
  let written: EventOf<'write'> | undefined;
  for (const [name, record] of byAnnotator(standingRecords(records))) {
    if (!isJournalEvent(record)) {
      if (record.adjudication === true) adjudication = laterOf(adjudication, record);
      else {
        // Of answers and skips together the last stands.
        answers.set(name, record);
        skips.delete(name);
      }
    } else if (record.event === 'skip') {
      skips.set(name, record);
      answers.delete(name);
    } else if (record.event === 'flag') flags.set(name, record);
    else if (record.event === 'verdict') verdicts.set(name, record);
    else if (record.event === 'send-back') sendBacks.push(record);
    else if (record.event === 'drop') dropped = laterOf(dropped, record);
    else if (record.event === 'write') written = laterOf(written, record);
  }
  for (const [name, verdict] of verdicts)
    if (adjudication === undefined || !isAfter(verdict, adjudication)) verdicts.delete(name);
  const sentBack = outstanding(sendBacks, (name) => [answers.get(name), skips.get(name), adjudication]);
  return { id, answers, skips, flags, sentBack, adjudication, dropped, written, verdicts };
}

/** By annotator in code unit order of the names, each one's in order. */
function byAnnotator(records: readonly JournalRecord[]): (readonly [name: string, JournalRecord])[] {
  return records
    .map((record) => [toNfc(record.annotator), record] as const)
    .sort(([a], [b]) => (a === b ? 0 : a < b ? -1 : 1));
}

/** The latest send-back for each annotator that nothing has settled. */
function outstanding(
  sendBacks: readonly EventOf<'send-back'>[],
  settledBy: (annotator: string) => readonly (JournalRecord | undefined)[],
): Map<string, EventOf<'send-back'>> {
  const open = new Map<string, EventOf<'send-back'>>();
  for (const record of sendBacks) {
    for (const annotator of record.to.map(toNfc)) open.set(annotator, laterOf(open.get(annotator), record));
  }
  const waiting = [...open].filter(([annotator, sendBack]) =>
    settledBy(annotator).every((record) => record === undefined || !isAfter(record, sendBack)),
  );
  return new Map(waiting.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** The one with the later time; at the same time the second. */
function laterOf<Kind extends JournalRecord>(one: Kind | undefined, other: Kind): Kind {
  return one !== undefined && isAfter(one, other) ? one : other;
}

function isAfter(record: Pick<JournalRecord, 'at'>, other: Pick<JournalRecord, 'at'>): boolean {
  return Date.parse(record.at) > Date.parse(other.at);
}
