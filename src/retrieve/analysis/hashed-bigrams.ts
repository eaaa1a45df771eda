import { searchWordPattern } from '../../text/search-words.ts';
import { murmurHash3 } from './murmur-hash3.ts';

/** Numbers that words and pairs are hashed to: 2^24, as in DrQA. */
const buckets = 2 ** 24;

/**
 * The words of a text and the pairs of neighbours among them, each as its number from 0 to 2^24 - 1. What holds one of the words to be left out is left out.
 *
 * @see Chen et al. 2017, Reading Wikipedia to Answer Open-Domain Questions, section 3.1, and the code published with it (`retriever/utils.py`).
 */
export function hashedBigrams(text: string, leftOut: ReadonlySet<string>): string[] {
  const words = (text.normalize('NFD').match(searchWordPattern) ?? []).map((word) => word.toLowerCase());
  const terms: string[] = [];
  for (const [at, word] of words.entries()) {
    if (leftOut.has(word)) continue;
    terms.push(bucketOf(word));
    const next = words[at + 1];
    if (next !== undefined && !leftOut.has(next)) terms.push(bucketOf(`${word} ${next}`));
  }
  return terms;
}

function bucketOf(gram: string): string {
  return String(murmurHash3(new TextEncoder().encode(gram), 0) % buckets);
}
