import { defaultGroupBy, type GroupKind, groupKinds } from '../claims/group-kind.ts';
import { defaultStratifyBy, type StratumKind, stratumKinds } from '../claims/stratum-kind.ts';

/** How claims are divided into splits. What is optional is absent where it is the default, so that the records of a policy stay short. */
export interface SplitPolicy {
  /** Share of the claims by name of the split; the shares add up to 1. Their order is the order of the splits everywhere. */
  readonly ratios: Readonly<Record<string, number>>;
  /** Same seed, same split. 0 to 2^32 - 1. */
  readonly seed: number;
  /** Claims whose words have at least this Jaccard similarity stay together: above 0, up to 1. */
  readonly nearDuplicate: number;
  /** What keeps claims together besides duplicates; near-duplicates, sources and evidence where absent. */
  readonly groupBy?: readonly GroupKind[];
  /** Attributes whose values have nearly the same shares in all splits; the label where absent. */
  readonly stratifyBy?: readonly StratumKind[];
  /** Key of the claims that holds a date: the earliest go to the first split. Where absent, dates do not matter. */
  readonly date?: string;
}

/** A policy with its defaults spelt out, as the settings of a dataset have it. */
export interface PolicySettings {
  readonly ratios: Readonly<Record<string, number>>;
  readonly seed: number;
  readonly nearDuplicate: number;
  readonly groupBy: readonly GroupKind[];
  readonly stratifyBy: readonly StratumKind[];
  /** Empty where claims are not split by date. */
  readonly date: string;
}

/** The policy of settings. The order in which kinds and attributes are named does not matter. */
export function policyOf({ ratios, seed, nearDuplicate, ...settings }: PolicySettings): SplitPolicy {
  const groupBy = groupKinds.filter((kind) => settings.groupBy.includes(kind));
  const stratifyBy = stratumKinds.filter((kind) => settings.stratifyBy.includes(kind));
  return {
    ratios,
    seed,
    nearDuplicate,
    ...(!isSame(groupBy, defaultGroupBy) && { groupBy }),
    ...(!isSame(stratifyBy, defaultStratifyBy) && { stratifyBy }),
    ...(settings.date !== '' && { date: settings.date }),
  };
}

function isSame(one: readonly string[], other: readonly string[]): boolean {
  return one.join(' ') === other.join(' ');
}
