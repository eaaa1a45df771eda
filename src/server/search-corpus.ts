import type { HitsResponse } from '../annotate/api/corpus.ts';
import { searchWords } from '../annotate/search/search-words.ts';
import type { Evidence } from '../corpus/evidence.ts';
import { ElementSearch } from './element-search.ts';
import { TitleSearch } from './title-search.ts';

/** A corpus as it is searched, such as a loaded one. Another object stands for another corpus: what is built for searching is kept by the object. */
export interface SearchedCorpus {
  readonly evidence: Evidence;
  /** All titles of a corpus that is not held in memory, in an order that is always the same. */
  readonly titles?: () => Iterable<string>;
}

/** Titles that are shown above the sentences. */
const maxTitles = 8;

const searches = new WeakMap<
  SearchedCorpus,
  { readonly titles: TitleSearch; elements: ElementSearch | undefined }
>();

/**
 * What a corpus has of the words of a query: titles, and at most `limit` sentences, list items, cells and captions, the best first. Of a
 * corpus that is not held in memory only titles. The last word counts as the beginning of one while no text has it.
 *
 * The first search builds what the others need, some seconds for a million sentences.
 */
export function searchCorpus(corpus: SearchedCorpus, query: string, limit: number): HitsResponse {
  const { titles, elements } = searchOf(corpus);
  const words = searchWords(query);
  return {
    titles: titles.find(query, maxTitles),
    hits: elements?.find(words, limit, true) ?? [],
    isTitlesOnly: elements === undefined,
  };
}

/** The search of a corpus, built when it is first asked for. */
export function searchOf(corpus: SearchedCorpus): {
  readonly titles: TitleSearch;
  readonly elements: ElementSearch | undefined;
} {
  let search = searches.get(corpus);
  if (search === undefined) {
    const { evidence } = corpus;
    const titles = corpus.titles?.() ?? evidence.articles.map(({ title }) => title);
    search = {
      titles: new TitleSearch(titles, (title) => evidence.article(title) !== undefined),
      elements: evidence.articles.length > 0 ? new ElementSearch(evidence) : undefined,
    };
    searches.set(corpus, search);
  }
  return search;
}
