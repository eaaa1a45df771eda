import { normalForm } from '../../text/normalise.ts';
import { murmurHash3 } from './murmur-hash3.ts';

/** Numbers that words and pairs are hashed to: 2^24, as in DrQA. */
const buckets = 2 ** 24;
/** DrQA's simple tokenizer: runs of letters, marks and digits, and every other character that is seen. */
const token = /[\p{L}\p{N}\p{M}]+|[^\p{Z}\p{C}]/gu;
const punctuation = /^\p{P}+$/u;
const encoder = new TextEncoder();

/**
 * The words of a text and the pairs of neighbours among them, each as its number from 0 to 2^24 - 1. Symbols such as `$` count as words. What holds a
 * word to be left out, or punctuation, is left out: there is no pair across a comma.
 *
 * @param leftOut in lower case and normal form D
 * @see Chen et al. 2017, Reading Wikipedia to Answer Open-Domain Questions, section 3.1, and the code published with it (`retriever/utils.py`,
 * `tokenizers/simple_tokenizer.py`).
 */
export function hashedBigrams(text: string, leftOut: ReadonlySet<string>): string[] {
  const terms: string[] = [];
  let before: string | undefined;
  for (const [found] of normalForm(text, 'NFD').matchAll(token)) {
    const word = found.toLowerCase();
    const isKept = !punctuation.test(word) && !leftOut.has(word);
    if (isKept) {
      if (before !== undefined) terms.push(bucketOf(`${before} ${word}`));
      terms.push(bucketOf(word));
    }
    before = isKept ? word : undefined;
  }
  return terms;
}

function bucketOf(gram: string): string {
  return String(murmurHash3(encoder.encode(gram), 0) % buckets);
}
