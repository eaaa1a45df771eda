import { claimIdKey } from '../claims/claim-id-key.ts';
import type { PlacedClaim } from '../stats/claim-change.ts';
import { hash64 } from '../text/hash64.ts';

/**
 * What tells one division of claims from another, 16 hexadecimal digits: the same where the same ids are in the same splits, in whatever
 * order. `null` where no claim has a split.
 */
export function splitsFingerprint(claims: readonly PlacedClaim[]): string | null {
  const lines = claims.flatMap(({ claim, split }) =>
    split === undefined ? [] : [JSON.stringify([claimIdKey(claim.id), split])],
  );
  if (lines.length === 0) return null;
  return hash64(lines.sort().join('\n'))
    .map((half) => half.toString(16).padStart(8, '0'))
    .join('');
}
