import type { OpenClaim } from '../../claims/open-claim.ts';
import type { SplitDataset } from '../folder-format.ts';
import type { FormatContext } from '../format.ts';
import { applyLosses } from '../loss.ts';
import { retrievalLosses } from './judgements.ts';

/** The claims of each split that a retrieval folder has, without splits of which nothing is left: no loader takes them. */
export function keptSplits(
  { splits }: SplitDataset,
  context: FormatContext,
): ReadonlyMap<string, readonly OpenClaim[]> {
  const kept = [...splits].map(([split, claims]) => {
    const left = claims.flatMap((claim) => applyLosses(retrievalLosses, claim, context).claim ?? []);
    return [split, left] as const;
  });
  return new Map(kept.filter(([, claims]) => claims.length > 0));
}
