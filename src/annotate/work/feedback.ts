import type { ClaimId } from '../../claims/claim.ts';
import { type LabelledEvidence, measureAgainstGold } from '../../stats/progress/score-against-gold.ts';
import type { Feedback } from '../api/events.ts';

/** An answer as it was sent. */
export interface SentAnswer extends LabelledEvidence {
  readonly number: number;
  readonly claim: ClaimId;
}

/** What is told of an answer of the training: the gold, and how near the answer came to it. */
export function measureFeedback(answer: SentAnswer, gold: LabelledEvidence): Feedback {
  const { isLabelRight, evidencePrecision, evidenceRecall } = measureAgainstGold(answer, gold);
  return {
    number: answer.number,
    claim: answer.claim,
    label: gold.label,
    evidence: gold.evidence.map((set) => [...set]),
    isLabelRight,
    evidencePrecision,
    evidenceRecall,
  };
}
