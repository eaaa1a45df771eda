import type { Annotation } from '../../../src/claims/annotation.ts';
import type { EvidenceSet } from '../../../src/claims/claim.ts';
import type { Label } from '../../../src/claims/label.ts';
import {
  type AnnotatedClaim,
  collectAnnotations,
} from '../../../src/stats/annotations/standing-annotations.ts';

/** The labels by their first letters. */
export const labelOf: Readonly<Record<'S' | 'R' | 'N', Label>> = {
  S: 'SUPPORTS',
  R: 'REFUTES',
  N: 'NOT ENOUGH INFO',
};

/** An annotation: who, the label's letter, evidence sets with ids parted by blanks; `!` before the name is an adjudication. */
export type Said = readonly [who: string, label: keyof typeof labelOf, ...sets: string[]];

/** Claims c0, c1, … with what is said of them. */
export function annotatedClaims(...claims: readonly (readonly Said[])[]): readonly AnnotatedClaim[] {
  return collectAnnotations(
    claims.flatMap((said, at) =>
      said.map(([who, label, ...sets]): Annotation => {
        const evidence: EvidenceSet[] = sets.map((set) => set.split(' '));
        const record = { claim: `c${at}`, label: labelOf[label], evidence, at: '2026-07-01T10:00:00Z' };
        return who.startsWith('!')
          ? { ...record, annotator: who.slice(1), adjudication: true }
          : { ...record, annotator: who };
      }),
    ),
  ).claims;
}
