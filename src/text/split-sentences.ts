import type { SentenceWords } from './languages/sentence-words.ts';
import { quotations } from './quotations.ts';
import type { Span } from './span.ts';

/** How a text is split. */
export interface SplitOptions {
  /**
   * Whether a sentence ends only where it certainly does: where it may go on it does, so that a text of one sentence is hardly ever
   * found to have two, and sentences inside a quotation belong to the one that quotes them. By default it ends where that is likelier.
   */
  readonly careful?: boolean;
}

/** Marks that end sentences where a blank follows, in scripts that write blanks: Latin, Greek, Arabic, Devanagari, Armenian. */
const endMark = /[.!?…؟۔।॥։]/;
/** Ends of sentences in scripts that put no blank behind them. */
const wideEnd = /[。！？｡]/;
/** Behind a sentence's last mark may stand closing quotation marks and brackets, before its first word opening ones. */
const closing = /["'”’»)\]」』）】]/;
const opening = /["'“‘«„([¿¡]/;
/** Longer words are looked at in part only. */
const maxWordChars = 60;
/** A bracket that is not closed so far behind it was meant as something else. */
const maxBracketChars = 2_000;

/**
 * The sentences of a text in order, without the white space between them; all else is in one of them. Linear in the length of the text.
 *
 * @param words what the language writes before a period that ends no sentence; `neutralWords` where it is not known
 */
export function splitSentences(
  text: string,
  words: SentenceWords,
  { careful = false }: SplitOptions = {},
): Span[] {
  const sentences: Span[] = [];
  const enclosed = careful ? quotations(text) : asides(text);
  let nextEnclosed = 0;
  let start = skipBlanks(text, 0);
  for (let at = start; at < text.length; at++) {
    const character = text.charAt(at);
    const isWide = wideEnd.test(character);
    if (!isWide && !endMark.test(character)) continue;
    let end = at + 1;
    while (endMark.test(text.charAt(end)) || wideEnd.test(text.charAt(end))) end += 1;
    const markEnd = end;
    while (closing.test(text.charAt(end))) end += 1;
    while ((enclosed[nextEnclosed]?.end ?? Infinity) <= at) nextEnclosed += 1;
    // A quotation that ends with the mark may end the sentence too, and an aside that the sentence began with goes on in the next.
    const around = enclosed[nextEnclosed];
    const isInside =
      around !== undefined &&
      around.start < at &&
      around.end > end &&
      (careful ? true : around.start > start);
    const next = skipBlanks(text, end);
    if (next < text.length && !isInside) {
      const mark: Mark = { start, at, markEnd, end, next };
      const isEnd =
        isWide || (next > end && (careful ? endsSurely(text, mark, words) : endsLikely(text, mark, words)));
      if (isEnd) {
        sentences.push({ start, end });
        start = next;
      }
    }
    at = end - 1;
  }
  const end = text.trimEnd().length;
  if (end > start) sentences.push({ start, end });
  return sentences;
}

/** Marks that may end a sentence. */
interface Mark {
  /** Of the sentence. */
  readonly start: number;
  /** Of the marks; closing quotation marks and brackets stand from `markEnd` to `end`. */
  readonly at: number;
  readonly markEnd: number;
  readonly end: number;
  /** Where the text goes on. */
  readonly next: number;
}

/** Whether a sentence likely ends with the mark. */
function endsLikely(text: string, { start, at, markEnd, end, next }: Mark, words: SentenceWords): boolean {
  const after = wordsAfter(text, next);
  const [first = ''] = after;
  // Sentences begin with a capital letter, a number, or a letter of a script without capitals.
  if (!/^[\p{Lu}\p{Lt}\p{Lo}\p{N}]/u.test(first)) return false;
  const before = wordsBefore(text, { start, end: at });
  const last = before.at(-1);
  // A mark that belongs to no word, such as the number of a list item in front of its text, ends nothing.
  if (last === undefined) return false;
  const starts = isStarter(first, words);
  const isEllipsis = markEnd - at > 1 || text.charAt(at) === '…';
  // `[...]` and `(...)` stand for words that were left out.
  if (isEllipsis) return !/[[(]/.test(text.charAt(at - 1));
  if (text.charAt(at) !== '.') {
    // `Panic! At the Disco`, `Yahoo! Music`: a name that goes on as one.
    if (text.charAt(at) === '!' && end === markEnd && before.length === 1) return false;
    return starts || text.charAt(at) !== '!' || end > markEnd || !(isName(last) && isName(first));
  }
  return periodEnds({ before, after, starts, isClosed: end > markEnd }, words);
}

/** What stands around a period. */
interface Around {
  /** Up to two words each. */
  readonly before: readonly string[];
  readonly after: readonly string[];
  /** Whether the next word hardly ever goes on with a name. */
  readonly starts: boolean;
  /** Whether a quotation mark or bracket closes behind the period. */
  readonly isClosed: boolean;
}

function periodEnds({ before, after, starts, isClosed }: Around, words: SentenceWords): boolean {
  const [first = ''] = after;
  const last = before.at(-1) ?? '';
  const folded = last.toLowerCase();
  const isNumber = /^[\p{N}]/u.test(first);
  // The number or letter of a list item.
  if (before.length === 1 && /^(?:\p{N}{1,3}|\p{L}|[ivxlc]{1,4}|[IVXLC]{1,4})$/u.test(last)) return false;
  const isLetter = /^\p{L}$/u.test(last);
  if (words.numberAbbreviations.includes(folded) && (isNumber || !isLetter))
    return !(isNumber || /^[IVXLC]+\b/.test(first));
  if (words.openingAbbreviations.includes(folded)) return false;
  // An initial: `J. R. R. Tolkien`, but `vitamin C. The`.
  if (isLetter) return starts && !/^\p{L}\.$/u.test(first);
  // What may end a sentence as well: `U.S. Supreme Court` and `in the U.S. The`; `Warner Bros. Records` and `Warner Bros. The`.
  const isShort = /^\p{L}{1,4}(?:\.[\p{L}-]{1,4})+$/u.test(last) || words.abbreviations.includes(folded);
  if (isShort) return starts || (isClosed && !isNumber);
  if (words.hasOrdinalPeriods && /^\p{N}{1,2}$/u.test(last)) return starts;
  return true;
}

/** Whether a sentence certainly ends with the mark. */
function endsSurely(text: string, { start, at, next }: Mark, words: SentenceWords): boolean {
  const isPeriod = text.charAt(at) === '.' && text.charAt(at + 1) !== '.';
  const before = wordsBefore(text, { start, end: at });
  const after = wordsAfter(text, next);
  const [first = '', second] = after;
  if (!/^\p{Lu}/u.test(first) || second === undefined) return false;
  const last = before.at(-1) ?? '';
  const starts = isStarter(first, words);
  // Titles such as "Oh! You Pretty Things" and names such as "Yahoo! Music" go on with a capital letter.
  if (text.charAt(at - 1) === '[') return false;
  if (!isPeriod) return starts && before.length > 1 && /^\p{Ll}/u.test(second);
  if (/\.\p{L}+$/u.test(last) || /^\p{L}$/u.test(last)) return false;
  if (words.abbreviations.includes(last.toLowerCase())) return false;
  if (before.length < 2) return false;
  // A name in front of the period may be an abbreviation that is not listed, unless the next word cannot be part of a name.
  return starts ? true : /^[\p{Ll}\p{N}]/u.test(last) && /^[\p{Ll}\p{N}]/u.test(second);
}

function isStarter(word: string, { sentenceStarters }: SentenceWords): boolean {
  return sentenceStarters.includes(
    word
      .toLowerCase()
      .replace(/['’].*$/u, '')
      .replace(/[,;:]$/u, ''),
  );
}

function isName(word: string): boolean {
  return /^\p{Lu}/u.test(word);
}

/** Round and square brackets with what they hold, in order; of nested ones the outermost. */
function asides(text: string): Span[] {
  const found: Span[] = [];
  let start = -1;
  let depth = 0;
  for (const { 0: bracket, index } of text.matchAll(/[()[\]]/g)) {
    if (start >= 0 && index - start > maxBracketChars) depth = 0;
    if (bracket === '(' || bracket === '[') {
      if (depth === 0) start = index;
      depth += 1;
    } else if (depth > 0) {
      depth -= 1;
      if (depth === 0) found.push({ start, end: index + 1 });
    }
  }
  return found;
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
