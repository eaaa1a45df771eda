import type { ClaimId } from '../../claims/claim.ts';
import type { Feedback } from '../api/events.ts';
import type { Lease, NextResponse } from '../api/item.ts';
import type { DraftAction } from '../draft/draft.ts';
import type { ClaimInHand, Closed } from './claim-in-hand.ts';
import type { HonestTime } from './honest-time.ts';
import type { Reply } from './reply.ts';

/** What happens to the label page. `at` is in milliseconds of the browser's clock. */
export type LabelAction =
  /** The server gave a claim out, or said why not. `kept` is what this browser has kept of that claim. */
  | {
      readonly type: 'arrived';
      readonly answer: NextResponse;
      readonly kept: ClaimInHand | undefined;
      readonly at: number;
      readonly leaseSeconds: number;
    }
  /** The server gave the claim in hand out again, or did not. */
  | {
      readonly type: 'taken';
      readonly claim: ClaimId;
      readonly answer: NextResponse;
      /** See `hearItem`. */
      readonly isSettled: boolean;
      readonly at: number;
      readonly leaseSeconds: number;
    }
  | { readonly type: 'unreachable' }
  | { readonly type: 'refused'; readonly message: string }
  /** A session goes on after the page was loaded again. */
  | {
      readonly type: 'restored';
      readonly current: ClaimInHand | undefined;
      readonly back: readonly ClaimInHand[];
      readonly ahead: readonly ClaimInHand[];
    }
  | { readonly type: 'draft'; readonly action: DraftAction }
  | { readonly type: 'submit'; readonly reply: Reply; readonly at: number }
  | { readonly type: 'undo'; readonly at: number }
  | { readonly type: 'redo'; readonly at: number }
  /** Opens the claim that was done last again; what was said of it stands until something else is sent. */
  | { readonly type: 'reopen' }
  /** Leaves a claim that was opened again as it was. */
  | { readonly type: 'leave' }
  /** Puts the claim in hand away, undone, for another one: another tab has it too. */
  | { readonly type: 'turn-away' }
  /** Asks for a claim: after a lesson, or again where there was none. */
  | { readonly type: 'next' }
  | {
      readonly type: 'lease';
      readonly claim: ClaimId;
      readonly lease: Lease | 'lost' | null;
      readonly at: number;
      readonly leaseSeconds: number;
    }
  | { readonly type: 'time'; readonly time: HonestTime }
  | { readonly type: 'opened'; readonly title: string; readonly fingerprint: string }
  | { readonly type: 'searched'; readonly words: string }
  | { readonly type: 'suggested' }
  | { readonly type: 'changes-seen' }
  /** The annotator has read what the claim says now. */
  | { readonly type: 'text-seen' }
  | { readonly type: 'flag'; readonly at: number }
  | { readonly type: 'despite'; readonly text: string }
  | { readonly type: 'feedback'; readonly feedback: Feedback }
  /** The server does not take what was sent of a claim, and never will. */
  | { readonly type: 'closed'; readonly claim: ClaimId; readonly why: Closed }
  | { readonly type: 'tick'; readonly at: number };
