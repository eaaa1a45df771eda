import type { ClaimId } from '../../claims/claim.ts';
import { claimIdKey } from '../../claims/claim-id-key.ts';
import { toNfc } from '../../text/normalise.ts';
import type { ClaimWork } from '../work/work.ts';
import type { Asking, LiveLease } from './leases.ts';
import type { ItemKind, QueueClaim } from './plan-queue.ts';
import { kindOf, type QueueState, roomOf } from './queue-state.ts';

/** A claim for an annotator. */
export interface Given {
  readonly claim: QueueClaim;
  readonly kind: ItemKind;
  /** What stands of it; `undefined` where nothing was done about it. */
  readonly work: ClaimWork | undefined;
  /** `undefined` only of a claim that was asked for by its id and that others have all the room of: an answer is an extra one then. */
  readonly lease: LiveLease | undefined;
}

/**
 * A claim that is asked for by its id, to answer it or to look at the own answer again, with its lease where there is room; `undefined` where
 * the dataset has no such claim.
 */
export function openClaim(state: QueueState, asking: Asking, id: ClaimId): Given | undefined {
  const annotator = toNfc(asking.annotator);
  const key = claimIdKey(id);
  const claim = state.plan.claims.get(key);
  if (claim === undefined) return undefined;
  const kind = kindOf(state, key, annotator);
  const room = roomOf(state, key, annotator);
  const lease = state.leases.take(key, { ...asking, annotator }, room, kind === 'sent-back');
  return { claim, kind, work: state.work.claims.get(key), lease };
}
