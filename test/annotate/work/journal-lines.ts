import type { EventOf } from '../../../src/annotate/work/work.ts';
import type { Annotation } from '../../../src/claims/annotation.ts';
import type { ClaimId } from '../../../src/claims/claim.ts';
import type { JournalEvent } from '../../../src/claims/journal-event.ts';

/** ISO 8601 for a number of seconds since some morning. */
export function at(seconds: number): string {
  return new Date(Date.UTC(2026, 0, 5, 9) + seconds * 1000).toISOString();
}

export function answer(
  annotator: string,
  seconds: number,
  more: Partial<Annotation> = {},
  claim: ClaimId = 'c',
): Annotation {
  return { claim, annotator, label: 'SUPPORTS', evidence: [['T_sentence_1']], at: at(seconds), ...more };
}

export function skip(
  annotator: string,
  seconds: number,
  reason: EventOf<'skip'>['reason'],
  claim: ClaimId = 'c',
): EventOf<'skip'> {
  return { event: 'skip', claim, annotator, at: at(seconds), reason };
}

export function withdraw(
  annotator: string,
  seconds: number,
  what: EventOf<'withdraw'>['what'],
  claim: ClaimId = 'c',
): EventOf<'withdraw'> {
  return { event: 'withdraw', claim, annotator, at: at(seconds), what };
}

export function sendBack(
  annotator: string,
  seconds: number,
  to: readonly string[],
  claim: ClaimId = 'c',
): EventOf<'send-back'> {
  return { event: 'send-back', claim, annotator, at: at(seconds), to: [...to] };
}

export function drop(annotator: string, seconds: number, claim: ClaimId = 'c'): EventOf<'drop'> {
  const record = { id: claim, claim: 'It is.' };
  return {
    event: 'drop',
    claim,
    annotator,
    at: at(seconds),
    reason: 'ambiguous-claim',
    record,
    file: 'unlabelled/a.jsonl',
  };
}

export function verdict(annotator: string, seconds: number, claim: ClaimId = 'c'): EventOf<'verdict'> {
  return { event: 'verdict', claim, annotator, at: at(seconds), label: 'REFUTES' };
}

export function flag(annotator: string, seconds: number, claim: ClaimId = 'c'): JournalEvent {
  return { event: 'flag', claim, annotator, at: at(seconds) };
}

export function write(annotator: string, seconds: number, claim: ClaimId = 'c'): EventOf<'write'> {
  const record = { id: claim, claim: 'It is.', label: 'SUPPORTS' as const, evidence: [['T_sentence_1']] };
  return { event: 'write', claim, annotator, at: at(seconds), record };
}
