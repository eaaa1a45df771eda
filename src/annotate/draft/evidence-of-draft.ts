import type { EvidenceSet } from '../../claims/claim.ts';
import type { Draft } from './draft.ts';

/** The evidence of a draft as a record has it: sets that are empty, or the same as an earlier one, left out. */
export function evidenceOfDraft({ sets }: Draft): EvidenceSet[] {
  const seen = new Set<string>();
  return sets.flatMap((set) => {
    const key = JSON.stringify([...set].sort());
    if (set.length === 0 || seen.has(key)) return [];
    seen.add(key);
    return [[...set]];
  });
}
