import type { ClaimId } from '../../claims/claim.ts';
import { toNfc } from '../../text/normalise.ts';

/** The key of a claim in the maps of work and queue: id 12 and id "12" are one claim, and so are the normal forms of an id. */
export function workKey(id: ClaimId): string {
  return toNfc(String(id));
}
