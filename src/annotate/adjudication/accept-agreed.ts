import type { Annotation } from '../../claims/annotation.ts';
import type { ClaimId } from '../../claims/claim.ts';
import { disagreementOf } from '../../stats/agreement/disagreement.ts';
import { waitingKindsOf } from '../../stats/progress/waiting-kinds-of.ts';
import { evidenceOfDraft } from '../draft/evidence-of-draft.ts';
import type { ClaimWork, Work } from '../work/work.ts';
import type { AdjudicationSettings } from './adjudication-settings.ts';
import { mergeAnswers } from './merge-answers.ts';
import { sureClaims, waitingSettings } from './waiting-of.ts';

/** What can be taken as gold without anybody having to decide. */
export type AgreedAnswer = Pick<Annotation, 'label' | 'evidence' | 'challenge'>;

/**
 * What the annotators of a claim agree on, their evidence together; `undefined` where the claim is decided, has a label, waits for somebody's
 * look, or has not got enough answers.
 *
 * An adjudication that takes it has no reason: nobody disagreed.
 */
export function acceptAgreed(
  work: ClaimWork,
  settings: AdjudicationSettings,
  sure: ReadonlySet<string> = sureClaims(settings.sure),
): AgreedAnswer | undefined {
  if (work.adjudication !== undefined || work.dropped !== undefined || work.sentBack.size > 0)
    return undefined;
  const known = settings.find(work.id);
  if (known === undefined || known.record.label !== undefined) return undefined;
  const waiting = waitingSettings(work, settings, sure);
  if (work.answers.size === 0 || work.answers.size < waiting.overlap) return undefined;
  if (waiting.isSure || waitingKindsOf(work, waiting).length > 0) return undefined;
  const answers = [...work.answers.values()];
  const { draft } = mergeAnswers(answers);
  const evidence = evidenceOfDraft(draft);
  if (draft.label === undefined || disagreementOf(answers) !== undefined) return undefined;
  if (draft.label !== 'NOT ENOUGH INFO' && evidence.length === 0) return undefined;
  return {
    label: draft.label,
    evidence,
    ...(draft.challenge !== undefined && { challenge: draft.challenge }),
  };
}

/** The claims that `acceptAgreed` gives an answer for, by their number or text. */
export function* agreedClaims(
  work: Work,
  settings: AdjudicationSettings,
): Generator<{ readonly id: ClaimId; readonly text: string; readonly answer: AgreedAnswer }> {
  const sure = sureClaims(settings.sure);
  for (const claim of work.claims.values()) {
    const answer = acceptAgreed(claim, settings, sure);
    const record = settings.find(claim.id)?.record;
    if (answer !== undefined && record !== undefined) yield { id: record.id, text: record.claim, answer };
  }
}
