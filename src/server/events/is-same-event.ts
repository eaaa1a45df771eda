import type { SentEvent } from '../../annotate/api/events.ts';
import { claimIdKey } from '../../claims/claim-id-key.ts';
import type { JournalRecord } from '../../claims/journal-event.ts';
import { kindOfRecord } from '../../claims/standing-records.ts';
import { toleranceMs } from './line-origin.ts';

const kinds: Readonly<Partial<Record<SentEvent['kind'], string>>> = {
  annotate: 'annotation',
  adjudicate: 'adjudication',
  accept: 'adjudication',
};

/** Whether a line of a journal is what became of an event. The line's time may be a little off: see `originKeys`. */
export function isSameEvent(event: SentEvent, line: JournalRecord): boolean {
  const at = typeof line.clock === 'string' ? line.clock : line.at;
  return (
    claimIdKey(event.claim) === claimIdKey(line.claim) &&
    (kinds[event.kind] ?? event.kind) === kindOfRecord(line) &&
    Math.abs(Date.parse(event.at) - Date.parse(at)) <= 2 * toleranceMs
  );
}
