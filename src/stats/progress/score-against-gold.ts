import type { EvidenceSet } from '../../claims/claim.ts';
import type { Label } from '../../claims/label.ts';
import { citedEvidence, countShared } from '../agreement/cited-evidence.ts';

/** A label and the evidence for it, of an answer or of the gold. */
export interface LabelledEvidence {
  readonly label: Label;
  readonly evidence: readonly EvidenceSet[];
}

/** What an answer is worth beside the gold. */
export interface GoldScore {
  readonly isLabelRight: boolean;
  /** Of the distinct ids chosen, the share that some gold set has; `null` where none was chosen. */
  readonly evidencePrecision: number | null;
  /** Of the distinct gold sets, the share that is chosen whole; `null` where there are none. */
  readonly evidenceRecall: number | null;
  /** Harmonic mean of the two, 0 where nothing was chosen; `null` where the gold has no evidence. */
  readonly evidenceF1: number | null;
}

/**
 * The scores of one answer: ids count whatever set they were put into.
 *
 * @see Aly et al. 2021, FEVEROUS, on the calibration of annotators.
 */
export function measureAgainstGold(answer: LabelledEvidence, gold: LabelledEvidence): GoldScore {
  const chosen = citedEvidence(answer.evidence).ids;
  const { ids, sets } = citedEvidence(gold.evidence);
  const whole = [...sets.values()].filter((set) => countShared(set, chosen) === set.size).length;
  const evidencePrecision = chosen.size === 0 ? null : countShared(chosen, ids) / chosen.size;
  const evidenceRecall = sets.size === 0 ? null : whole / sets.size;
  return {
    isLabelRight: answer.label === gold.label,
    evidencePrecision,
    evidenceRecall,
    evidenceF1: evidenceRecall === null ? null : harmonicMean(evidencePrecision ?? 0, evidenceRecall),
  };
}

function harmonicMean(one: number, other: number): number {
  return one + other === 0 ? 0 : (2 * one * other) / (one + other);
}
