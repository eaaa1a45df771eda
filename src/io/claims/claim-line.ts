import type { OpenClaim } from '../../claims/open-claim.ts';
import type { UnlabelledClaim } from '../../claims/unlabelled-claim.ts';
import { knownEntries, unknownEntries } from '../../formats/claim-keys.ts';

/** A claim as a line of a claims file, without its end: the keys of the schema in its order, then all others in the claim's. */
export function claimLine(claim: OpenClaim | UnlabelledClaim): string {
  const open = claim as OpenClaim;
  // Not an object literal with spread keys: `__proto__` must become a key like any other.
  return JSON.stringify(Object.fromEntries([...knownEntries(open), ...unknownEntries(open)]));
}
