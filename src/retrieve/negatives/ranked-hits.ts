import type { EvidenceSearcher, Hit, SearchRequest } from '../evidence-searcher.ts';

/** How far down a ranking is gone at most. */
const deepest = 1000;

/** The hits of a search one by one, the best first, with their ranks from 1; at most a thousand. More are asked for as they are needed, `first` at first. */
export async function* rankedHits(
  searcher: EvidenceSearcher,
  request: Omit<SearchRequest, 'count'>,
  first: number,
): AsyncGenerator<{ readonly hit: Hit; readonly rank: number }> {
  let given = 0;
  for (let count = Math.min(first, deepest); ; count = Math.min(count * 4, deepest)) {
    const hits = await searcher.search({ ...request, count });
    for (const hit of hits.slice(given)) {
      given += 1;
      yield { hit, rank: given };
    }
    if (hits.length < count || count === deepest) return;
  }
}
