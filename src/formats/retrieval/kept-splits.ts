import type { OpenClaim } from '../../claims/open-claim.ts';
import type { SplitDataset } from '../folder-format.ts';
import type { FormatContext } from '../format.ts';
import { keptClaims } from '../loss.ts';
import { retrievalLosses } from './judgements.ts';

/** The claims of each split that a retrieval folder has, without splits of which nothing is left: no loader takes them. */
export function keptSplits(
  { splits }: SplitDataset,
  context: FormatContext,
): ReadonlyMap<string, readonly OpenClaim[]> {
  const kept = [...splits].map(
    ([split, claims]) => [split, [...keptClaims(retrievalLosses, claims, context)]] as const,
  );
  return new Map(kept.filter(([, claims]) => claims.length > 0));
}
