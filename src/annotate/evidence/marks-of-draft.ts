import { contextOf } from '../../corpus/context.ts';
import { toNfc } from '../../text/normalise.ts';
import type { Draft } from '../draft/draft.ts';
import type { FindRecord } from './find-record.ts';
import type { UnitMark } from './unit-mark.ts';

/** The marks of what a draft chose, what heads that, and what was only looked at, by id in Unicode normal form C. */
export function marksOfDraft(
  { sets, active, consulted }: Pick<Draft, 'sets' | 'active' | 'consulted'>,
  find: FindRecord,
): Map<string, UnitMark> {
  const marks = new Map<string, UnitMark>();
  const change = (id: string, changed: Partial<UnitMark>) => {
    const key = toNfc(id);
    marks.set(key, { ...(marks.get(key) ?? unmarked), ...changed });
  };
  sets.forEach((set, position) => {
    for (const id of set) {
      const before = marks.get(toNfc(id)) ?? unmarked;
      if (before.sets.at(-1) === position) continue;
      change(id, {
        sets: [...before.sets, position],
        activeSet: position === active ? position : before.activeSet,
      });
    }
  });
  for (const id of headsOf(sets.flat(), find)) change(id, { isContext: true });
  for (const id of consulted) change(id, { isConsulted: true });
  return marks;
}

/** Of an element without a mark. */
export const unmarked: UnitMark = {
  sets: [],
  activeSet: undefined,
  isContext: false,
  isConsulted: false,
  letters: [],
};

/** The ids in Unicode normal form C of what heads the elements: titles, headings, header cells. */
export function headsOf(ids: Iterable<string>, find: FindRecord): Set<string> {
  const heads = new Set<string>();
  for (const id of ids) {
    const record = find(id);
    if (record === undefined) continue;
    for (const head of contextOf(record)) heads.add(toNfc(head));
  }
  return heads;
}
