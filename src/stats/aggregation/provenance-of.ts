import type { AggregatedClaim } from './aggregate-claims.ts';

/** What a claim says under `aggregation` of how its label came about. No names: who voted how stays in the journals. */
export function provenanceOf({
  method,
  votes,
  annotators,
  confidence,
}: Pick<AggregatedClaim, 'method' | 'votes' | 'annotators' | 'confidence'>): object {
  return {
    method,
    votes,
    annotators,
    // Four digits: other machines may round the last ones otherwise.
    ...(confidence !== null && { confidence: Number(confidence.toFixed(4)) }),
  };
}
