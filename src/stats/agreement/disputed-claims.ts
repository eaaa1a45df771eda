import type { ClaimId } from '../../claims/claim.ts';
import { type Label, labels } from '../../claims/label.ts';
import type { AnnotatedClaim } from '../annotations/standing-annotations.ts';
import { entropyOf } from '../entropy.ts';

/** Disputed claims that are kept: as many as somebody can adjudicate, and no file of them all. */
const mostKept = 1000;

/** A claim that got more than one label. */
export interface DisputedClaim {
  readonly claim: ClaimId;
  /** Of its labels, in bits: 1 where two were given equally often, at most 1.58. */
  readonly entropy: number;
  /** Whether no label was given more often than all others: there is no majority to go by. */
  readonly isTied: boolean;
  /** The labels that were given, the most frequent first, with who gave them. */
  readonly votes: readonly { readonly label: Label; readonly annotators: readonly string[] }[];
  /** What an adjudication settled; `null` where there is none. */
  readonly adjudicated: Label | null;
}

/** How many claims got more than one label, and the first of them: by entropy, then by the number of labels, then in their order. */
export function findDisputed(claims: readonly AnnotatedClaim[]): {
  readonly claims: number;
  readonly most: readonly DisputedClaim[];
} {
  const disputed = claims.flatMap((claim) => {
    const votes = labels
      .map(
        (label) => [...claim.annotations.values()].filter((annotation) => annotation.label === label).length,
      )
      .filter((count) => count > 0);
    // Sorted, so that the same votes in another order give the same to the last bit.
    const entropy = entropyOf(votes.toSorted((a, b) => a - b));
    return votes.length < 2 ? [] : [{ claim, entropy, size: claim.annotations.size }];
  });
  disputed.sort((a, b) => b.entropy - a.entropy || b.size - a.size);
  return {
    claims: disputed.length,
    most: disputed.slice(0, mostKept).map(({ claim, entropy }) => describe(claim, entropy)),
  };
}

function describe({ id, annotations, adjudication }: AnnotatedClaim, entropy: number): DisputedClaim {
  const votes = labels
    .map((label) => ({
      label,
      annotators: [...annotations].flatMap(([annotator, given]) =>
        given.label === label ? [annotator] : [],
      ),
    }))
    .filter(({ annotators }) => annotators.length > 0)
    .sort((a, b) => b.annotators.length - a.annotators.length);
  return {
    claim: id,
    entropy,
    isTied: votes[0]?.annotators.length === votes[1]?.annotators.length,
    votes,
    adjudicated: adjudication?.label ?? null,
  };
}
