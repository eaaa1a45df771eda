import { type OpenClaim, openClaimSchema } from '../../claims/open-claim.ts';
import { claimIdOf, queryIdOf } from '../../claims/retrieval-id.ts';
import { isObject } from '../../text/is-object.ts';
import { isWellFormed, wellFormed } from '../../text/well-formed.ts';
import { knownEntries, unknownEntries } from '../claim-keys.ts';

/** A claim as a query. */
export interface RetrievalQuery {
  readonly id: string;
  readonly text: string;
  /** All else that the claim says: its keys without id and text; the text too where no UTF-8 can say it. */
  readonly metadata: Readonly<Record<string, unknown>>;
}

export function queryOf(claim: OpenClaim): RetrievalQuery {
  const known = knownEntries(claim).filter(
    ([key]) => key !== 'id' && (key !== 'claim' || !isWellFormed(claim.claim)),
  );
  return {
    id: queryIdOf(claim.id),
    text: wellFormed(claim.claim),
    metadata: Object.fromEntries([...known, ...unknownEntries(claim)]),
  };
}

/** The claim of a query; `undefined` where it is none. */
export function claimOfQuery(id: unknown, text: unknown, metadata: unknown): OpenClaim | undefined {
  if (typeof id !== 'string' || !isObject(metadata)) return undefined;
  // Not spread: `__proto__` is a key like any other.
  const claim = Object.fromEntries([['id', claimIdOf(id)], ['claim', text], ...Object.entries(metadata)]);
  return openClaimSchema.safeParse(claim).success ? (claim as OpenClaim) : undefined;
}
