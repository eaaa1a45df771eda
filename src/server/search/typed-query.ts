import type { EvidenceSearcher } from '../../retrieve/evidence-searcher.ts';
import { parseQuery, typedQuery } from '../../retrieve/query/parse-query.ts';
import { type ParsedQuery, plainQuery } from '../../retrieve/query/parsed-query.ts';
import { fold, searchWordSpans } from '../../text/search-words.ts';

/** Words of a query that are looked for: no claim has more, and each costs time. */
const maxWords = 64;
/** Letters from which on a word may be the beginning of another. */
const minPrefix = 2;

/** A text up to the last of the words that are looked for. */
export function firstWords(text: string): string {
  return text.slice(0, searchWordSpans(text)[maxWords]?.span.start);
}

/**
 * A query that is still being written: where nothing has its last word, this counts as the beginning of others. One that something has is meant as it stands:
 * who has typed `war` does not look for Warsaw.
 */
export async function completedQuery(searcher: EvidenceSearcher, text: string): Promise<ParsedQuery> {
  const last = /[\p{L}\p{M}\p{N}]+$/u.exec(text)?.[0] ?? '';
  if (fold(last).length < minPrefix) return parseQuery(text);
  const found = await searcher.search({ query: plainQuery(last), level: 'element', count: 1 });
  return found.length > 0 ? parseQuery(text) : typedQuery(text);
}
