import { blindClaim } from '../claims/blind-claim.ts';
import type { Claim } from '../claims/claim.ts';
import type { OpenClaim } from '../claims/open-claim.ts';
import type { Format, FormatContext } from '../formats/format.ts';
import { applyLosses } from '../formats/loss.ts';

/**
 * What is handed out of claims in a format: not of those that the format leaves out of their gold, which predictions are joined with, and
 * nothing in a format that has no records without a label.
 */
export function blindClaims(
  { losses }: Pick<Format, 'losses'>,
  claims: readonly Claim[],
  context: FormatContext,
): OpenClaim[] {
  const isKept = (claim: OpenClaim) => applyLosses(losses, claim, context).claim !== undefined;
  return claims.filter(isKept).map(blindClaim).filter(isKept);
}
