import type { EvidenceIndex } from '../../corpus/evidence-index.ts';
import { kindOfId } from './kind-of-id.ts';

/** Whether an evidence set is nothing but section headings. */
export function isHeadings(ids: readonly string[], evidence: EvidenceIndex): boolean {
  return ids.every((id) => kindOfId(id, evidence) === 'section');
}
