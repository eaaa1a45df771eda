import type { EvidenceSet } from '../../claims/claim.ts';
import type { Reason } from '../../claims/reason.ts';
import { isSameEvidence } from '../../stats/aggregation/aggregate-evidence.ts';
import { disagreementOf } from '../../stats/agreement/disagreement.ts';
import type { Answer, ConflictResponse } from '../api/adjudication.ts';
import { type Draft, type DraftAction, emptyDraft } from '../draft/draft.ts';
import { evidenceOfDraft } from '../draft/evidence-of-draft.ts';
import { reduceDraft } from '../draft/reduce-draft.ts';
import { answerOfDraft, draftOfAnswer } from '../label/answer-of-draft.ts';
import { agreedPart, draftOfMerged, mergeAnswers } from './merge-answers.ts';

/** A decision that is being made. Comments are not in it: text fields have their own way back. */
export interface Decision {
  readonly draft: Draft;
  readonly reason: Reason | undefined;
  /** What merging left out: sets that contain another one. */
  readonly leftOut: readonly EvidenceSet[];
}

export type DecisionAction =
  | { readonly type: 'draft'; readonly action: DraftAction }
  /** Takes an answer as it is. */
  | { readonly type: 'take'; readonly letter: string }
  /** Takes all answers together. */
  | { readonly type: 'merge' }
  /** Begins from nothing: none of the answers is right. */
  | { readonly type: 'own' }
  | { readonly type: 'reason'; readonly reason: Reason | undefined }
  /** Takes a set that merging left out after all. */
  | { readonly type: 'put-back'; readonly set: EvidenceSet };

/** What a decision begins with: what was decided before, else what the answers have in common, which nobody has confirmed. */
export function startDecision({
  answers,
  decided,
}: {
  readonly answers: readonly Answer[];
  readonly decided: ConflictResponse['decided'];
}): Decision {
  if (decided === null) return { draft: agreedPart(answers), reason: undefined, leftOut: [] };
  const { label, evidence, challenge, reason } = decided;
  const draft = draftOfAnswer({ label, evidence, ...(challenge !== undefined && { challenge }) });
  return { draft, reason: reason ?? undefined, leftOut: [] };
}

/** The decision after an action; the same object where the action changes nothing. */
export function reduceDecision(
  decision: Decision,
  action: DecisionAction,
  answers: readonly Answer[],
): Decision {
  switch (action.type) {
    case 'draft':
      return withDraft(decision, reduceDraft(decision.draft, action.action));
    case 'take': {
      const answer = answers.find(({ letter }) => letter === action.letter);
      if (answer === undefined || (isAnswer(decision.draft, answer) && decision.leftOut.length === 0))
        return decision;
      return { ...decision, draft: draftOfMerged(answer), leftOut: [] };
    }
    case 'merge': {
      const merged = mergeAnswers(answers);
      return isSameDraft(decision.draft, merged.draft) && decision.leftOut.length === merged.leftOut.length
        ? decision
        : { ...decision, ...merged };
    }
    case 'own':
      return isSameDraft(decision.draft, emptyDraft) && decision.leftOut.length === 0
        ? decision
        : { ...decision, draft: emptyDraft, leftOut: [] };
    case 'reason':
      return decision.reason === action.reason ? decision : { ...decision, reason: action.reason };
    case 'put-back': {
      if (!decision.leftOut.includes(action.set)) return decision;
      const sets = [...evidenceOfDraft(decision.draft), action.set];
      return {
        ...decision,
        draft: { ...decision.draft, sets, active: sets.length - 1 },
        leftOut: decision.leftOut.filter((set) => set !== action.set),
      };
    }
  }
}

/** Whether a draft says what an answer says, in label and evidence. */
export function isAnswer(draft: Draft, answer: Pick<Answer, 'label' | 'evidence'>): boolean {
  return draft.label === answer.label && isSameEvidence(evidenceOfDraft(draft), answer.evidence);
}

/** Whether a draft is what all answers come to together. */
export function isMerged(draft: Draft, answers: readonly Answer[]): boolean {
  return answers.length > 1 && isSameDraft(draft, mergeAnswers(answers).draft);
}

/** What a decision lacks, in the order in which it is asked for. */
export type Lack = 'label' | 'evidence' | 'reason';

/** What a decision lacks; none where it can be sent. A reason is asked for where there are answers that differ. */
export function lacksOf({ draft, reason }: Decision, answers: readonly Answer[]): Lack[] {
  const answer = answerOfDraft(draft);
  const lacks: Lack[] = [];
  if (answer === undefined) lacks.push('label');
  else if (answer.label !== 'NOT ENOUGH INFO' && answer.evidence.length === 0) lacks.push('evidence');
  if (reason === undefined && isReasonAsked(answers)) lacks.push('reason');
  return lacks;
}

/** Whether the answers differ, so that there is something to give a reason for. */
export function isReasonAsked(answers: readonly Pick<Answer, 'label' | 'evidence'>[]): boolean {
  return disagreementOf(answers) !== undefined;
}

function withDraft(decision: Decision, draft: Draft): Decision {
  return draft === decision.draft ? decision : { ...decision, draft };
}

function isSameDraft(one: Draft, other: Draft): boolean {
  return one.label === other.label && isSameEvidence(evidenceOfDraft(one), evidenceOfDraft(other));
}
