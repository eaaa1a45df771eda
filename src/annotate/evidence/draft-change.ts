import type { Draft } from '../draft/draft.ts';

/** What happened to the sets between two states of a draft. Positions of sets count from 0. */
export type DraftChange =
  | { readonly type: 'added'; readonly ids: readonly string[]; readonly set: number }
  | { readonly type: 'removed'; readonly ids: readonly string[]; readonly set: number }
  | { readonly type: 'moved'; readonly id: string; readonly from: number; readonly to: number }
  | { readonly type: 'new-set'; readonly set: number }
  | { readonly type: 'deleted-set'; readonly set: number }
  | { readonly type: 'activated'; readonly set: number }
  | { readonly type: 'consulted'; readonly id: string }
  | { readonly type: 'not-consulted'; readonly id: string }
  /** More than one action does at once: another answer was filled in. */
  | { readonly type: 'replaced' };

type Sets = Pick<Draft, 'sets' | 'active' | 'consulted'>;

/** What a person who cannot see the sets has to be told; `undefined` where nothing of them changed. */
export function changeOf(before: Sets, after: Sets): DraftChange | undefined {
  const consulted = changeOfConsulted(before, after);
  const moved = after.sets.flatMap((set, position) => {
    const old = before.sets[position] ?? [];
    const added = set.filter((id) => !old.includes(id));
    const removed = old.filter((id) => !set.includes(id));
    return added.length + removed.length === 0 ? [] : [{ position, added, removed }];
  });
  if (after.sets.length < before.sets.length) return deletionOf(before, after);
  const [first, second] = moved;
  const [arrival, departure] = first?.added.length === 0 ? [second, first] : [first, second];
  const id = arrival?.added[0];
  if (
    moved.length === 2 &&
    arrival?.added.length === 1 &&
    arrival.removed.length === 0 &&
    departure?.added.length === 0 &&
    departure.removed.length === 1 &&
    departure.removed[0] === id &&
    id !== undefined
  ) {
    return { type: 'moved', id, from: departure.position, to: arrival.position };
  }
  if (moved.length > 1 || (first !== undefined && consulted !== undefined)) return { type: 'replaced' };
  if (first !== undefined) {
    const { added, removed, position } = first;
    if (added.length > 0 && removed.length > 0) return { type: 'replaced' };
    return added.length > 0
      ? { type: 'added', ids: added, set: position }
      : { type: 'removed', ids: removed, set: position };
  }
  if (consulted !== undefined) return consulted;
  if (after.sets.length > before.sets.length) return { type: 'new-set', set: after.sets.length - 1 };
  return after.active === before.active ? undefined : { type: 'activated', set: after.active };
}

function deletionOf(before: Sets, after: Sets): DraftChange {
  const key = (set: readonly string[] | undefined) => JSON.stringify(set);
  const kept = after.sets.findIndex((set, position) => key(set) !== key(before.sets[position]));
  const set = kept < 0 ? after.sets.length : kept;
  const rest = before.sets.filter((_, position) => position !== set);
  return key(rest.flat()) === key(after.sets.flat()) && rest.length === after.sets.length
    ? { type: 'deleted-set', set }
    : { type: 'replaced' };
}

function changeOfConsulted(before: Sets, after: Sets): DraftChange | undefined {
  const added = after.consulted.filter((id) => !before.consulted.includes(id));
  const removed = before.consulted.filter((id) => !after.consulted.includes(id));
  const [id] = [...added, ...removed];
  if (id === undefined) return undefined;
  if (added.length + removed.length > 1) return { type: 'replaced' };
  return { type: added.length === 1 ? 'consulted' : 'not-consulted', id };
}
