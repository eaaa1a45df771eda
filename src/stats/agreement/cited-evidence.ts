import type { EvidenceSet } from '../../claims/claim.ts';
import { toNfc } from '../../text/normalise.ts';

/** The evidence that somebody cites for a claim, for comparing it. */
export interface CitedEvidence {
  /** The distinct sets by a key that tells sets with other ids apart, in the order in which they were given first. */
  readonly sets: ReadonlyMap<string, ReadonlySet<string>>;
  /** The ids of all sets. */
  readonly ids: ReadonlySet<string>;
}

/** The evidence with ids in Unicode normal form C, in which they are compared. */
export function citedEvidence(evidence: readonly EvidenceSet[]): CitedEvidence {
  const sets = new Map<string, ReadonlySet<string>>();
  const ids = new Set<string>();
  for (const given of evidence) {
    const set = new Set(given.map(toNfc));
    const key = setKey(set);
    if (!sets.has(key)) sets.set(key, set);
    for (const id of set) ids.add(id);
  }
  return { sets, ids };
}

/** A text that two sets share only if they have the same members. */
export function setKey(set: ReadonlySet<string>): string {
  return JSON.stringify([...set].sort());
}

/** How many members both sets have. */
export function countShared(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const [few, many] = one.size <= other.size ? [one, other] : [other, one];
  let shared = 0;
  for (const member of few) if (many.has(member)) shared += 1;
  return shared;
}
