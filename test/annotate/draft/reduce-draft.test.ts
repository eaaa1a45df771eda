import { describe, expect, test } from 'vitest';
import { type DraftAction, emptyDraft } from '../../../src/annotate/draft/draft.ts';
import { reduceDraft } from '../../../src/annotate/draft/reduce-draft.ts';

const draft = { ...emptyDraft, sets: [['a', 'b'], ['b', 'c'], []], active: 1 };
const moved = (action: Omit<Extract<DraftAction, { type: 'move' }>, 'type'>) =>
  reduceDraft(draft, { type: 'move', ...action })
    .sets.map((set) => set.join(''))
    .join(' | ');

describe('moving an element', () => {
  test.each([
    ['out of the active set', { id: 'b', to: 2 }, 'ab | c | b'],
    ['out of the set that has it', { id: 'a', to: 1 }, 'b | bca | '],
    ['out of the set that is named', { id: 'b', to: 2, from: 0 }, 'a | bc | b'],
    ['out of the set that has it, where the named one has not', { id: 'c', to: 0, from: 0 }, 'abc | b | '],
    ['into a set that has it', { id: 'b', to: 0, from: 1 }, 'ab | c | '],
    ['into a new set', { id: 'c', to: 3 }, 'ab | b |  | c'],
    ['from nowhere', { id: 'x', to: 2 }, 'ab | bc | x'],
  ])('%s', (_, action, expected) => {
    expect(moved(action)).toBe(expected);
  });

  test.each([
    { id: 'b', to: 1 },
    { id: 'b', to: 4 },
    { id: 'b', to: -1 },
    { id: 'b', to: 0, from: 0 },
  ])('%o changes nothing', (action) => {
    expect(reduceDraft(draft, { type: 'move', ...action })).toBe(draft);
  });
});
