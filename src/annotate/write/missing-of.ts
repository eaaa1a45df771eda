import { evidenceOfDraft } from '../draft/evidence-of-draft.ts';
import { textOfDraft } from './claim-of-draft.ts';
import type { WriteDraft } from './write-draft.ts';

/** What a claim cannot do without. */
export type MissingPart = 'source' | 'text' | 'label' | 'evidence';

/** What a claim lacks before it can be submitted, in the order of the form. */
export function missingOf({ text, source, answer }: WriteDraft): MissingPart[] {
  const missing: MissingPart[] = [];
  if (source === undefined) missing.push('source');
  if (textOfDraft(text) === '') missing.push('text');
  if (answer.label === undefined) missing.push('label');
  else if (answer.label !== 'NOT ENOUGH INFO' && evidenceOfDraft(answer).length === 0)
    missing.push('evidence');
  return missing;
}
