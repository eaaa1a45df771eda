import type { ClaimId } from '../../claims/claim.ts';
import type { Feedback, SentEvent } from '../api/events.ts';
import type { DoneCounts, EmptyReason } from '../api/item.ts';
import type { ClaimInHand } from './claim-in-hand.ts';
import type { LeaseState } from './lease-state.ts';
import type { Reply } from './reply.ts';

/** What the page shows besides the claim in hand. */
export type LabelView =
  | { readonly is: 'loading' }
  /** A claim is in hand. */
  | { readonly is: 'open' }
  /** There is nothing to do. */
  | {
      readonly is: 'empty';
      readonly reason: EmptyReason;
      readonly leased: number;
      readonly nextAt: string | null;
    }
  /** No next claim can be had: the server cannot be reached. */
  | { readonly is: 'unreachable' }
  /** The server does not give the claim that was asked for. */
  | { readonly is: 'refused'; readonly message: string }
  /** What the answer just given to an item of the training is worth; `undefined` until the server has said it. */
  | { readonly is: 'lesson'; readonly feedback: Feedback | undefined };

/** All that the label page knows: a line of claims, of which at most one is in hand. */
export interface LabelState {
  readonly view: LabelView;
  readonly current: ClaimInHand | undefined;
  /** Claims that were done in this session, the latest last. */
  readonly back: readonly ClaimInHand[];
  /** Claims that wait because an earlier one was opened again, the next first. */
  readonly ahead: readonly ClaimInHand[];
  readonly lease: LeaseState;
  readonly counts: DoneCounts | undefined;
  /** What was just sent, which can be taken back with one click until then, in milliseconds. */
  readonly justDone: { readonly claim: ClaimId; readonly did: Reply; readonly until: number } | undefined;
}

export const labelStart: LabelState = {
  view: { is: 'loading' },
  current: undefined,
  back: [],
  ahead: [],
  lease: { is: 'unknown' },
  counts: undefined,
  justDone: undefined,
};

/** An event as the page makes it: its number is given when it is kept. */
export type UnnumberedEvent = SentEvent extends infer Event
  ? Event extends SentEvent
    ? Omit<Event, 'number'>
    : never
  : never;

/** What is to be done because of an action. */
export type LabelEffect =
  | { readonly do: 'send'; readonly event: UnnumberedEvent }
  /** Asks for a claim that is not in hand yet. */
  | { readonly do: 'next' }
  /** Takes the lease of a claim again that is in hand. */
  | { readonly do: 'take'; readonly claim: ClaimId };
