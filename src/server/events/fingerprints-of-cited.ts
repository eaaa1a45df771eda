import type { Annotation } from '../../claims/annotation.ts';
import type { EvidenceSet } from '../../claims/claim.ts';
import type { Evidence } from '../../corpus/evidence.ts';
import { fingerprintOfText } from '../../corpus/text-fingerprint.ts';

/** What the cited texts are, by evidence id as it is spelt first; ids that the corpus does not have are left out. */
export function fingerprintsOfCited(
  sets: readonly EvidenceSet[],
  evidence: Evidence,
): NonNullable<Annotation['fingerprints']> {
  const found = new Map<string, string>();
  for (const id of sets.flat()) {
    const text = found.has(id) ? undefined : evidence.text(id);
    if (text !== undefined) found.set(id, fingerprintOfText(text));
  }
  return Object.fromEntries(found);
}
