import { claimSchema } from '../claims/claim.ts';
import type { OpenClaim } from '../claims/open-claim.ts';

/** The keys of a claim that the schema knows, in its order. */
export const claimKeys: readonly string[] = Object.keys(claimSchema.shape);

/** Key of how much a claim counts in training, a number from 0 on: none of claimset's own. */
export const weightKey = 'weight';

const requiredKeys = ['id', 'claim', 'label', 'evidence'];

/** The keys of a claim that the schema does not know, with their values, in the claim's order. */
export function unknownEntries(claim: OpenClaim): [string, unknown][] {
  return Object.entries(claim).filter(([key, value]) => value !== undefined && !claimKeys.includes(key));
}

/** The keys of a claim that the schema knows and the claim has, with their values, in the schema's order. */
export function knownEntries(claim: OpenClaim): [string, unknown][] {
  return claimKeys
    .filter((key) => Object.hasOwn(claim, key) && claim[key] !== undefined)
    .map((key) => [key, claim[key]]);
}

/** The optional keys that the schema knows and the claim has, with their values, in the schema's order. */
export function optionalEntries(claim: OpenClaim): [string, unknown][] {
  return knownEntries(claim).filter(([key]) => !requiredKeys.includes(key));
}

/** The claim with `entries` as its only unknown keys; the claim itself where it has just these. */
export function withUnknownEntries(
  claim: OpenClaim,
  entries: readonly (readonly [string, unknown])[],
): OpenClaim {
  const own = unknownEntries(claim);
  const wanted = new Map(entries.map(([key, value]) => [key, JSON.stringify(value)]));
  if (own.length === wanted.size && own.every(([key, value]) => wanted.get(key) === JSON.stringify(value)))
    return claim;
  // Not an object literal with spread keys: `__proto__` must become a key like any other.
  return Object.fromEntries([...knownEntries(claim), ...entries]) as OpenClaim;
}
