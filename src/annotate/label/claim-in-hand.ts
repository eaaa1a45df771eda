import type { TrailStep } from '../../claims/annotation.ts';
import type { Item } from '../api/item.ts';
import { type Draft, emptyDraft } from '../draft/draft.ts';
import { startTimeline, type Timeline } from '../draft/timeline.ts';
import { draftOfAnswer } from './answer-of-draft.ts';
import { type HonestTime, noTime } from './honest-time.ts';
import type { Reply } from './reply.ts';

/** An article that was opened for a claim. */
export interface OpenedPage {
  readonly title: string;
  /** Of its text when it was opened. */
  readonly fingerprint: string;
}

/** A claim that an annotator works at or has worked at, with all that was done. */
export interface ClaimInHand {
  readonly item: Item;
  readonly timeline: Timeline<Draft>;
  readonly time: HonestTime;
  readonly trail: readonly TrailStep[];
  /** Whether evidence was suggested. */
  readonly suggested: boolean;
  /** In the order in which they were opened first. */
  readonly pages: readonly OpenedPage[];
  /** Title of the page in front. */
  readonly page: string | undefined;
  readonly isFlagged: boolean;
  /** Why the answer is to be given although the checks find something. */
  readonly despite: string;
  /** What was last sent of it. */
  readonly sent: Reply | undefined;
  /** What was said of it and not taken back, the latest last: undo takes back the last, and what was said before stands again. */
  readonly standing: readonly Reply['kind'][];
  /** Whether what was last sent was taken back. */
  readonly isTakenBack: boolean;
  /** Whether what was last sent is still what the draft says, so that redo sends it again. */
  readonly canResend: boolean;
  /** Titles of articles that have changed since evidence was chosen in them, until the annotator has seen to it. */
  readonly changed: readonly string[];
  /** What the claim said when the annotator read it, where it says something else now, until the annotator has seen that. */
  readonly textBefore: string | undefined;
  /** Why nothing can be changed any more; `undefined` where it can. */
  readonly closed: Closed | undefined;
}

/** Why a claim cannot be changed any more. */
export interface Closed {
  /** As the server gives it: `UNKNOWN_CLAIM` may pass, when the claim comes back to the dataset. */
  readonly code: string;
  readonly message: string;
}

/** A claim that was just given out, with what the annotator said of it before. */
export function takeInHand(item: Item): ClaimInHand {
  return {
    item,
    timeline: startTimeline(item.own === undefined ? emptyDraft : draftOfAnswer(item.own)),
    time: noTime,
    trail: [],
    suggested: false,
    pages: [],
    page: undefined,
    isFlagged: false,
    despite: '',
    sent: undefined,
    standing: standingOf(item, []),
    isTakenBack: false,
    canResend: false,
    changed: item.changed ?? [],
    textBefore: undefined,
    closed: undefined,
  };
}

/**
 * A claim as the server gives it out again, with all that was done about it.
 *
 * @param isSettled whether the server knows all that this browser has said of it, so that its word counts
 */
export function hearItem(known: ClaimInHand, item: Item, isSettled: boolean): ClaimInHand {
  const before = known.textBefore ?? known.item.claim;
  const isBack = known.closed?.code === 'UNKNOWN_CLAIM' || item.sentBack !== undefined;
  return {
    ...known,
    item,
    changed: [...new Set([...known.changed, ...(item.changed ?? [])])],
    textBefore: before === item.claim ? undefined : before,
    standing: isSettled ? standingOf(item, known.standing) : known.standing,
    closed: isBack ? undefined : known.closed,
  };
}

/** What stands by the word of the server, which tells only the last. */
function standingOf(
  { own, skipped, verdictOn }: Item,
  known: ClaimInHand['standing'],
): ClaimInHand['standing'] {
  const answered = verdictOn === undefined ? 'annotate' : 'verdict';
  const last = own === undefined ? undefined : answered;
  const stands = skipped === true ? 'skip' : last;
  if (stands === undefined) return [];
  return known.at(-1) === stands ? known : [stands];
}

/** Whether something that was said of a claim stands. */
export function doesStand({ standing }: Pick<ClaimInHand, 'standing'>): boolean {
  return standing.length > 0;
}

/** Whether nothing was done about a claim yet. */
export function isUntouched({ timeline, isFlagged }: ClaimInHand): boolean {
  return timeline.past.length + timeline.future.length === 0 && !isFlagged;
}
