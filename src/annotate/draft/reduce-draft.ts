import type { EvidenceSet } from '../../claims/claim.ts';
import type { Draft, DraftAction } from './draft.ts';

/** The draft after an action; the same object where the action changes nothing. */
export function reduceDraft(draft: Draft, action: DraftAction): Draft {
  const { sets, active } = draft;
  switch (action.type) {
    case 'toggle': {
      const isIn = sets[active]?.includes(action.id) === true;
      return isIn ? without(draft, action.id, active) : withIds(draft, [action.id], active);
    }
    case 'add':
      return withIds(draft, action.ids, active);
    case 'remove':
      return without(draft, action.id, action.from);
    case 'move': {
      const own = action.from ?? active;
      const from = sets[own]?.includes(action.id) ? own : sets.findIndex((set) => set.includes(action.id));
      if (from === action.to || action.to < 0 || action.to > sets.length) return draft;
      const opened = action.to === sets.length ? { ...draft, sets: [...sets, []] } : draft;
      return withIds(from < 0 ? opened : without(opened, action.id, from), [action.id], action.to);
    }
    case 'new-set':
      return sets.at(-1)?.length === 0
        ? reduceDraft(draft, { type: 'activate', set: sets.length - 1 })
        : { ...draft, sets: [...sets, []], active: sets.length };
    case 'activate':
      return action.set === active || sets[action.set] === undefined
        ? draft
        : { ...draft, active: action.set };
    case 'delete-set': {
      if (sets[action.set] === undefined) return draft;
      const left = sets.filter((_, which) => which !== action.set);
      if (left.length === 0) left.push([]);
      const next = active > action.set ? active - 1 : active;
      return { ...draft, sets: left, active: Math.min(next, left.length - 1) };
    }
    case 'label':
      return draft.label === action.label ? draft : { ...draft, label: action.label };
    case 'challenge':
      return draft.challenge === action.challenge ? draft : { ...draft, challenge: action.challenge };
    case 'comment':
      return draft.comment === action.comment ? draft : { ...draft, comment: action.comment };
    case 'consult': {
      const { consulted } = draft;
      const isIn = consulted.includes(action.id);
      return {
        ...draft,
        consulted: isIn ? consulted.filter((id) => id !== action.id) : [...consulted, action.id],
      };
    }
    case 'use-consulted':
      return draft.consulted.length === 0
        ? draft
        : { ...withIds(draft, draft.consulted, active), consulted: [] };
    case 'keep-partial':
      return (draft.keepsPartial ?? false) === action.keep ? draft : { ...draft, keepsPartial: action.keep };
    case 'fill':
      return action.draft;
  }
}

function withIds(draft: Draft, ids: readonly string[], which: number): Draft {
  const set = draft.sets[which];
  if (set === undefined) return draft;
  const added = [...new Set(ids)].filter((id) => !set.includes(id));
  return added.length === 0 ? draft : withSet(draft, which, [...set, ...added]);
}

function without(draft: Draft, id: string, which: number): Draft {
  const set = draft.sets[which];
  return set?.includes(id)
    ? withSet(
        draft,
        which,
        set.filter((other) => other !== id),
      )
    : draft;
}

function withSet(draft: Draft, which: number, set: EvidenceSet): Draft {
  return { ...draft, sets: draft.sets.map((other, at) => (at === which ? set : other)) };
}
