import type { Span } from './span.ts';

/** A word where it stands in a text. */
export interface WordInText {
  /** As it is written. */
  readonly text: string;
  /** Without case, a typographic apostrophe as `'`. */
  readonly folded: string;
  readonly span: Span;
}

/** The words of a text in order: letters, marks and digits, apostrophes between them. Hyphens part words. */
export function wordSpans(text: string): WordInText[] {
  return Array.from(
    text.matchAll(/[\p{L}\p{M}\p{N}]+(?:['’][\p{L}\p{M}\p{N}]+)*/gu),
    ({ 0: word, index }) => ({
      text: word,
      folded: word.toLowerCase().replaceAll('’', "'"),
      span: { start: index, end: index + word.length },
    }),
  );
}

/** Whether a word begins with a capital letter. */
export function isCapitalised(word: string): boolean {
  return /^[\p{Lu}\p{Lt}]/u.test(word);
}

/** A word without what an apostrophe adds to it: `it` of `it's`, `wales` of `wales's`. */
export function withoutClitic(folded: string): string {
  const apostrophe = folded.lastIndexOf("'");
  return apostrophe > 0 ? folded.slice(0, apostrophe) : folded;
}
