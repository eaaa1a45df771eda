import type { HeartbeatResponse, Lease, NextRequest, NextResponse } from '../../annotate/api/item.ts';
import { beatLease, isLate, releaseClaim } from '../../annotate/queue/claim-lease.ts';
import { doneCounts } from '../../annotate/queue/done-counts.ts';
import { itemOf } from '../../annotate/queue/item-of.ts';
import { type Asking, Leases, type LiveLease } from '../../annotate/queue/leases.ts';
import { type Empty, nextClaim } from '../../annotate/queue/next-claim.ts';
import { type Given, openClaim } from '../../annotate/queue/open-claim.ts';
import { planQueue, type QueuePlan } from '../../annotate/queue/plan-queue.ts';
import type { QueueState } from '../../annotate/queue/queue-state.ts';
import type { ClaimId } from '../../claims/claim.ts';
import { claimIdKey } from '../../claims/claim-id-key.ts';
import { fingerprintOfText } from '../../corpus/text-fingerprint.ts';
import { toNfc } from '../../text/normalise.ts';
import { annotatorNames, type People } from '../people/person.ts';
import type { Workspace } from './workspace.ts';

/** Somebody who asks on a device, at a time. */
export interface Asker {
  readonly annotator: string;
  readonly device: string;
  readonly now: Date;
}

/** Who gets which claim: the plan of the queue, made again when there are other claims, and the leases. */
export class Queue {
  readonly #workspace: Workspace;
  readonly #people: People;
  readonly #leases: Leases;
  #plan: QueuePlan | undefined;
  /** Of the claims that the plan was made for. */
  #claimsVersion = -1;

  constructor(workspace: Workspace, people: People) {
    this.#workspace = workspace;
    this.#people = people;
    this.#leases = new Leases(workspace.config.annotate.leaseMinutes * 60_000);
  }

  /** The claim that is asked for, or the next one, with its lease. `undefined` where the claim that is asked for is not there. */
  next(asker: Asker, { claim, except, zone = 0 }: NextRequest): NextResponse | undefined {
    const { state } = this;
    const asking = askingOf(asker);
    const found = claim === undefined ? nextClaim(state, asking, except) : openClaim(state, asking, claim);
    if (found === undefined) return undefined;
    const given = 'claim' in found ? found : undefined;
    return {
      item: given === undefined ? null : this.#itemOf(given, asker.annotator),
      lease: given?.lease === undefined ? null : leaseOf(given.claim.record.id, given.lease),
      empty: 'reason' in found ? emptyOf(found) : null,
      counts: doneCounts(state, asker.annotator, asking.now, zone),
    };
  }

  /** What a heartbeat says of the lease of a claim. */
  beat(asker: Asker, claim: ClaimId, isActive: boolean): HeartbeatResponse['lease'] {
    const lease = beatLease(this.state, askingOf(asker), claim, isActive);
    if (lease === undefined || lease === 'lost') return lease ?? null;
    return leaseOf(claim, lease);
  }

  /** Gives a claim back, after an answer or without. */
  release(asker: Asker, claim: ClaimId): void {
    releaseClaim(this.state, askingOf(asker), claim);
  }

  /** Whether an answer that comes now is an extra one. */
  isLate(asker: Asker, claim: ClaimId): boolean {
    return isLate(this.state, askingOf(asker), claim);
  }

  /** When the lease that an annotator has of a claim was taken, in milliseconds since 1970. */
  heldSince(asker: Asker, claim: ClaimId): number | undefined {
    const held = this.#leases.held({ ...askingOf(asker), annotator: toNfc(asker.annotator) });
    return held?.claim === claimIdKey(claim) ? held.since : undefined;
  }

  /** Whether a claim is one of an annotator's training. */
  isTraining(annotator: string, claim: ClaimId): boolean {
    return this.state.plan.items.get(toNfc(annotator))?.get(claimIdKey(claim)) === 'training';
  }

  /** All that decides who gets what, as it is now. */
  get state(): QueueState {
    const { claims, claimsVersion, config, work } = this.#workspace;
    if (this.#plan === undefined || this.#claimsVersion !== claimsVersion) {
      const names = annotatorNames(this.#people);
      const dropped = [...work.claims.values()].flatMap(({ id, dropped }) =>
        dropped === undefined ? [] : id,
      );
      this.#plan = planQueue(claims.all(), names, this.#people.isShared, config.annotate, dropped);
      this.#claimsVersion = claimsVersion;
    }
    return { plan: this.#plan, work, leases: this.#leases };
  }

  #itemOf(given: Given, annotator: string) {
    const { evidence } = this.#workspace.corpus;
    const [first, second] = evidence.articles;
    return itemOf(given, annotator, {
      claims: this.state.plan.claims,
      onlyTitle: second === undefined ? first?.title : undefined,
      fingerprint: (id) => {
        const text = evidence.text(id);
        return text === undefined ? undefined : fingerprintOfText(text);
      },
    });
  }
}

function askingOf({ annotator, device, now }: Asker): Asking {
  return { annotator, device, now: now.getTime() };
}

function leaseOf(claim: ClaimId, { until }: LiveLease): Lease {
  return { claim, until: new Date(until).toISOString() };
}

function emptyOf({ reason, leased, nextAt }: Empty): NonNullable<NextResponse['empty']> {
  return { reason, leased, nextAt: nextAt === undefined ? null : new Date(nextAt).toISOString() };
}
