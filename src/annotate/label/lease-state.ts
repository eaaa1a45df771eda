import type { Lease } from '../api/item.ts';

/** What is known of the lease of the claim in hand. Times are in milliseconds of the browser's clock. */
export type LeaseState =
  | { readonly is: 'unknown' }
  | { readonly is: 'held'; readonly until: string; readonly deadline: number }
  /** Somebody else has the claim now: an answer is an extra one. */
  | { readonly is: 'lost' };

/** How a lease looks to the annotator. `over`: time is up, and nobody has said yet who has it now. */
export type LeaseLook = 'fine' | 'expiring' | 'over' | 'lost';

/**
 * The lease after the server has spoken. The server's clock may be another one: a lease whose end has moved ends one full duration after
 * it was heard of, at the latest.
 *
 * @param heard `null` where the server says nothing of a lease
 */
export function hearLease(
  before: LeaseState,
  heard: Lease | 'lost' | null,
  { at, leaseSeconds }: { readonly at: number; readonly leaseSeconds: number },
): LeaseState {
  if (heard === 'lost') return before.is === 'lost' ? before : { is: 'lost' };
  if (heard === null) return before;
  if (before.is === 'held' && before.until === heard.until) return before;
  return { is: 'held', until: heard.until, deadline: at + leaseSeconds * 1000 };
}

/** Warned is two minutes before the end, of short leases a third before. */
export function lookOfLease(lease: LeaseState, at: number, leaseSeconds: number): LeaseLook {
  if (lease.is === 'lost') return 'lost';
  if (lease.is === 'unknown') return 'fine';
  const left = lease.deadline - at;
  if (left <= 0) return 'over';
  return left <= Math.min(120_000, (leaseSeconds * 1000) / 3) ? 'expiring' : 'fine';
}
