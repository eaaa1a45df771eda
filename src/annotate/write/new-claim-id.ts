import type { ClaimId } from '../../claims/claim.ts';
import { claimIdKey } from '../../claims/claim-id-key.ts';
import { toNfc } from '../../text/normalise.ts';

/**
 * The next id for a claim that an annotator writes, `<annotator>-0001` and so on: one above the highest there is, so that the id of a
 * claim that was taken back never means another one. The id is put among those taken.
 *
 * @param ids of all claims, and of all that journals tell of
 * @param taken ids that were given and may not stand anywhere yet
 */
export function newClaimId(ids: Iterable<ClaimId>, annotator: string, taken: Set<string>): string {
  const start = `${toNfc(annotator)}-`;
  let highest = 0;
  const see = (id: string): void => {
    if (!id.startsWith(start)) return;
    const number = id.slice(start.length);
    if (/^\d{1,15}$/.test(number)) highest = Math.max(highest, Number(number));
  };
  for (const id of ids) see(claimIdKey(id));
  for (const id of taken) see(id);
  const id = `${start}${String(highest + 1).padStart(4, '0')}`;
  taken.add(id);
  return id;
}
