import type { Evidence } from '../../corpus/evidence.ts';
import { kindOfId } from './kind-of-id.ts';

/** Whether an evidence set is nothing but section headings. */
export function isHeadings(ids: readonly string[], evidence: Evidence): boolean {
  return ids.every((id) => kindOfId(id, evidence) === 'section');
}
