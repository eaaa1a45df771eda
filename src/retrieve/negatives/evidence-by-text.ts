import type { OpenClaim } from '../../claims/open-claim.ts';
import { claimKey, toNfc } from '../../text/normalise.ts';

/** The evidence of all claims of a text, by its `claimKey`. Ids in normal form C. */
export function evidenceByText(claims: Iterable<OpenClaim>): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>();
  for (const { claim, evidence } of claims) {
    if (evidence.length === 0) continue;
    const key = claimKey(claim);
    const own = found.get(key) ?? new Set();
    found.set(key, own);
    for (const id of evidence.flat()) own.add(toNfc(id));
  }
  return found;
}
