import type { Claim } from '../../claims/claim.ts';
import type { SplitDataset } from '../folder-format.ts';

/** A split of a dataset repository. */
export interface NamedSplit {
  /** As the dataset calls it. */
  readonly split: string;
  /** As the repository calls it. */
  readonly name: string;
  readonly claims: readonly Claim[];
}

/** The splits in order, `dev` under the name that the Hub has for it, unless another split has that name. */
export function repositorySplits({ splits }: SplitDataset): NamedSplit[] {
  const hasName = [...splits.keys()].some((split) => split.toLowerCase() === 'validation');
  return [...splits].map(([split, claims]) => ({
    split,
    name: split === 'dev' && !hasName ? 'validation' : split,
    claims,
  }));
}

/** The claims of all splits in order. */
export function claimsOf({ splits }: SplitDataset): Claim[] {
  return [...splits.values()].flat();
}
