import type { Span } from '../../../text/span.ts';

/** A word as it stands in a text. */
export interface PlainWord {
  readonly text: string;
  /** In lower case, with a straight apostrophe. */
  readonly folded: string;
  readonly span: Span;
}

/** Joined by hyphens, by the separators of a number, by an apostrophe that is none of the possessive. */
const pattern =
  /[\p{L}\p{M}\p{N}]+(?:(?:[-‐‑/.](?=[\p{L}\p{N}])|,(?=\d{3}(?!\d))|['’](?!s(?![\p{L}\p{N}])))[\p{L}\p{M}\p{N}]+)*/gu;

/** The words of a text in order: `Su-25`, `5,000` and `didn't` are one, the `s` of `Baku's` is a word of its own. */
export function plainWords(text: string): PlainWord[] {
  return Array.from(text.matchAll(pattern), ({ 0: word, index }) => ({
    text: word,
    folded: word.toLowerCase().replaceAll('’', "'"),
    span: { start: index, end: index + word.length },
  }));
}
