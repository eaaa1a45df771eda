import type { HitsResponse } from '../annotate/api/corpus.ts';
import { searchWords } from '../text/search-words.ts';
import { languageOf } from '../text/languages/index.ts';
import { type SearchedCorpus, searchOf } from './search-corpus.ts';

/**
 * At most `limit` sentences, list items, cells and captions that have the most in common with a claim, the best first; none of a corpus
 * that is not held in memory.
 *
 * @param language BCP 47 tag of the claims: its commonest words are not looked for
 */
export function suggestEvidence(
  corpus: SearchedCorpus,
  claim: string,
  limit: number,
  language: string,
): HitsResponse {
  const { elements } = searchOf(corpus);
  const common = new Set(languageOf(language)?.stopWords);
  const words = searchWords(claim).filter((word) => !common.has(word));
  return {
    titles: [],
    hits: elements?.find([...new Set(words)], limit, false) ?? [],
    isTitlesOnly: elements === undefined,
  };
}
