import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Draft, type DraftAction, emptyDraft } from '../../../src/annotate/draft/draft.ts';
import { reduceDraft } from '../../../src/annotate/draft/reduce-draft.ts';
import { changeOf } from '../../../src/annotate/evidence/draft-change.ts';

const start: Draft = { ...emptyDraft, sets: [['a', 'b'], ['c'], []], active: 1, consulted: ['k'] };

describe('changeOf', () => {
  test.each<[DraftAction, ReturnType<typeof changeOf>]>([
    [
      { type: 'toggle', id: 'x' },
      { type: 'added', ids: ['x'], set: 1 },
    ],
    [
      { type: 'toggle', id: 'c' },
      { type: 'removed', ids: ['c'], set: 1 },
    ],
    [
      { type: 'add', ids: ['x', 'y', 'c'] },
      { type: 'added', ids: ['x', 'y'], set: 1 },
    ],
    [
      { type: 'remove', id: 'a', from: 0 },
      { type: 'removed', ids: ['a'], set: 0 },
    ],
    [
      { type: 'move', id: 'a', to: 1 },
      { type: 'moved', id: 'a', from: 0, to: 1 },
    ],
    [
      { type: 'move', id: 'c', to: 0 },
      { type: 'moved', id: 'c', from: 1, to: 0 },
    ],
    [
      { type: 'move', id: 'c', to: 3 },
      { type: 'moved', id: 'c', from: 1, to: 3 },
    ],
    [{ type: 'new-set' }, { type: 'activated', set: 2 }],
    [
      { type: 'activate', set: 0 },
      { type: 'activated', set: 0 },
    ],
    [
      { type: 'delete-set', set: 0 },
      { type: 'deleted-set', set: 0 },
    ],
    [
      { type: 'delete-set', set: 2 },
      { type: 'deleted-set', set: 2 },
    ],
    [
      { type: 'consult', id: 'x' },
      { type: 'consulted', id: 'x' },
    ],
    [
      { type: 'consult', id: 'k' },
      { type: 'not-consulted', id: 'k' },
    ],
    [{ type: 'label', label: 'SUPPORTS' }, undefined],
    [{ type: 'comment', comment: 'x' }, undefined],
    [{ type: 'fill', draft: { ...start, sets: [['x'], ['y']] } }, { type: 'replaced' }],
  ])('%j', (action, expected) => {
    expect(changeOf(start, reduceDraft(start, action))).toEqual(expected);
  });

  test('a set is opened behind one that is not empty', () => {
    const draft = { ...start, sets: [['a']], active: 0 };
    expect(changeOf(draft, reduceDraft(draft, { type: 'new-set' }))).toEqual({ type: 'new-set', set: 1 });
  });

  test('deleting the only set is told as a removal of what was in it', () => {
    const draft = { ...start, sets: [['a']], active: 0 };
    expect(changeOf(draft, reduceDraft(draft, { type: 'delete-set', set: 0 }))).toEqual({
      type: 'removed',
      ids: ['a'],
      set: 0,
    });
  });

  test('is there exactly where something of the sets changed', () => {
    const ids = fc.constantFrom('a', 'b', 'c', 'd');
    const drafts = fc.record({
      sets: fc.array(fc.uniqueArray(ids), { minLength: 1, maxLength: 3 }),
      active: fc.constant(0),
      consulted: fc.uniqueArray(ids),
    });
    const key = ({ sets, active, consulted }: Pick<Draft, 'sets' | 'active' | 'consulted'>) =>
      JSON.stringify([sets.map((set) => [...set].sort()), active, [...consulted].sort()]);
    fc.assert(
      fc.property(drafts, drafts, (before, after) => {
        expect(changeOf(before, after) === undefined).toBe(key(before) === key(after));
      }),
    );
  });
});
