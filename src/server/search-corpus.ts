import { setImmediate } from 'node:timers/promises';
import type { HitsResponse } from '../annotate/api/corpus.ts';
import { searchWords } from '../text/search-words.ts';
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

/** How long building may go on before others are let in, in milliseconds. */
const pieceMs = 20;

interface CorpusSearch {
  readonly titles: TitleSearch;
  readonly elements: ElementSearch | undefined;
  /** What is left to be done before it finds all elements. */
  readonly building: Iterator<unknown>;
}

const searches = new WeakMap<SearchedCorpus, CorpusSearch>();

/**
 * What a corpus has of the words of a query: titles, and at most `limit` sentences, list items, cells and captions, the best first. Of a
 * corpus that is not held in memory only titles. The last word counts as the beginning of one while no text has it.
 *
 * The first search builds what the others need, some seconds for a million sentences, unless {@link prepareSearch} has done so.
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
export function searchOf(corpus: SearchedCorpus): Omit<CorpusSearch, 'building'> {
  const search = beginSearch(corpus);
  while (search.building.next().done !== true);
  return search;
}

/**
 * Done when a corpus can be searched without delay. Requests are answered meanwhile; several may wait for one corpus.
 *
 * @param isWanted asked now and then: where not, what is left is left to whoever asks for the corpus next
 */
export async function prepareSearch(
  corpus: SearchedCorpus,
  isWanted: () => boolean = () => true,
): Promise<void> {
  const { building } = beginSearch(corpus);
  while (isWanted()) {
    const end = performance.now() + pieceMs;
    while (performance.now() < end) if (building.next().done === true) return;
    await setImmediate();
  }
}

function beginSearch(corpus: SearchedCorpus): CorpusSearch {
  let search = searches.get(corpus);
  if (search === undefined) {
    const { evidence } = corpus;
    const titles = corpus.titles?.() ?? evidence.articles.map(({ title }) => title);
    const elements = evidence.articles.length > 0 ? new ElementSearch(evidence) : undefined;
    search = {
      titles: new TitleSearch(titles, (title) => evidence.article(title) !== undefined),
      elements,
      building: elements?.build() ?? [].values(),
    };
    searches.set(corpus, search);
  }
  return search;
}
