import type { Draft, DraftAction } from '../draft/draft.ts';
import { reduceDraft } from '../draft/reduce-draft.ts';
import { record, type Timeline } from '../draft/timeline.ts';

/**
 * The timeline after an action; the same object where the action changes nothing. Typing is one step back, not one for each letter, and
 * what only moves the place for the next id is none.
 */
export function recordDraft(timeline: Timeline<Draft>, action: DraftAction): Timeline<Draft> {
  const { past, present } = timeline;
  const draft = reduceDraft(present, action);
  if (draft === present) return timeline;
  if (action.type === 'activate') return { ...timeline, present: draft };
  const before = past.at(-1);
  const isTypingOn =
    action.type === 'comment' &&
    before !== undefined &&
    before.comment !== present.comment &&
    isSameButComment(before, present);
  return isTypingOn ? { past, present: draft, future: [] } : record(timeline, draft);
}

function isSameButComment(one: Draft, other: Draft): boolean {
  const rest = ({ comment: _, ...draft }: Draft) => draft;
  return JSON.stringify(rest(one)) === JSON.stringify(rest(other));
}
