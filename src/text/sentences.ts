import type { Language } from './languages/language.ts';
import { quotations } from './quotations.ts';
import type { Span } from './span.ts';

/** Behind a sentence's last mark may stand closing quotation marks and brackets, before its first word opening ones. */
const closing = /["'”’»)\]]/;
const opening = /["'“‘«([]/;
/** Ends of sentences in scripts that put no blank behind them. */
const wideEnd = /[。！？｡]/;

/**
 * The sentences of a text, without the white space between them. Careful: where a sentence may go on it does, so that a text of
 * one sentence is hardly ever found to have two. Sentences inside a quotation belong to the one that quotes them.
 */
export function splitSentences(text: string, language: Language): Span[] {
  const sentences: Span[] = [];
  const quoted = quotations(text);
  let nextQuoted = 0;
  let start = skipBlanks(text, 0);
  for (let at = start; at < text.length; at++) {
    const character = text.charAt(at);
    const isWide = wideEnd.test(character);
    if (!isWide && !/[.!?…]/.test(character)) continue;
    let end = at + 1;
    while (/[.!?…]/.test(text.charAt(end)) || wideEnd.test(text.charAt(end))) end += 1;
    while (closing.test(text.charAt(end))) end += 1;
    while ((quoted[nextQuoted]?.end ?? Infinity) <= at) nextQuoted += 1;
    // A quotation that ends with the mark may end the sentence too.
    const quotation = quoted[nextQuoted];
    const isQuoted = quotation !== undefined && quotation.start < at && quotation.end > end;
    const next = skipBlanks(text, end);
    const isEnd = isWide || (next > end && endsSentence(text, { start, end: at }, next, language));
    if (!isQuoted && next < text.length && isEnd) {
      sentences.push({ start, end });
      start = next;
    }
    at = end - 1;
  }
  const end = text.trimEnd().length;
  if (end > start) sentences.push({ start, end });
  return sentences;
}

/** Longer words are looked at in part only. */
const maxWordChars = 60;

/** Whether a sentence ends with the mark behind `body`, when the text goes on at `next`. */
function endsSentence(text: string, body: Span, next: number, language: Language): boolean {
  const isPeriod = text.charAt(body.end) === '.' && text.charAt(body.end + 1) !== '.';
  const before = wordsBefore(text, body);
  const after = wordsAfter(text, next);
  const [first = '', second] = after;
  if (!/^\p{Lu}/u.test(first) || second === undefined) return false;
  const last = before.at(-1) ?? '';
  const isStarter = language.sentenceStarters.includes(first.toLowerCase().replace(/['’].*$/u, ''));
  // Titles such as "Oh! You Pretty Things" and names such as "Yahoo! Music" go on with a capital letter.
  if (text.charAt(body.end - 1) === '[') return false;
  if (!isPeriod) return isStarter && before.length > 1 && /^\p{Ll}/u.test(second);
  if (/\.\p{L}+$/u.test(last) || /^\p{L}$/u.test(last)) return false;
  if (language.abbreviations.includes(last.toLowerCase())) return false;
  if (before.length < 2) return false;
  // A name in front of the period may be an abbreviation that is not listed, unless the next word cannot be part of a name.
  return isStarter ? true : /^[\p{Ll}\p{N}]/u.test(last) && /^[\p{Ll}\p{N}]/u.test(second);
}

/** Up to two words that end a piece of text, without marks around them. */
function wordsBefore(text: string, { start, end }: Span): string[] {
  return text
    .slice(Math.max(start, end - 2 * maxWordChars), end)
    .split(/\s+/)
    .map((word) => word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}.]+$/gu, ''))
    .filter((word) => /[\p{L}\p{N}]/u.test(word))
    .slice(-2);
}

/** Up to two words from an offset on. */
function wordsAfter(text: string, from: number): string[] {
  let at = from;
  while (opening.test(text.charAt(at))) at += 1;
  return text
    .slice(at, at + 2 * maxWordChars)
    .split(/\s+/)
    .filter((word) => /[\p{L}\p{N}]/u.test(word))
    .slice(0, 2);
}

function skipBlanks(text: string, from: number): number {
  let at = from;
  while (at < text.length && /\s/.test(text.charAt(at))) at += 1;
  return at;
}
