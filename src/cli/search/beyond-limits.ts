import { countWords, formatNumber } from '../../reporters/count-words.ts';
import { maxPhrases, maxPrefixes, maxWords } from '../../retrieve/query/limits.ts';
import type { QueryCounts } from '../../retrieve/query/parsed-query.ts';

/** The limits of a query in words. */
export const queryLimits = `at most ${formatNumber(maxWords)} words, ${maxPhrases} phrases and ${maxPrefixes} beginnings are`;

/** What of a query was not looked for, in words, such as `3 phrases, 1 beginning`. */
export function beyondWords({ words, phrases, prefixes }: QueryCounts): string {
  const counts: readonly (readonly [count: number, noun: string])[] = [
    [words, 'word'],
    [phrases, 'phrase'],
    [prefixes, 'beginning'],
  ];
  return counts
    .filter(([count]) => count > 0)
    .map(([count, noun]) => countWords(count, noun))
    .join(', ');
}
