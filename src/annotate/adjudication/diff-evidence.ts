import type { EvidenceSet } from '../../claims/claim.ts';
import { citedEvidence, setKey } from '../../stats/agreement/cited-evidence.ts';
import { toNfc } from '../../text/normalise.ts';

/** An evidence set with who has it. */
export interface ComparedSet {
  readonly set: EvidenceSet;
  readonly in: 'both' | 'own' | 'other';
}

/** The sets of two lists of evidence: those of both, then those of the one alone, then those of the other alone. The order of ids tells no sets apart. */
export function diffEvidence(own: readonly EvidenceSet[], other: readonly EvidenceSet[]): ComparedSet[] {
  const [mine, theirs] = [citedEvidence(own).sets, citedEvidence(other).sets];
  const seen = new Set<string>();
  const compared: ComparedSet[] = [];
  for (const [sets, isOwn] of [
    [own, true],
    [other, false],
  ] as const) {
    for (const set of sets) {
      const key = setKey(new Set(set.map(toNfc)));
      if (seen.has(key)) continue;
      seen.add(key);
      const isBoth = mine.has(key) && theirs.has(key);
      compared.push({ set, in: isBoth ? 'both' : isOwn ? 'own' : 'other' });
    }
  }
  return compared.sort((a, b) => ranks[a.in] - ranks[b.in]);
}

const ranks = { both: 0, own: 1, other: 2 } as const;
