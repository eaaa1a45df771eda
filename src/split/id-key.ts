import type { ClaimId } from '../claims/claim.ts';

/** A text that tells every id from every other: the number 12 gives `12`, the string gives `"12"`. */
export function idKey(id: ClaimId): string {
  return JSON.stringify(id);
}
