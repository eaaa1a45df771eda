/** Stands for a blank in a term: the engine parts terms at blanks. */
const blank = '\u2581';
const behindWord = '\t';

/** A term as the engine has it. */
export function plainTerm(term: string): string {
  return term.replace(/\s/gu, blank);
}

/** A word with its term. */
export function wordOfTerm(word: string, term: string): string {
  return `${word}${behindWord}${term}`;
}

/** The term of a word with its term. */
export function termOfPair(pair: string): string {
  return pair.slice(pair.indexOf(behindWord) + 1);
}

/**
 * A regular expression of Lucene for the words with their terms that begin with a text. Something always follows: with `.*` OpenSearch 2.19 takes another way, which
 * fails for what comes behind all words.
 */
export function beginningPattern(prefix: string): string {
  return `${prefix.replace(/[^\p{L}\p{N}]/gu, '\\$&')}.+`;
}
