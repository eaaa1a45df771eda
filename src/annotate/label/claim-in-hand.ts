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
  /** Whether that has not been withdrawn. */
  readonly stands: boolean;
  /** Whether it is still what the draft says, so that redo sends it again. */
  readonly canResend: boolean;
  /** Titles of articles that have changed since evidence was chosen in them, until the annotator has seen to it. */
  readonly changed: readonly string[];
  /** Why nothing can be changed any more; `undefined` where it can. */
  readonly closed: string | undefined;
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
    stands: false,
    canResend: false,
    changed: item.changed ?? [],
    closed: undefined,
  };
}

/** Whether nothing was done about a claim yet. */
export function isUntouched({ timeline, isFlagged }: ClaimInHand): boolean {
  return timeline.past.length + timeline.future.length === 0 && !isFlagged;
}
