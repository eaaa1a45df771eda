import type { Claim, ClaimId } from '../claims/claim.ts';
import { compareIds } from '../claims/compare-ids.ts';
import { defaultGroupBy } from '../claims/group-kind.ts';
import { defaultStratifyBy } from '../claims/stratum-kind.ts';
import { UsageError } from '../errors.ts';
import { findComponents } from '../stats/components.ts';
import type { GroupLookup } from '../stats/group-links.ts';
import { readClaimDates } from './claim-dates.ts';
import { homesByDate, homesByStrata } from './component-homes.ts';
import { findDateProblems } from './date-problems.ts';
import { findPinProblems } from './pin-problems.ts';
import { pinOf, placeComponent } from './placed-component.ts';
import type { SplitPolicy } from './policy.ts';
import { findSizeProblems } from './size-problems.ts';
import type { SplitLock } from './split-lock.ts';
import { idsAt, type SplitProblem } from './split-problem.ts';
import { type SplitSummary, summariseSplits } from './split-summary.ts';
import { findStrata } from './strata.ts';
import { type StratumSummary, summariseStrata } from './stratum-summary.ts';

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
  /** How the values of the attributes are divided; absent where only labels are stratified, which `splits` tells. */
  readonly strata?: readonly StratumSummary[];
}

/**
 * The claims divided into the splits of the policy, so that nothing linked is parted (see `findGroupLinks`).
 *
 * Claims of the lock stay where they are, claims with a `split` of their own go there, and what hangs together with
 * such a claim follows it. The rest is placed by `allocateGroups`: sizes, and labels or what else is stratified, near the
 * ratios; or by date, see `allocateByDate`. The same claims in any order, the same policy and the same lock give the same splits.
 *
 * Where pins part a component, each pinned claim keeps its split, the others go where most of the pins are, and
 * there is a problem. No claims give no problems.
 *
 * @throws UsageError where the policy has no ratios, they do not add up to 1, or the threshold is out of range; where it asks for dates
 * and strata, or for dates and splits that are called by numbers; where it groups by what `lookup` does not tell.
 */
export function splitClaims(
  claims: readonly Claim[],
  policy: SplitPolicy,
  lock?: SplitLock,
  lookup: GroupLookup = {},
): SplitResult {
  checkPolicy(policy);
  const { ratios, date: key, groupBy = defaultGroupBy } = policy;
  const names = Object.keys(ratios);
  const pins = claims.map((claim) => pinOf(claim, lock));
  const components = findComponents(claims, policy.nearDuplicate, { ...lookup, by: groupBy })
    .map((component) => placeComponent(component, claims, pins, names))
    .sort((a, b) => b.claims.length - a.claims.length || compareIds(a.leastId, b.leastId));
  const strata = findStrata(claims, policy.stratifyBy ?? defaultStratifyBy);
  const dates = key === undefined ? undefined : { key, ...readClaimDates(claims, key) };
  const homes =
    dates === undefined
      ? homesByStrata({ components, pins, policy, strata })
      : homesByDate(components, names, Object.values(ratios), dates);

  const splitOf: string[] = claims.map(() => '');
  for (const [which, component] of components.entries()) {
    for (const at of component.claims) splitOf[at] = pins[at]?.split ?? homes[which] ?? '';
  }
  const assignments = new Map<ClaimId, string>();
  for (const [at, { id }] of claims.entries()) {
    if (!assignments.has(id)) assignments.set(id, splitOf[at] ?? '');
  }
  const splits = summariseSplits(claims, ratios, splitOf, pins, dates);
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
      ...(dates === undefined
        ? []
        : findDateProblems({ claims, components, key: dates.key, dates, splitOf, names })),
    ],
    ...(policy.stratifyBy !== undefined && { strata: summariseStrata(strata, names, splitOf) }),
  };
}

function checkPolicy({ ratios, nearDuplicate, date, stratifyBy }: SplitPolicy): void {
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
  if (date !== undefined && stratifyBy !== undefined) {
    throw new UsageError(
      'Claims are split by date or by strata, not by both: where each claim goes follows from its date. Leave out split.date or split.stratifyBy.',
    );
  }
  const number = shares.find(([name]) => /^(?:0|[1-9]\d*)$/.test(name));
  if (date !== undefined && number !== undefined) {
    throw new UsageError(
      `Splits by date come in the order of split.ratios, which JSON does not keep for a name that is a number: call \`${number[0]}\` otherwise, such as \`s${number[0]}\`.`,
    );
  }
}
