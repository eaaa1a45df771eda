import type { ClaimId } from '../../claims/claim.ts';

/** Numbers by size before texts by code unit: below 0 where the one comes first. */
export function compareIds(one: ClaimId, other: ClaimId): number {
  if (typeof one === 'number' && typeof other === 'number') return one - other;
  if (typeof one !== typeof other) return typeof one === 'number' ? -1 : 1;
  return one < other ? -1 : one > other ? 1 : 0;
}
