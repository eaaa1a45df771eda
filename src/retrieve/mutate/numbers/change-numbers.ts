import type { Language } from '../../../text/languages/language.ts';
import { type NumberInText, numbersIn } from '../../../text/numbers.ts';
import type { Span } from '../../../text/span.ts';
import { datesIn } from '../dates/dates-in.ts';
import type { Replacement } from '../mutation-candidate.ts';
import { numberInWords, numberLike } from './write-number.ts';

/** A number that stands for itself: no date, no part of a name, no ordinal. */
export interface PlainNumber {
  readonly span: Span;
  /** Without a multiplier: 5.3 of `5.3 million`. */
  readonly value: number;
  readonly hasDigits: boolean;
  readonly isPercentage: boolean;
}

/** The numbers of a text that can be replaced by others. */
export function plainNumbers(text: string, language: Language): PlainNumber[] {
  const dates = datesIn(text, language);
  return numbersIn(text, language).flatMap((found) => {
    const { span } = found;
    const isDate = dates.some((date) => date.span.start < span.end && span.start < date.span.end);
    const isPartOfWord =
      /[\p{L}\p{N}/.:–-]$/u.test(text.slice(0, span.start)) ||
      /^(?:[\p{L}\p{N}/:–]|[-.](?=\p{N}))/u.test(text.slice(span.end));
    // `Resolution 822`: a name, unless the word begins the sentence.
    const isNumbered = found.hasDigits && /(?<=.)\b\p{Lu}[\p{L}.]* $/u.test(text.slice(0, span.start));
    if (found.kind !== 'number' || isDate || isPartOfWord || isNumbered) return [];
    return plainNumber(text, found, language) ?? [];
  });
}

function plainNumber(text: string, found: NumberInText, language: Language): PlainNumber | undefined {
  const { span, value, hasDigits, isPercentage } = found;
  const written = text.slice(span.start, span.end);
  if (!hasDigits) {
    // `the third`, `two hundred`: what is written back is one word or two.
    return numberInWords(value, language) === written.toLowerCase().replace(' ', '-')
      ? { span, value, hasDigits, isPercentage }
      : undefined;
  }
  const [digits = ''] = /^[\d,]+(?:\.\d+)?/.exec(written) ?? [];
  if (/^\p{L}/u.test(written.slice(digits.length))) return undefined;
  const end = span.start + digits.length;
  return {
    span: { start: span.start, end },
    value: Number(digits.replaceAll(',', '')),
    hasDigits,
    isPercentage,
  };
}

/**
 * For each number of a claim others of the same kind: those that the corpus has before the same word, then a little more and less, twice
 * and half.
 *
 * @param known numbers of the corpus as they are written, by the word behind them in lower case
 */
export function otherNumbers(
  claim: string,
  known: ReadonlyMap<string, readonly string[]>,
  language: Language,
): Replacement[][] {
  return plainNumbers(claim, language).map((number) => {
    const { span, value, hasDigits, isPercentage } = number;
    const written = claim.slice(span.start, span.end);
    const counted = /^ (\p{L}+)/u.exec(claim.slice(span.end))?.[1]?.toLowerCase() ?? '';
    const changed = changedValues(value).filter((other) => !isPercentage || other < 100);
    const texts = [
      // One of something is written otherwise.
      ...(known.get(counted) ?? []).filter((other) => !/^(?:1|one)$/i.test(other)),
      ...(value === 1
        ? []
        : changed.flatMap(
            (other) => (hasDigits ? numberLike(other, written) : numberInWords(other, language)) ?? [],
          )),
    ];
    return [...new Set(texts)]
      .filter((to) => to.toLowerCase() !== written.toLowerCase() && value !== 1)
      .map((to) => ({ span, to, by: 'number' as const }));
  });
}

/** For each number of a claim the same one in words or in digits. */
export function respeltNumbers(claim: string, language: Language): Replacement[][] {
  return plainNumbers(claim, language).map(({ span, value, hasDigits }) => {
    const to = hasDigits ? numberInWords(value, language) : value > 12 ? String(value) : undefined;
    return to === undefined || value > 99 ? [] : [{ span, to, by: 'spelling' as const }];
  });
}

/** For each number of a claim that counts something the claim without it: `two bridges`, `bridges`. */
export function omittedNumbers(claim: string, language: Language): Replacement[][] {
  return plainNumbers(claim, language).flatMap(({ span, value, isPercentage }) => {
    const isCount = /^ \p{L}+s(?!\p{L})/u.test(claim.slice(span.end));
    const isLimited =
      /\b(?:the|than|about|least|most|around|nearly|almost|over|under|above|below|between|and|or|to) $/i.test(
        claim.slice(0, span.start),
      );
    return isCount && !isLimited && !isPercentage && value > 1
      ? [[{ span, to: '', by: 'omission' as const }]]
      : [];
  });
}

function changedValues(value: number): number[] {
  if (!Number.isFinite(value) || value > 1e15) return [];
  const step = stepOf(value);
  const values = [value + step, value - step, value * 2, value / 2, value * 3];
  const isWhole = Number.isInteger(value);
  return values.filter((other) => other > 1 && other !== value && (!isWhole || Number.isInteger(other)));
}

/** As round as the number itself: 1,000 of 5,000, 10 of 24, 1 of 7. */
function stepOf(value: number): number {
  if (value <= 12) return 1;
  const magnitude = 10 ** Math.floor(Math.log10(value));
  return value >= magnitude * 2 ? magnitude : magnitude / 10 >= 1 ? magnitude / 10 : 1;
}
