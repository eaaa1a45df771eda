import type { Claim, ClaimId } from '../../claims/claim.ts';
import { evidenceOfDraft } from '../draft/evidence-of-draft.ts';
import type { WriteDraft } from './write-draft.ts';

/**
 * The record of a claim as it goes to the dataset, its keys in the order of the schema; `undefined` while it has no label. The text is
 * without outer white space and on one line. A claim NOT ENOUGH INFO has no evidence, whatever was chosen.
 */
export function claimOfDraft(id: ClaimId, draft: WriteDraft): Claim | undefined {
  const { text, mutation, source, answer } = draft;
  const { label, challenge } = answer;
  if (label === undefined) return undefined;
  return {
    id,
    claim: textOfDraft(text),
    label,
    evidence: label === 'NOT ENOUGH INFO' ? [] : evidenceOfDraft(answer),
    ...(challenge !== undefined && { challenge }),
    ...(mutation !== undefined && { mutation }),
    ...(source !== undefined && { source: sourceId(source) }),
  };
}

/** The text of a claim as the record has it. */
export function textOfDraft(text: string): string {
  return text.trim().replace(/\s*[\n\r\u2028\u2029]+\s*/g, ' ');
}

function sourceId(source: NonNullable<WriteDraft['source']>): string {
  return source.kind === 'claim' ? String(source.id) : (source.ids[0] ?? '');
}
