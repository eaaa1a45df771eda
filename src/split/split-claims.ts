import type { Claim, ClaimId } from '../claims/claim.ts';
import { labels } from '../claims/label.ts';
import { UsageError } from '../errors.ts';
import { findComponents } from '../stats/components.ts';
import { allocateGroups } from './allocate-groups.ts';
import { compareIds, idKey } from './id-key.ts';
import { findPinProblems } from './pin-problems.ts';
import { type PlacedComponent, pinOf, placeComponent } from './placed-component.ts';
import type { SplitPolicy } from './policy.ts';
import { findSizeProblems } from './size-problems.ts';
import type { SplitLock } from './split-lock.ts';
import { idsAt, type SplitProblem } from './split-problem.ts';
import { type SplitSummary, summariseSplits } from './split-summary.ts';

/** Claims that hang together. */
export interface ComponentSummary {
  readonly claimIds: readonly ClaimId[];
  /** Where they are: one split, or more where they are pinned apart, which is a problem. */
  readonly splits: readonly string[];
}

export interface SplitResult {
  /** The split of every claim, in the order of the claims. */
  readonly assignments: ReadonlyMap<ClaimId, string>;
  /** In the order of the ratios. */
  readonly splits: readonly SplitSummary[];
  /** Largest first, then by their least id. */
  readonly components: readonly ComponentSummary[];
  /** Errors first. Without an error nothing leaks between the splits and nothing pinned has moved. */
  readonly problems: readonly SplitProblem[];
}

/**
 * The claims divided into the splits of the policy, so that nothing linked is parted (see `findClaimLinks`).
 *
 * Claims of the lock stay where they are, claims with a `split` of their own go there, and what hangs together with
 * such a claim follows it. The rest is placed by {@link allocateGroups}: sizes and labels near the ratios. The same
 * claims in any order, the same policy and the same lock give the same splits.
 *
 * Where pins part a component, each pinned claim keeps its split, the others go where most of the pins are, and
 * there is a problem. No claims give no problems.
 *
 * @throws UsageError where the policy has no ratios, they do not add up to 1, or the threshold is out of range.
 */
export function splitClaims(claims: readonly Claim[], policy: SplitPolicy, lock?: SplitLock): SplitResult {
  checkPolicy(policy);
  const names = Object.keys(policy.ratios);
  const pins = claims.map((claim) => pinOf(claim, lock));
  const components = findComponents(claims, policy.nearDuplicate)
    .map((component) => placeComponent(component, claims, pins, names))
    .sort((a, b) => b.claims.length - a.claims.length || compareIds(a.leastId, b.leastId));

  const fixed = names.map(() => labels.map(() => 0));
  const groups: { key: string; counts: number[] }[] = [];
  for (const component of components) {
    const counts = labels.map(() => 0);
    for (const at of component.claims) {
      const label = labels.indexOf(claims[at]?.label ?? 'NOT ENOUGH INFO');
      const pinned = pins[at]?.split ?? component.home;
      const into = pinned === undefined ? counts : fixed[names.indexOf(pinned)];
      if (into !== undefined) into[label] = (into[label] ?? 0) + 1;
    }
    if (component.home === undefined) groups.push({ key: idKey(component.leastId), counts });
  }
  const ratios = Object.values(policy.ratios);
  const allocated = allocateGroups(groups, { ratios, fixed, seed: policy.seed });
  const homeOf = ({ home, leastId }: PlacedComponent) =>
    home ?? names[allocated.get(idKey(leastId)) ?? 0] ?? '';

  const splitOf: string[] = claims.map(() => '');
  for (const component of components) {
    const home = homeOf(component);
    for (const at of component.claims) splitOf[at] = pins[at]?.split ?? home;
  }
  const assignments = new Map<ClaimId, string>();
  for (const [at, { id }] of claims.entries()) {
    if (!assignments.has(id)) assignments.set(id, splitOf[at] ?? '');
  }
  const splits = summariseSplits(claims, policy.ratios, splitOf, pins);
  return {
    assignments,
    splits,
    components: components.map((component) => ({
      claimIds: idsAt(component.claims, claims),
      splits: [...new Set(component.claims.map((at) => splitOf[at] ?? ''))],
    })),
    problems: [
      ...findPinProblems({ claims, components, pins, names }),
      ...findSizeProblems({ claims, components, splits }),
    ],
  };
}

function checkPolicy({ ratios, nearDuplicate }: SplitPolicy): void {
  const shares = Object.entries(ratios);
  const sum = shares.reduce((total, [, share]) => total + share, 0);
  if (shares.some(([, share]) => !(share > 0)) || !(Math.abs(sum - 1) < 1e-9)) {
    const given = shares.map(([split, share]) => `${split} ${share}`).join(', ') || 'none';
    throw new UsageError(
      `The split ratios (${given}) must be above 0 and add up to 1. Correct split.ratios in claimset.config.json.`,
    );
  }
  if (!(nearDuplicate > 0 && nearDuplicate <= 1)) {
    throw new UsageError(`split.nearDuplicate is ${nearDuplicate}. Give a number above 0, up to 1.`);
  }
}
