import type { Annotation } from '../../claims/annotation.ts';
import type { Challenge } from '../../claims/challenge.ts';
import type { Label } from '../../claims/label.ts';
import { type AggregatedClaim, aggregateClaims } from '../../stats/aggregation/aggregate-claims.ts';

/** What a decided claim says of itself, and how that came about. */
export interface Gold
  extends Pick<AggregatedClaim, 'annotators' | 'confidence' | 'evidence' | 'method' | 'votes'> {
  readonly label: Label;
  readonly challenge?: Challenge;
}

/**
 * The gold that an adjudication makes of a claim: label, evidence and provenance are those that `claimset aggregate` writes for the same
 * journals, which has nothing left to change. `undefined` where the label needs evidence and none is cited.
 *
 * @param answers that stand, by annotator: their votes are counted, without names
 */
export function goldOf(adjudication: Annotation, answers: ReadonlyMap<string, Annotation>): Gold | undefined {
  const [decided] = aggregateClaims([{ id: adjudication.claim, annotations: answers, adjudication }]).claims;
  if (decided === undefined || decided.label === null) return undefined;
  const { label, evidence, method, votes, annotators, confidence } = decided;
  const { challenge } = adjudication;
  return {
    label,
    evidence,
    ...(challenge !== undefined && { challenge }),
    method,
    votes,
    annotators,
    confidence,
  };
}
