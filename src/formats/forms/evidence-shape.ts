import { isObject } from '../../text/is-object.ts';

/** Items looked at: a form shows in the first ones. */
const maxItems = 100;

/** What evidence looks like, as its first item shows that is not empty; `undefined` where that looks like nothing known. */
export function evidenceShape(
  evidence: unknown,
): 'native' | 'fever' | 'flatFever' | 'feverous' | 'scifact' | undefined {
  if (isObject(evidence)) return 'scifact';
  if (!Array.isArray(evidence)) return undefined;
  const items: readonly unknown[] = evidence.slice(0, maxItems);
  const first = items.find((item) => !Array.isArray(item) || item.length > 0);
  if (isObject(first)) return 'feverous';
  if (!Array.isArray(first)) return undefined;
  if (isTuple(first) || isPair(first)) return 'flatFever';
  if (Array.isArray(first[0])) return 'fever';
  return first.slice(0, maxItems).every((id) => typeof id === 'string') ? 'native' : undefined;
}

/** Whether an item is FEVER's `[annotation_id, evidence_id, page, sentence]`, as far as types tell. */
export function isTuple(item: unknown): item is readonly [unknown, unknown, string | null, unknown] {
  if (!Array.isArray(item) || item.length !== 4) return false;
  const [annotation, , page] = item as readonly unknown[];
  return (
    (annotation === null || typeof annotation === 'number') && (page === null || typeof page === 'string')
  );
}

/** Whether an item is the `[page, sentence]` of FEVER's predictions. */
function isPair(item: readonly unknown[]): boolean {
  return item.length === 2 && typeof item[0] === 'string' && typeof item[1] === 'number';
}
