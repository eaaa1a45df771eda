import type { ClaimId } from '../../claims/claim.ts';
import { claimIdKey } from '../../claims/claim-id-key.ts';
import { type Hash64, hashInto } from '../../text/hash64.ts';
import { claimKey } from '../../text/normalise.ts';

/** The key under which two claims are the same one; of a claim without letters and digits, the claim itself. */
export function identityOf(claim: string): string {
  return claimKey(claim) || claim.trim();
}

/**
 * Writes the hash under which ids are compared: 12 and "12" are one id, as they are in formats where ids are text, and so are the
 * normal forms of a text. Gives back `into`.
 */
export function hashId(id: ClaimId, into: Hash64): Hash64 {
  const number = typeof id === 'number' ? id : integerOf(id);
  if (number === undefined || !Number.isSafeInteger(number)) return hashInto(claimIdKey(id), into);
  // A whole number is its own hash: its digits need not be written.
  into.high = Math.floor(number / 2 ** 32) | 0;
  into.low = number | 0;
  return into;
}

const [zero, nine, minus] = [0x30, 0x39, 0x2d];

/** The number whose digits a text is, as JavaScript writes it. */
function integerOf(text: string): number | undefined {
  const first = text.charCodeAt(0);
  if ((first < zero || first > nine) && first !== minus) return undefined;
  const number = Number(text);
  return String(number) === text ? number : undefined;
}
