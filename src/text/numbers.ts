import type { Language } from './languages/language.ts';
import type { Span } from './span.ts';
import { wordSpans } from './word-spans.ts';

/** A number that a text speaks of. */
export interface NumberInText {
  /** A whole decade or century is its first year: 1990 for `the 1990s`, 1900 for `the 20th century`. */
  readonly value: number;
  readonly kind: 'number' | 'decade' | 'century';
  /** Whether it is written with digits. */
  readonly hasDigits: boolean;
  readonly isPercentage: boolean;
  readonly span: Span;
}

/** With separators of thousands and decimals, a multiplier, and what makes a decade, an ordinal or a percentage of it. */
const digits =
  /(?:\d{1,3}(?:[,\u00a0\u202f]\d{3})+(?!\d)|\d+)(?:\.\d+)?(?:(s|\s?['’]s|st|nd|rd|th)(?![\p{L}\p{N}]))?/gu;

/**
 * The numbers of a text in order: digits, words up to the language's largest, ordinals, decades, centuries, percentages. `5.3
 * million` is one number, and so is `two hundred and five`.
 */
export function numbersIn(text: string, language: Language): NumberInText[] {
  return [...digitNumbers(text, language), ...wordNumbers(text, language)].sort(
    (a, b) => a.span.start - b.span.start,
  );
}

function* digitNumbers(text: string, language: Language): Generator<NumberInText> {
  for (const { 0: written, 1: ending, index: start } of text.matchAll(digits)) {
    const plain = Number(written.replace(/[^\d.]/g, ''));
    const isDecade = ending?.endsWith('s') === true && plain % 10 === 0;
    const behind = text.slice(start + written.length, start + written.length + 20);
    const multiplier = /^[\s-]?(\p{L}+)/u.exec(behind);
    const factor =
      multiplier === null || ending !== undefined ? undefined : factorOf(multiplier[1] ?? '', language);
    const isCentury = ending !== undefined && isCenturyWord(behind, language);
    const length = written.length + (factor === undefined ? 0 : (multiplier?.[0].length ?? 0));
    yield {
      value: isCentury ? (plain - 1) * 100 : plain * (factor ?? 1),
      kind: isDecade ? 'decade' : isCentury ? 'century' : 'number',
      hasDigits: true,
      isPercentage: isPercent(behind, language),
      span: { start, end: start + length },
    };
  }
}

function* wordNumbers(text: string, language: Language): Generator<NumberInText> {
  const words = wordSpans(text);
  for (let from = 0; from < words.length; from++) {
    /** What stands before the last `thousand`, `million` and so on; what stands behind it. */
    let total = 0;
    let part: number | undefined;
    let isOrdinal = false;
    let to = from;
    while (to < words.length && !isOrdinal) {
      const word = words[to]?.folded ?? '';
      const value = ownNumber(language.numberWords, word);
      const factor = ownNumber(language.multipliers, word);
      const ordinal = ownNumber(language.ordinalWords, word);
      if (value !== undefined || (ordinal !== undefined && ordinal < 100)) {
        const next = value ?? ordinal ?? 0;
        // `twenty-five` and `hundred five` are one number, `five five` and `ten five` two.
        if (part !== undefined && part % 100 !== 0 && (next >= 10 || part % 10 !== 0 || part % 100 === 10))
          break;
        part = (part ?? 0) + next;
        isOrdinal = value === undefined;
      } else if (factor !== undefined && !(to === from && isBehindDigits(text, words[to]?.span.start ?? 0))) {
        if (factor === 100) part = (part ?? 1) * 100;
        else {
          total += (part ?? 1) * factor;
          part = undefined;
        }
      } else if (!(to > from && language.numberLinks.includes(word) && total + (part ?? 0) >= 100)) {
        break;
      }
      to += 1;
    }
    // A link belongs to a number only with what comes behind it.
    while (to > from && language.numberLinks.includes(words[to - 1]?.folded ?? '')) to -= 1;
    const [first, last] = [words[from], words[to - 1]];
    if (to === from || first === undefined || last === undefined) continue;
    const value = total + (part ?? 0);
    const behind = text.slice(last.span.end, last.span.end + 20);
    const isCentury = isOrdinal && isCenturyWord(behind, language);
    yield {
      value: isCentury ? (value - 1) * 100 : value,
      kind: isCentury ? 'century' : 'number',
      hasDigits: false,
      isPercentage: isPercent(behind, language),
      span: { start: first.span.start, end: last.span.end },
    };
    from = to - 1;
  }
}

/** Whether a word multiplies the digits before it, with which it has been counted. */
function isBehindDigits(text: string, at: number): boolean {
  return /\d[\s-]?$/.test(text.slice(Math.max(0, at - 2), at));
}

function factorOf(word: string, language: Language): number | undefined {
  return ownNumber(language.multipliers, word.toLowerCase());
}

function isCenturyWord(behind: string, language: Language): boolean {
  const word = /^[\s-]*(\p{L}+)/u.exec(behind)?.[1]?.toLowerCase();
  return word !== undefined && language.centuryWords.includes(word);
}

function isPercent(behind: string, language: Language): boolean {
  if (/^\s?%/.test(behind)) return true;
  const word = /^[\s-]+(\p{L}+)/u.exec(behind)?.[1]?.toLowerCase();
  return word !== undefined && language.percentWords.includes(word);
}

function ownNumber(numbers: Readonly<Record<string, number>>, word: string): number | undefined {
  return Object.hasOwn(numbers, word) ? numbers[word] : undefined;
}

const romanValues: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10 };

/** The Roman numerals of a text from II up to XXXIX, as rulers and wars have them. */
export function romanNumerals(text: string): number[] {
  return Array.from(text.matchAll(/\b(?=[IVX]{2})X{0,3}(?:IX|IV|V?I{0,3})\b/g), ({ 0: numeral }) => {
    const values = [...numeral].map((letter) => romanValues[letter] ?? 0);
    return values.reduce((sum, value, at) => sum + (value < (values[at + 1] ?? 0) ? -value : value), 0);
  }).filter((value) => value > 0);
}
