import { parseEvidenceId } from '../../corpus/evidence-id.ts';
import { words } from '../words/words.ts';

/** What an element is called in its article, such as `sentence 4`; the id itself where it is none. */
export function nameOf(id: string): string {
  const parts = parseEvidenceId(id);
  return parts === undefined ? id : words.evidence.unitName(parts.kind, parts.numbers);
}

/** The same with the title of the article, for who does not see what stands around. */
export function fullNameOf(id: string): string {
  const parts = parseEvidenceId(id);
  return parts === undefined ? id : words.evidence.ofArticle(nameOf(id), parts.title);
}
