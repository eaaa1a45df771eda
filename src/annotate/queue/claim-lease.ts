import type { ClaimId } from '../../claims/claim.ts';
import { claimIdKey } from '../../claims/claim-id-key.ts';
import { toNfc } from '../../text/normalise.ts';
import type { Asking, LiveLease } from './leases.ts';
import { answerRoomOf, isSentBack, type QueueState, roomOf } from './queue-state.ts';

/** What a heartbeat says of the lease of a claim: see `Leases.beat`. */
export function beatLease(
  state: QueueState,
  asking: Asking,
  id: ClaimId,
  isActive: boolean,
): LiveLease | 'lost' | undefined {
  const annotator = toNfc(asking.annotator);
  const key = claimIdKey(id);
  const room = roomOf(state, key, annotator);
  return state.leases.beat(key, { ...asking, annotator }, isActive, room, isSentBack(state, key, annotator));
}

/** Gives the lease of a claim back, as when it was answered or skipped. */
export function releaseClaim({ leases }: QueueState, asking: Asking, id: ClaimId): void {
  leases.release(claimIdKey(id), { ...asking, annotator: toNfc(asking.annotator) });
}

/**
 * Whether an answer that comes now is an extra one: the claim has all the answers that it needs without it, or those who are to give them have it
 * now. An answer that takes the place of one that was none is none either.
 */
export function isLate(state: QueueState, asking: Omit<Asking, 'device'>, id: ClaimId): boolean {
  const annotator = toNfc(asking.annotator);
  const key = claimIdKey(id);
  const own = state.work.claims.get(key)?.answers.get(annotator);
  if (isSentBack(state, key, annotator) || (own !== undefined && own.late !== true)) return false;
  return state.leases.isExtra(key, { ...asking, annotator }, answerRoomOf(state, key));
}
