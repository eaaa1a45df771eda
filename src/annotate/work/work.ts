import type { Annotation } from '../../claims/annotation.ts';
import type { ClaimId } from '../../claims/claim.ts';
import type { JournalEvent } from '../../claims/journal-event.ts';

/** The lines of one kind of event. */
export type EventOf<Name extends JournalEvent['event']> = Extract<JournalEvent, { readonly event: Name }>;

/**
 * What stands of all that was done about one claim. Maps are by annotator, in Unicode normal form C, in code unit order of the names. An
 * object of this kind never changes: something new about the claim gives another object.
 */
export interface ClaimWork {
  readonly id: ClaimId;
  /** Answers that stand; an annotator who answered and then skipped has a skip and no answer, and the other way round. */
  readonly answers: ReadonlyMap<string, Annotation>;
  readonly skips: ReadonlyMap<string, EventOf<'skip'>>;
  readonly flags: ReadonlyMap<string, EventOf<'flag'>>;
  /** Annotators whom the claim was sent back to and who have not answered or skipped since; nobody once it was decided since. */
  readonly sentBack: ReadonlyMap<string, EventOf<'send-back'>>;
  /** The latest that was not withdrawn. */
  readonly adjudication: Annotation | undefined;
  readonly dropped: EventOf<'drop'> | undefined;
  /** The latest that was not withdrawn: who wrote the claim, and how. */
  readonly written: EventOf<'write'> | undefined;
  /** Labels given from the gold's evidence alone, after the adjudication that stands. */
  readonly verdicts: ReadonlyMap<string, EventOf<'verdict'>>;
}

/** What stands of all journals. */
export interface Work {
  /** By `String(id)` in Unicode normal form C: id 12 and id "12" are one claim. Only claims that something was done about. */
  readonly claims: ReadonlyMap<string, ClaimWork>;
  /** When each annotator last did something, withdrawn or not, in milliseconds since 1970. */
  readonly lastAt: ReadonlyMap<string, number>;
  /** Who has answered or skipped anything, withdrawn or not; in Unicode normal form C. */
  readonly answering: ReadonlySet<string>;
}
