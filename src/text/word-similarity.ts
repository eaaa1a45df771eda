import { commonSubsequence } from './common-subsequence.ts';
import { words } from './words.ts';

/** Words of a text that are compared; no sentence has more. */
const maxWords = 400;

/** The words of a text, made once for many comparisons. */
export interface ComparedText {
  readonly words: readonly string[];
  readonly counts: ReadonlyMap<string, number>;
}

export function comparedText(text: string): ComparedText {
  const all = words(text).slice(0, maxWords);
  const counts = new Map<string, number>();
  for (const word of all) counts.set(word, (counts.get(word) ?? 0) + 1);
  return { words: all, counts };
}

/**
 * How much of two texts is the same, word by word in order: 1 for the same words, 0 for none in common. Twice the words of the longest
 * common subsequence, by the words of both. 0 also wherever it is certainly below `least`, which is told in less time.
 */
export function wordSimilarity(one: ComparedText, other: ComparedText, least = 0): number {
  const sum = one.words.length + other.words.length;
  if (sum === 0 || (2 * Math.min(one.words.length, other.words.length)) / sum < least) return 0;
  let shared = 0;
  for (const [word, count] of one.counts) shared += Math.min(count, other.counts.get(word) ?? 0);
  if (shared === 0 || (2 * shared) / sum < least) return 0;
  return (2 * commonSubsequence(one.words, other.words)) / sum;
}
