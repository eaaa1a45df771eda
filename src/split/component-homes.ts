import { compareIds } from '../claims/compare-ids.ts';
import { allocateByDate } from './allocate-by-date.ts';
import { allocateGroups, type Group } from './allocate-groups.ts';
import type { ClaimDates } from './claim-dates.ts';
import { idKey } from './id-key.ts';
import type { Pin, PlacedComponent } from './placed-component.ts';
import type { SplitPolicy } from './policy.ts';
import type { Strata } from './strata.ts';

/** What a split by strata goes by. */
export interface StratifiedClaims {
  readonly components: readonly PlacedComponent[];
  readonly pins: readonly (Pin | undefined)[];
  readonly policy: SplitPolicy;
  readonly strata: Strata;
}

/** The split of each component, so that splits have the sizes that are wanted and nearly the same shares of all strata. */
export function homesByStrata({ components, pins, policy, strata }: StratifiedClaims): string[] {
  const names = Object.keys(policy.ratios);
  const noClaims = () => strata.values.map(() => 0);
  const fixed = names.map(noClaims);
  const fixedSizes = names.map(() => 0);
  const groups: Group[] = [];
  for (const { claims: members, home, leastId } of components) {
    const counts = noClaims();
    for (const at of members) {
      const pinned = pins[at]?.split ?? home;
      const split = pinned === undefined ? -1 : names.indexOf(pinned);
      const into = pinned === undefined ? counts : fixed[split];
      if (into === undefined) continue;
      for (const column of strata.ofClaims[at] ?? []) into[column] = (into[column] ?? 0) + 1;
      if (pinned !== undefined) fixedSizes[split] = (fixedSizes[split] ?? 0) + 1;
    }
    if (home === undefined) groups.push({ key: idKey(leastId), counts, size: members.length });
  }
  const allocated = allocateGroups(groups, {
    ratios: Object.values(policy.ratios),
    fixed,
    fixedSizes,
    weights: strata.weights,
    start: policy.stratifyBy === undefined ? 'greedy' : 'iterative',
    seed: policy.seed,
  });
  return components.map(({ home, leastId }) => home ?? names[allocated.get(idKey(leastId)) ?? 0] ?? '');
}

/** The split of each component, so that no split has a component whose latest claim is later than that of one in a later split. */
export function homesByDate(
  components: readonly PlacedComponent[],
  names: readonly string[],
  ratios: readonly number[],
  { times }: ClaimDates,
): string[] {
  const latestOf = ({ claims }: PlacedComponent) =>
    claims.reduce((latest, at) => Math.max(latest, times[at] ?? latest), Number.NEGATIVE_INFINITY);
  const dated = components
    // What is pinned to a split that is not known stays there.
    .filter(({ home }) => home === undefined || names.includes(home))
    .map((component) => ({ component, latest: latestOf(component) }))
    .sort(
      (a, b) =>
        (a.latest === b.latest ? 0 : a.latest - b.latest) ||
        compareIds(a.component.leastId, b.component.leastId),
    );
  const splits = allocateByDate(
    dated.map(({ component: { claims, home }, latest }) => ({
      size: claims.length,
      latest,
      ...(home !== undefined && { pinned: names.indexOf(home) }),
    })),
    ratios,
  );
  const homes = new Map(dated.map(({ component }, at) => [component, names[splits[at] ?? 0] ?? '']));
  return components.map((component) => component.home ?? homes.get(component) ?? '');
}
