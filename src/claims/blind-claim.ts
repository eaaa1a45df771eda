import type { Claim } from './claim.ts';
import type { OpenClaim } from './open-claim.ts';

/** What of a claim is handed out while its label and its evidence are to be predicted: all other keys might tell them. */
export function blindClaim({ id, claim }: Claim): OpenClaim {
  return { id, claim, evidence: [] };
}
