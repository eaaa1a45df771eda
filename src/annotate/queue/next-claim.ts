import type { ClaimId } from '../../claims/claim.ts';
import { claimIdKey } from '../../claims/claim-id-key.ts';
import { toNfc } from '../../text/normalise.ts';
import type { emptyReasons } from '../api/item.ts';
import { candidatesOf } from './candidates.ts';
import type { Asking } from './leases.ts';
import { type Given, openClaim } from './open-claim.ts';
import { answerRoomOf, isOpenFor, isToDo, type QueueState } from './queue-state.ts';

/** Why there is no claim for an annotator. */
export interface Empty {
  readonly reason: (typeof emptyReasons)[number];
  /** Claims that others, or other devices of the annotator, hold now, and that would come to the annotator without that. */
  readonly leased: number;
  /** When the first of these leases is over, in milliseconds since 1970. */
  readonly nextAt: number | undefined;
}

/**
 * The next claim for an annotator, with its lease, which is taken in the same call: of two who ask at once the second sees the lease of the
 * first.
 *
 * First the claim that the device holds already, so that a page that is opened again goes on where it was. Then what was sent back to the
 * annotator, the oldest first; what the plan has for the annotator, in its order; verdicts on decided claims; and at last claims of others
 * that lack answers which nobody is expected to give, because who was to give them has skipped the claim, has let the lease run out, or is
 * absent. No more annotators hold or have answered a claim than it has room for.
 *
 * Linear in the claims of the annotator; where these are done, in all claims.
 *
 * @param except claims that the annotator has dealt with as far as the device knows
 */
export function nextClaim(state: QueueState, asking: Asking, except: Iterable<ClaimId> = []): Given | Empty {
  const { plan, work, leases } = state;
  const who = { ...asking, annotator: toNfc(asking.annotator) };
  const excluded = new Set([...except].map(claimIdKey));
  const held = leases.held(who)?.claim;
  if (held !== undefined && !excluded.has(held) && isToDo(state, held, who.annotator)) {
    const given = openClaim(state, who, held);
    if (given !== undefined) return given;
  }
  let leased = 0;
  let nextAt: number | undefined;
  for (const { key, kind, room } of candidatesOf(state, who.annotator, who.now)) {
    const claim = plan.claims.get(key);
    if (claim === undefined || excluded.has(key)) continue;
    const live = [...leases.live(key, who.now)];
    if (!live.some(({ annotator }) => annotator === who.annotator)) {
      const lease = leases.take(key, who, room, kind === 'sent-back');
      if (lease !== undefined) return { claim, kind, work: work.claims.get(key), lease };
    }
    if (live.length === 0 || room.answered.size >= room.cap) continue;
    leased += 1;
    for (const { until } of live) nextAt = Math.min(nextAt ?? until, until);
  }
  const reason = leased > 0 ? 'all-leased' : reasonOf(state, who.annotator, excluded);
  return { reason, leased, nextAt };
}

/** Why nothing is left where nobody holds anything. */
function reasonOf(
  state: QueueState,
  annotator: string,
  excluded: ReadonlySet<string>,
): Exclude<Empty['reason'], 'all-leased'> {
  const items = state.plan.items.get(annotator);
  if (items === undefined || state.plan.claims.size === 0) return 'no-claims';
  if (items.size === 0) return 'cap-reached';
  for (const key of items.keys()) {
    if (excluded.has(key) || !isOpenFor(state, key, annotator)) continue;
    const { answered, cap } = answerRoomOf(state, key);
    if (answered.size >= cap) return 'cap-reached';
  }
  return 'done';
}
