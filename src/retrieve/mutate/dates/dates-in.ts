import type { Language } from '../../../text/languages/language.ts';
import type { Span } from '../../../text/span.ts';

/** How a date is written. */
export type DateShape =
  | 'day month year'
  | 'month day, year'
  | 'day month'
  | 'month day'
  | 'month year'
  | 'year'
  | 'decade';

export interface DateParts {
  readonly shape: DateShape;
  /** 1 to 31; 0 where it is not said. */
  readonly day: number;
  /** 1 to 12; 0 where it is not said. */
  readonly month: number;
  /** 0 where it is not said. */
  readonly year: number;
}

/** A date that a text names. */
export interface DateInText extends DateParts {
  readonly span: Span;
}

const patterns = new Map<Language, RegExp>();

/** The dates of a text in order: `5 March 2008`, `March 5, 2008`, `March 2008`, `in 2008`, `the 1990s`. A bare number is a year behind words that say so. */
export function datesIn(text: string, language: Language): DateInText[] {
  let pattern = patterns.get(language);
  if (pattern === undefined) {
    pattern = patternOf(language);
    patterns.set(language, pattern);
  }
  return Array.from(text.matchAll(pattern), ({ 0: written, index, groups = {} }) => {
    const {
      d1 = '',
      m1 = '',
      y1 = '',
      m2 = '',
      d2 = '',
      y2 = '',
      m3 = '',
      y3 = '',
      y4 = '',
      y5 = '',
    } = groups;
    const month = language.months.indexOf((m1 || m2 || m3).toLowerCase()) + 1;
    const day = Number(d1 || d2 || 0);
    const year = Number(y1 || y2 || y3 || y4 || y5 || 0);
    const shape: DateShape =
      y5 !== ''
        ? 'decade'
        : y4 !== ''
          ? 'year'
          : day === 0
            ? 'month year'
            : d1 !== ''
              ? year === 0
                ? 'day month'
                : 'day month year'
              : year === 0
                ? 'month day'
                : 'month day, year';
    return { shape, day, month, year, span: { start: index, end: index + written.length } };
  });
}

function patternOf({ months }: Language): RegExp {
  const month = months.map((name) => `${name.charAt(0).toUpperCase()}${name.slice(1)}`).join('|');
  const day = '[12]?\\d|3[01]';
  const year = '1\\d{3}|20\\d{2}';
  const notInside = '(?![\\p{L}\\p{N}]|[-–/.,]\\d)';
  return new RegExp(
    `(?<![\\p{L}\\p{N}]|\\d[-–/.,])(?:${[
      `(?<d1>${day}) (?<m1>${month})(?: (?<y1>${year}))?${notInside}`,
      `(?<m2>${month}) (?<d2>${day})(?:, (?<y2>${year}))?${notInside}`,
      `(?<m3>${month}) (?<y3>${year})${notInside}`,
      `(?<=(?:in|of|since|by|from|until|before|after|during|early|late|mid|the|to|and|between) )(?<y4>${year})${notInside}(?!['’]s(?![\\p{L}]))(?! [\\p{Ll}]+s(?![\\p{L}]))`,
      `(?<y5>1\\d{2}0|20\\d0)['’]?s(?![\\p{L}\\p{N}])`,
    ].join('|')})`,
    'gu',
  );
}
