import type { Annotation } from '../../claims/annotation.ts';
import type { ClaimId } from '../../claims/claim.ts';
import type { Reason } from '../../claims/reason.ts';
import { type SkipReason, skipConsequence } from '../../claims/skip-reason.ts';
import type { StandingClaim } from './waiting-kinds-of.ts';

/** What stands of all that was done about a claim, as far as figures are made of it. Maps are by annotator, in Unicode normal form C. */
export interface DoneWork extends StandingClaim {
  readonly id: ClaimId;
  readonly answers: ReadonlyMap<string, Annotation>;
  readonly skips: ReadonlyMap<string, { readonly reason: SkipReason; readonly seconds?: number }>;
  readonly adjudication: Annotation | undefined;
  readonly dropped: { readonly reason: Reason; readonly comment?: string; readonly at: string } | undefined;
  /** Who wrote the claim answers it no more. */
  readonly written: { readonly annotator: string } | undefined;
}

/** Whether a claim is out of the queue until the lead has decided; not any more for those whom it was sent back to. */
export function isHeldByLead({ skips, sentBack }: Pick<DoneWork, 'skips' | 'sentBack'>): boolean {
  return [...skips].some(
    ([annotator, { reason }]) => skipConsequence[reason] === 'lead' && !sentBack.has(annotator),
  );
}
