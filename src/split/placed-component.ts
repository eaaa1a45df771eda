import type { Claim, ClaimId } from '../claims/claim.ts';
import { compareIds } from '../claims/compare-ids.ts';
import type { Component } from '../stats/components.ts';
import type { SplitLock } from './split-lock.ts';

/** What a claim must be in, and who says so: the lock, or the claim's own `split`. */
export interface Pin {
  readonly split: string;
  readonly by: 'lock' | 'claim';
}

/** A component, and what its pins say of where it goes. */
export interface PlacedComponent extends Component {
  /** Least id of its claims: does not depend on the order of the claims. */
  readonly leastId: ClaimId;
  /** Split of those of its claims that are not pinned; absent where none is pinned. */
  readonly home: string | undefined;
  /** Whether its claims are pinned to more than one split. */
  readonly parted: boolean;
}

/** Where a claim is pinned. The lock is stronger than the claim's own `split`. */
export function pinOf({ id, split }: Claim, lock: SplitLock | undefined): Pin | undefined {
  const locked = lock?.splits.get(id);
  if (locked !== undefined) return { split: locked, by: 'lock' };
  return split === undefined ? undefined : { split, by: 'claim' };
}

/**
 * The component at home in the split that most of its pinned claims have (ties: the first of `names`); in one that
 * `names` lacks only where all of its pins are.
 */
export function placeComponent(
  component: Component,
  claims: readonly Claim[],
  pins: readonly (Pin | undefined)[],
  names: readonly string[],
): PlacedComponent {
  const votes = new Map<string, number>();
  for (const at of component.claims) {
    const split = pins[at]?.split;
    if (split !== undefined) votes.set(split, (votes.get(split) ?? 0) + 1);
  }
  const known = names.filter((name) => votes.has(name));
  const candidates = known.length > 0 ? known : [...votes.keys()].sort();
  const [home] = candidates.sort((a, b) => (votes.get(b) ?? 0) - (votes.get(a) ?? 0));
  const ids = component.claims.flatMap((at) => claims[at]?.id ?? []);
  const leastId = ids.reduce((least, id) => (compareIds(id, least) < 0 ? id : least));
  return { ...component, leastId, home, parted: votes.size > 1 };
}
