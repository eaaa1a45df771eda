import type { HistoryEntry } from '../api/history.ts';
import { diffEvidence } from './diff-evidence.ts';

/** How what was decided compares with what somebody answered. */
export type Correction = 'open' | 'confirmed' | 'evidence' | 'label';

/** How what was decided compares with the entry; a skip is never corrected: nothing was said. */
export function correctionOf({ did, label, evidence, decided }: HistoryEntry): Correction {
  if (decided === null || did === 'skip') return 'open';
  if (decided.label !== label) return 'label';
  if (label === 'NOT ENOUGH INFO') return 'confirmed';
  return diffEvidence(evidence, decided.evidence).every((set) => set.in === 'both')
    ? 'confirmed'
    : 'evidence';
}

/** Whether something else was decided. */
export function isCorrected(entry: HistoryEntry): boolean {
  const correction = correctionOf(entry);
  return correction === 'label' || correction === 'evidence';
}
