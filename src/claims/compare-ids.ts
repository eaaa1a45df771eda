import type { ClaimId } from './claim.ts';

/** Orders ids: numbers by value, then strings by code unit. */
export function compareIds(a: ClaimId, b: ClaimId): number {
  if (typeof a === 'number') return typeof b === 'number' ? a - b : -1;
  if (typeof b === 'number') return 1;
  return a < b ? -1 : a > b ? 1 : 0;
}
