import type { Evidence } from '../../corpus/evidence.ts';
import { parseEvidenceId } from '../../corpus/evidence-id.ts';
import type { EvidenceKind } from '../../corpus/evidence-kind.ts';

/**
 * The kind of element that an id stands for; `undefined` for one that is not in the corpus. Titles are no elements of the text,
 * but have ids. Without a corpus, the kind that the id itself says.
 */
export function kindOfId(id: string, evidence: Evidence): EvidenceKind | undefined {
  const record = evidence.get(id);
  if (record !== undefined) return record.kind;
  const parts = parseEvidenceId(id);
  if (evidence.size === 0) return parts?.kind;
  return parts?.kind === 'title' && evidence.article(parts.title) !== undefined ? 'title' : undefined;
}
