import type { Annotation } from '../../claims/annotation.ts';
import type { EvidenceSet } from '../../claims/claim.ts';
import type { Evidence } from '../../corpus/evidence.ts';
import { fingerprintOfText } from '../../corpus/text-fingerprint.ts';

/** What the cited texts are, as a line of a journal keeps it: by evidence id as it is spelt first, ids that the corpus does not have left out, nothing where none is left. */
export function fingerprintsOfCited(
  sets: readonly EvidenceSet[],
  evidence: Evidence,
): Pick<Annotation, 'fingerprints'> {
  const found = new Map<string, string>();
  for (const id of sets.flat()) {
    const text = found.has(id) ? undefined : evidence.text(id);
    if (text !== undefined) found.set(id, fingerprintOfText(text));
  }
  return found.size === 0 ? {} : { fingerprints: Object.fromEntries(found) };
}
