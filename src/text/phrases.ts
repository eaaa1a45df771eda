import type { WordInText } from './word-spans.ts';

/** Words from `from` up to, not including, `to`. */
export interface PhraseMatch {
  readonly from: number;
  readonly to: number;
}

/** Phrases by their first word, longest first, each as its words. */
type PhrasesByWord = ReadonlyMap<string, readonly (readonly string[])[]>;

const known = new WeakMap<readonly string[], PhrasesByWord>();

/**
 * Where phrases of a list stand among words, in order; of several that begin at a word the longest, and none inside another.
 *
 * @param phrases in lower case, words parted by blanks; remembered, so that a list is read once
 */
export function* findPhrases(
  words: readonly WordInText[],
  phrases: readonly string[],
): Generator<PhraseMatch> {
  const byWord = phrasesByWord(phrases);
  for (let from = 0; from < words.length; from++) {
    const candidates = byWord.get(words[from]?.folded ?? '') ?? [];
    const found = candidates.find((phrase) => phrase.every((word, at) => words[from + at]?.folded === word));
    if (found === undefined) continue;
    yield { from, to: from + found.length };
    from += found.length - 1;
  }
}

function phrasesByWord(phrases: readonly string[]): PhrasesByWord {
  let byWord = known.get(phrases);
  if (byWord === undefined) {
    const built = new Map<string, string[][]>();
    for (const phrase of phrases) {
      const words = phrase.split(' ');
      const first = words[0] ?? '';
      built.set(
        first,
        [...(built.get(first) ?? []), words].sort((a, b) => b.length - a.length),
      );
    }
    byWord = built;
    known.set(phrases, byWord);
  }
  return byWord;
}
