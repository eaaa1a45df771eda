import type { ClaimId } from '../../claims/claim.ts';
import { claimIdKey } from '../../claims/claim-id-key.ts';
import { answersNeeded } from '../../stats/progress/answers-needed.ts';
import type { WaitingKind } from '../../stats/progress/waiting-kinds.ts';
import { type WaitingSettings, waitingKindsOf } from '../../stats/progress/waiting-kinds-of.ts';
import type { ClaimWork } from '../work/work.ts';
import type { AdjudicationSettings } from './adjudication-settings.ts';

/** Tells ids of sure claims; to be made once for many claims. */
export function sureClaims(ids: readonly ClaimId[]): ReadonlySet<string> {
  return new Set(ids.map((id) => claimIdKey(id)));
}

/** What `waitingKindsOf` has to know of a claim. */
export function waitingSettings(
  { id, written }: ClaimWork,
  { overlap, annotators, find }: AdjudicationSettings,
  sure: ReadonlySet<string>,
): WaitingSettings {
  return {
    overlap: answersNeeded(overlap, annotators, written),
    isSure: sure.has(claimIdKey(id)),
    dataset: find(id)?.record.label,
  };
}

/** Why a claim waits; none where it does not. */
export function kindsOf(work: ClaimWork, settings: AdjudicationSettings): WaitingKind[] {
  return waitingKindsOf(work, waitingSettings(work, settings, sureClaims(settings.sure)));
}
