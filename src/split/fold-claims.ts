import type { Claim, ClaimId } from '../claims/claim.ts';
import { compareIds } from '../claims/compare-ids.ts';
import { defaultGroupBy } from '../claims/group-kind.ts';
import { type Label, labels } from '../claims/label.ts';
import { defaultStratifyBy } from '../claims/stratum-kind.ts';
import { UsageError } from '../errors.ts';
import { findComponents } from '../stats/components.ts';
import { stratifiedGroupFolds } from '../stats/folds/stratified-group-folds.ts';
import type { GroupLookup } from '../stats/group-links.ts';
import { fillEmptyFolds } from './fill-empty-folds.ts';
import type { SplitPolicy } from './policy.ts';
import { findStrata } from './strata.ts';

/** Claims in folds for cross-validation. */
export interface FoldedClaims {
  /** The fold of every claim, from 1 on, in the order of the claims. */
  readonly assignments: ReadonlyMap<ClaimId, number>;
  readonly folds: readonly FoldSummary[];
  /** Number of components, and of claims in the largest. */
  readonly components: number;
  readonly largest: number;
}

export interface FoldSummary {
  /** From 1 on. */
  readonly fold: number;
  readonly claims: number;
  readonly labels: Readonly<Record<Label, number>>;
}

/**
 * The claims in folds of about the same size, with about the same shares of labels or what else the policy stratifies by, so that nothing
 * that the policy groups by is in two folds. Ratios and dates of the policy, locks and the `split` of claims do not matter. The same claims in
 * any order give the same folds.
 *
 * Several attributes are taken together: each combination of values is a class.
 *
 * @throws UsageError for fewer than two folds, for stratifying by article, where a claim may have several values, and as `findGroupLinks`
 */
export function foldClaims(
  claims: readonly Claim[],
  policy: SplitPolicy,
  folds: number,
  lookup: GroupLookup = {},
): FoldedClaims {
  const { groupBy = defaultGroupBy, stratifyBy = defaultStratifyBy, seed } = policy;
  if (stratifyBy.includes('article')) {
    throw new UsageError(
      'Folds cannot be stratified by article, of which a claim may cite several. Name other attributes with --stratify-by.',
    );
  }
  const components = findComponents(claims, policy.nearDuplicate, { ...lookup, by: groupBy })
    .map((component) => {
      const ids = component.claims.flatMap((at) => claims[at]?.id ?? []);
      return { claims: component.claims, leastId: ids.reduce((a, b) => (compareIds(b, a) < 0 ? b : a)) };
    })
    .sort((a, b) => b.claims.length - a.claims.length || compareIds(a.leastId, b.leastId));
  const groups = new Int32Array(claims.length);
  for (const [group, { claims: members }] of components.entries()) {
    for (const at of members) groups[at] = group;
  }
  const names = findStrata(claims, stratifyBy).ofClaims.map((columns) => columns.join(' '));
  const classes = new Map([...new Set(names)].sort().map((name, at) => [name, at]));
  const dealt = stratifiedGroupFolds(
    names.map((name) => classes.get(name) ?? 0),
    groups,
    { folds, seed },
  );
  const foldOfGroups = fillEmptyFolds(
    components.map(({ claims: [first = 0] }) => dealt[first] ?? 0),
    components.map(({ claims: { length } }) => length),
    folds,
  );
  const foldOf = [...groups].map((group) => foldOfGroups[group] ?? 0);
  const assignments = new Map<ClaimId, number>();
  for (const [at, { id }] of claims.entries()) assignments.set(id, (foldOf[at] ?? 0) + 1);
  return {
    assignments,
    folds: Array.from({ length: folds }, (_, fold) => {
      const members = claims.filter((_claim, at) => foldOf[at] === fold);
      const countOf = (label: Label) => members.filter((claim) => claim.label === label).length;
      return {
        fold: fold + 1,
        claims: members.length,
        labels: Object.fromEntries(labels.map((label) => [label, countOf(label)])) as Record<Label, number>,
      };
    }),
    components: components.length,
    largest: components[0]?.claims.length ?? 0,
  };
}
