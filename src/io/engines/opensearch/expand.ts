import { compareUtf8 } from '../../../text/compare-utf8.ts';
import type { EnginePart } from '../engine-part.ts';
import { wordsAnswer } from './answers.ts';
import type { Ask } from './ask.ts';
import { wordsField } from './mapping.ts';
import { beginningPattern, plainTerm, termOfPair, wordOfTerm } from './terms.ts';

/** Words that begin as wanted, of which the commonest terms are taken. */
const maxBeginnings = 1000;

/** The commonest terms that begin so or are of a word that does. */
export async function expand(ask: Ask, part: EnginePart, prefix: string, most: number): Promise<string[]> {
  if (prefix === '') return [];
  const begin = await countWords(ask, part, beginningPattern(plainTerm(prefix)), maxBeginnings);
  const terms = new Set([...begin.keys()].map(termOfPair));
  const own = [...terms].map((term) => wordOfTerm(term, term));
  const counts = own.length === 0 ? new Map<string, number>() : await countWords(ask, part, own, own.length);
  return [...counts]
    .map(([pair, count]) => ({ term: termOfPair(pair), count }))
    .sort((one, other) => other.count - one.count || compareUtf8(one.term, other.term))
    .slice(0, most)
    .map(({ term }) => term);
}

/** Words with their terms, and how many records have them. */
async function countWords(
  ask: Ask,
  part: EnginePart,
  include: string | readonly string[],
  size: number,
): Promise<Map<string, number>> {
  const { aggregations } = await ask(wordsAnswer, {
    size: 0,
    query: { bool: { filter: [{ term: { part } }] } },
    aggs: { words: { terms: { field: wordsField(part), include, size } } },
  });
  return new Map(aggregations.words.buckets.map(({ key, doc_count: count }) => [key, count]));
}
