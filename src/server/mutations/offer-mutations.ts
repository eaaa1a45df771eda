import { likelyLabels } from '../../annotate/write/likely-labels.ts';
import type { ClaimId, EvidenceSet } from '../../claims/claim.ts';
import type { Label } from '../../claims/label.ts';
import type { Mutation } from '../../claims/mutation.ts';
import type { Diagnostic } from '../../diagnostic/diagnostic.ts';
import { type MutationSources, mutateClaim } from '../../retrieve/mutate/mutate-claim.ts';
import type { MutationCandidate } from '../../retrieve/mutate/mutation-candidate.ts';
import { claimKey } from '../../text/normalise.ts';
import type { TextCheck } from './check-text.ts';

/** The claim that is rewritten. */
export interface MutatedClaim {
  readonly id?: ClaimId;
  readonly claim: string;
  /** Of a text alone it is not known. */
  readonly label?: Label;
  readonly evidence?: readonly EvidenceSet[];
}

/** A rewrite that was checked. */
export interface OfferedMutation extends MutationCandidate {
  /** What FEVER's mutation makes of the label; absent where it makes one or another, or where the label of the claim is not known. */
  readonly label?: Label;
  /** Of the validator; no errors. */
  readonly findings: readonly Diagnostic[];
}

/** The rewrites by one mutation. */
export interface OfferedMutations {
  readonly offered: readonly OfferedMutation[];
  /** How many were left out as the validator finds an error in them. */
  readonly faulty: number;
  /** How many were left out as the dataset has a claim of the same words. */
  readonly known: number;
}

export interface OfferOptions {
  readonly sources: MutationSources;
  readonly check: TextCheck;
  /** {@link claimKey}s of the dataset's claims. */
  readonly claims: ReadonlySet<string>;
  /** Most rewrites that are given. */
  readonly count: number;
}

/** Rewrites of a claim by a mutation, each checked as a claim of the dataset would be. */
export function offerMutations(
  source: MutatedClaim,
  type: Mutation,
  { sources, check, claims, count }: OfferOptions,
): OfferedMutations {
  const offered: OfferedMutation[] = [];
  let [faulty, known] = [0, 0];
  const labels = source.label === undefined ? [] : likelyLabels(type, source.label);
  const label = labels.length === 1 ? labels[0] : undefined;
  for (const candidate of mutateClaim(source.claim, type, sources)) {
    if (offered.length === count) break;
    if (claims.has(claimKey(candidate.text))) {
      known += 1;
      continue;
    }
    const findings = check({
      id: 'new',
      claim: candidate.text,
      // Rules of the text ask for a label here and there; the likeliest is as good as any.
      label: label ?? labels[0] ?? likelyLabels(type)[0] ?? 'SUPPORTS',
      evidence: source.evidence ?? [],
      mutation: type,
    });
    if (findings.some(({ severity }) => severity === 'error')) {
      faulty += 1;
      continue;
    }
    offered.push({ ...candidate, ...(label !== undefined && { label }), findings });
  }
  return { offered, faulty, known };
}
