import type { Claim } from '../../claims/claim.ts';
import type { SplitDataset } from '../folder-format.ts';
import { repositoryNames } from './repository-names.ts';

/** A split of a dataset repository. */
export interface NamedSplit {
  /** As the dataset calls it. */
  readonly split: string;
  /** As the repository calls it. */
  readonly name: string;
  readonly claims: readonly Claim[];
}

/** What the Hub calls a split. */
const hubNames: ReadonlyMap<string, string> = new Map([['dev', 'validation']]);

/** The splits that have claims, in order: `datasets` stops at one without. */
export function repositorySplits({ splits }: SplitDataset): NamedSplit[] {
  const nameOf = repositoryNames([...splits.keys()], hubNames);
  return [...splits]
    .filter(([, claims]) => claims.length > 0)
    .map(([split, claims]) => ({ split, name: nameOf(split), claims }));
}

/** The claims of all splits in order. */
export function claimsOf({ splits }: SplitDataset): Claim[] {
  return [...splits.values()].flat();
}
