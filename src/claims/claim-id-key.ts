import { toNfc } from '../text/normalise.ts';
import type { ClaimId } from './claim.ts';

/** A text that tells claims apart: id 12 and id "12" are one claim, and so are the normal forms of an id. */
export function claimIdKey(id: ClaimId): string {
  return toNfc(String(id));
}
