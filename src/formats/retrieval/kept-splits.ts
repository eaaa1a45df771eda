import type { OpenClaim } from '../../claims/open-claim.ts';
import type { SplitDataset } from '../folder-format.ts';
import type { FormatContext } from '../format.ts';
import { applyLosses } from '../loss.ts';
import { retrievalLosses } from './judgements.ts';

/** The claims of each split that a retrieval folder has. */
export function keptSplits(
  { splits }: SplitDataset,
  context: FormatContext,
): ReadonlyMap<string, readonly OpenClaim[]> {
  return new Map(
    [...splits].map(([split, claims]) => [
      split,
      claims.flatMap((claim) => applyLosses(retrievalLosses, claim, context).claim ?? []),
    ]),
  );
}
