import { parseEvidenceId } from '../../corpus/evidence-id.ts';
import { isEvidence } from '../../corpus/evidence-kind.ts';
import { emptyDraft } from '../draft/draft.ts';
import { reduceDraft } from '../draft/reduce-draft.ts';
import type { WriteAction, WriteDraft } from './write-draft.ts';

export const emptyWriteDraft: WriteDraft = {
  text: '',
  source: undefined,
  mutation: undefined,
  answer: emptyDraft,
  choosing: 'source',
  isKeptSource: false,
  replaces: undefined,
  offered: undefined,
};

/** The claim after an action; the same object where the action changes nothing. */
export function reduceWrite(draft: WriteDraft, action: WriteAction): WriteDraft {
  switch (action.type) {
    case 'text': {
      if (action.text === draft.text) return draft;
      // Of a text that was taken nothing is left where it is empty.
      if (action.text.trim() === '') return { ...draft, text: action.text, offered: undefined };
      return { ...settle(draft), text: action.text };
    }
    case 'take':
      return { ...settle(draft), text: action.text, offered: action.text };
    case 'mutation':
      return action.mutation === draft.mutation ? draft : { ...draft, mutation: action.mutation };
    case 'toggle':
    case 'add':
      return choose(draft, action);
    case 'choose-source':
      return draft.choosing === 'source'
        ? draft
        : { ...draft, choosing: 'source', isKeptSource: draft.source !== undefined };
    case 'choose-evidence':
      return settle(draft);
    case 'mutate': {
      const { id, claim, label, evidence } = action;
      const sets = evidence.length === 0 ? [[]] : evidence.map((set) => [...set]);
      return {
        ...emptyWriteDraft,
        source: { kind: 'claim', id, claim, label },
        answer: { ...emptyDraft, sets },
        choosing: 'evidence',
      };
    }
    case 'answer':
      return withAnswer(draft, reduceDraft(draft.answer, action.action));
    case 'next':
      return nextOf(draft);
    case 'fill':
      return action.draft;
  }
}

function choose(
  draft: WriteDraft,
  action: Extract<WriteAction, { readonly type: 'toggle' | 'add' }>,
): WriteDraft {
  const ids = action.type === 'toggle' ? [action.id] : action.ids;
  const fit = ids.filter(mayBeEvidence);
  if (fit.length === 0) return draft;
  if (draft.choosing === 'evidence') {
    return withAnswer(
      draft,
      reduceDraft(draft.answer, action.type === 'toggle' ? action : { type: 'add', ids: fit }),
    );
  }
  const before = draft.source?.kind === 'elements' && !draft.isKeptSource ? draft.source.ids : [];
  const isTakenBack = action.type === 'toggle' && before.includes(action.id);
  const chosen = isTakenBack ? before.filter((id) => id !== action.id) : [...new Set([...before, ...fit])];
  if (chosen.length === before.length && !draft.isKeptSource) return draft;
  return {
    ...draft,
    source: chosen.length === 0 ? undefined : { kind: 'elements', ids: chosen },
    answer: { ...draft.answer, sets: [chosen], active: 0 },
    isKeptSource: false,
  };
}

/** With the source that stands: without one everything chosen would be evidence, and the claim would have none. */
function settle(draft: WriteDraft): WriteDraft {
  return draft.source === undefined || draft.choosing === 'evidence'
    ? draft
    : { ...draft, choosing: 'evidence', isKeptSource: false };
}

/** An empty claim from the same source, with the evidence that the source is. */
function nextOf({ source, answer }: WriteDraft): WriteDraft {
  if (source === undefined) return emptyWriteDraft;
  const sets = source.kind === 'elements' ? [[...source.ids]] : answer.sets;
  return {
    ...emptyWriteDraft,
    source,
    answer: { ...emptyDraft, sets },
    choosing: source.kind === 'elements' ? 'source' : 'evidence',
    isKeptSource: source.kind === 'elements',
  };
}

function withAnswer(draft: WriteDraft, answer: WriteDraft['answer']): WriteDraft {
  return answer === draft.answer ? draft : { ...draft, answer };
}

function mayBeEvidence(id: string): boolean {
  const parts = parseEvidenceId(id);
  return parts !== undefined && isEvidence(parts.kind);
}
