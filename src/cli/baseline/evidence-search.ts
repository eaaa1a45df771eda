import type { Evidence } from '../../corpus/evidence.ts';
import { isEvidence } from '../../corpus/evidence-kind.ts';
import { ToolError } from '../../errors.ts';
import { Bm25Index } from '../../retrieve/bm25-index.ts';
import { words } from '../../text/words.ts';

/** All that may be evidence in a corpus, to be found by its words and those of its article's title. */
export interface EvidenceSearch {
  /** Number of elements that are searched. */
  readonly size: number;
  /** Evidence ids, the best first. */
  readonly search: (text: string, count: number) => readonly string[];
}

/** @throws ToolError CORPUS_NOT_FOUND where there is nothing to search. */
export function createEvidenceSearch(evidence: Evidence): EvidenceSearch {
  const index = new Bm25Index();
  for (const { title, records } of evidence.articles) {
    const ofTitle = words(title);
    for (const { id, kind, text } of records) {
      if (isEvidence(kind) && text !== '') index.add(id, [...ofTitle, ...words(text)]);
    }
  }
  if (index.size === 0) {
    throw new ToolError(
      'CORPUS_NOT_FOUND',
      evidence.size > 0
        ? 'These articles are read page by page and cannot be searched. Name a dataset folder with tagged text with --dataset.'
        : 'There is no article to search. Name a dataset folder with articles with --dataset.',
    );
  }
  return { size: index.size, search: (text, count) => index.search(words(text), count).map(({ id }) => id) };
}
