import { searchWordPattern } from '../../text/search-words.ts';
import { maxPhrases, maxPrefixes, maxWords } from './limits.ts';
import type { ParsedQuery } from './parsed-query.ts';

/** A phrase in quotation marks of any kind, or the beginning of a word with a star behind it. A mark without its fellow is nothing. A word is only begun at its beginning: long ones cost the square of their length otherwise. */
const instructions = /"([^"]*)"|[“„]([^“”„]*)[”“]|«([^«»]*)»|(?<![\p{L}\p{M}\p{N}])([\p{L}\p{M}\p{N}]+)\*/gu;
const lastWord = /(?<![\p{L}\p{M}\p{N}])[\p{L}\p{M}\p{N}]+$/u;

/**
 * A query as people write it: `ceasefire "Nagorno-Karabakh War" armen*`. There are no other signs: whatever else is no letter or digit parts words. Beyond
 * 1,000 words, 16 phrases and 16 beginnings nothing is looked for; the words of a phrase too many are.
 */
export function parseQuery(text: string): ParsedQuery {
  const words: string[] = [];
  const phrases: string[] = [];
  const prefixes: string[] = [];
  const beyond = { words: 0, phrases: 0, prefixes: 0 };
  let left = maxWords;
  // Neighbours stay together: some indexes look for pairs of them.
  const addWords = (piece: string): string => {
    const found = wordsUpTo(piece, left);
    beyond.words += found.beyond;
    if (found.count > 0) words.push(found.text);
    left -= found.count;
    return found.text;
  };
  let end = 0;
  for (const match of text.matchAll(instructions)) {
    const [whole, straight, curly, angled, prefix] = match;
    addWords(text.slice(end, match.index));
    end = match.index + whole.length;
    const phrase = straight ?? curly ?? angled;
    if (prefix !== undefined) {
      if (prefixes.length < maxPrefixes) prefixes.push(prefix);
      else beyond.prefixes += 1;
      continue;
    }
    const inside = addWords(phrase ?? '');
    if (inside === '') continue;
    if (phrases.length < maxPhrases) phrases.push(inside);
    else beyond.phrases += 1;
  }
  addWords(text.slice(end));
  const isAll = beyond.words + beyond.phrases + beyond.prefixes === 0;
  return { words, phrases, prefixes, ...(!isAll && { beyond }) };
}

/** As {@link parseQuery}, of a text that is still being written: its last word may be the beginning of others, too. */
export function typedQuery(text: string): ParsedQuery {
  const query = parseQuery(text);
  const last = lastWord.exec(text)?.[0];
  if (last === undefined || query.prefixes.length === maxPrefixes) return query;
  return { ...query, prefixes: [...query.prefixes, last] };
}

/** Whether there is nothing in a query to look for. */
export function isEmptyQuery({ words, prefixes }: ParsedQuery): boolean {
  return prefixes.length === 0 && words.every((text) => text.match(searchWordPattern) === null);
}

/** A text up to the end of its last word that is looked for, without what stands outside of words at both ends; number of its words up to there and beyond. */
function wordsUpTo(
  text: string,
  most: number,
): { readonly text: string; readonly count: number; readonly beyond: number } {
  let [count, beyond] = [0, 0];
  let start = 0;
  let end = 0;
  for (const { 0: word, index } of text.matchAll(searchWordPattern)) {
    if (count === most) {
      beyond += 1;
      continue;
    }
    if (count === 0) start = index;
    count += 1;
    end = index + word.length;
  }
  return { text: text.slice(start, end), count, beyond };
}
