import { isObject } from '../text/is-object.ts';

/** Formats (ids of `src/formats`) whose gold is scored as it stands. */
export type GoldShape = 'fever' | 'feverous' | 'hover' | 'jsonl' | 'qrels' | 'scifact';

/**
 * The format that a gold record shows itself to be in; `undefined` where it may be several, as a claim without evidence, or is none
 * of these.
 */
export function goldShape(record: unknown): GoldShape | undefined {
  if (!isObject(record)) return undefined;
  if (Array.isArray(record.supporting_facts)) return 'hover';
  if (isObject(record.relevant)) return 'qrels';
  const { evidence } = record;
  if (isObject(evidence)) return 'scifact';
  if (!Array.isArray(evidence)) return undefined;
  const [set] = evidence as unknown[];
  if (isObject(set) && Array.isArray(set.content)) return 'feverous';
  if (!Array.isArray(set)) return undefined;
  const [item] = set as unknown[];
  if (typeof item === 'string') return 'jsonl';
  if (!Array.isArray(item)) return undefined;
  // FEVER has annotation and evidence ids before page and sentence; the scorer of FEVEROUS takes title, kind and position.
  return item.length === 3 && typeof item[1] === 'string' ? 'feverous' : 'fever';
}
