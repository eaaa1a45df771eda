import type { Evidence } from '../../corpus/evidence.ts';
import { ToolError } from '../../errors.ts';
import { buildSearcher } from '../../retrieve/build-searcher.ts';
import { defaultIndexSettings } from '../../retrieve/default-index-settings.ts';
import { plainQuery } from '../../retrieve/query/parsed-query.ts';

/** All that may be evidence in a corpus, to be found by its words, those of its article's title and those of what heads it. */
export interface EvidenceSearch {
  /** Number of elements that are searched. */
  readonly size: number;
  /** Evidence ids, the best first. */
  readonly search: (text: string, count: number) => readonly string[];
}

/**
 * The search of a corpus by BM25. Settings of the dataset are not asked, but for its language: a baseline is the same everywhere.
 *
 * @param language BCP 47 tag: whose stems are compared
 * @throws ToolError CORPUS_NOT_FOUND where there is nothing to search.
 */
export async function createEvidenceSearch(evidence: Evidence, language: string): Promise<EvidenceSearch> {
  const { analysis } = defaultIndexSettings;
  const settings = { ...defaultIndexSettings, analysis: { ...analysis, language } };
  const searcher = buildSearcher('the corpus', evidence.articles, ['element'], settings);
  const size = await searcher.size('element');
  if (size === 0) {
    throw new ToolError(
      'CORPUS_NOT_FOUND',
      evidence.size > 0
        ? 'These articles are read page by page and cannot be searched. Name a dataset folder with tagged text with --dataset.'
        : 'There is no article to search. Name a dataset folder with articles with --dataset.',
    );
  }
  return {
    size,
    search: (text, count) =>
      searcher.searchNow({ query: plainQuery(text), level: 'element', count }).map(({ id }) => id),
  };
}
