import { toNfc } from '../../text/normalise.ts';
import type { Answer } from '../api/adjudication.ts';
import type { Draft } from '../draft/draft.ts';
import type { FindRecord } from './find-record.ts';
import { headsOf, marksOfDraft, unmarked } from './marks-of-draft.ts';
import type { UnitMark } from './unit-mark.ts';

/**
 * The marks of adjudication, by id in Unicode normal form C: the letters of the answers whose evidence has an element, in the order of
 * the answers, beside the marks of the draft that becomes gold. What an answer only looked at counts as consulted.
 */
export function marksOfAnswers(
  answers: readonly Pick<Answer, 'letter' | 'evidence' | 'consulted'>[],
  draft: Pick<Draft, 'sets' | 'active' | 'consulted'>,
  find: FindRecord,
): Map<string, UnitMark> {
  const marks = marksOfDraft(draft, find);
  const change = (key: string, changed: Partial<UnitMark>) => {
    marks.set(key, { ...(marks.get(key) ?? unmarked), ...changed });
  };
  for (const { letter, evidence, consulted = [] } of answers) {
    const chosen = new Set(evidence.flat().map(toNfc));
    for (const key of chosen) change(key, { letters: [...(marks.get(key)?.letters ?? []), letter] });
    for (const key of headsOf(chosen, find)) change(key, { isContext: true });
    for (const id of consulted) change(toNfc(id), { isConsulted: true });
  }
  return marks;
}
