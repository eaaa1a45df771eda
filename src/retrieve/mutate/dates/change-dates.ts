import type { Language } from '../../../text/languages/language.ts';
import type { Replacement } from '../mutation-candidate.ts';
import { type DateInText, type DateParts, datesIn } from './dates-in.ts';
import { printDate } from './print-date.ts';

/** For each date of a claim others written like it: those of the corpus nearest in time, then dates a little off. */
export function otherDates(claim: string, known: readonly DateParts[], language: Language): Replacement[][] {
  return datesIn(claim, language).map((date) => {
    const same = known.filter(({ shape }) => shape === date.shape);
    const near = same.toSorted((a, b) => distance(a, date) - distance(b, date) || time(a) - time(b));
    const own = printDate(date, language);
    const texts = [...near, ...shifted(date)].map((other) => printDate(other, language));
    return [...new Set(texts)]
      .filter((text) => text !== own)
      .map((to) => ({ span: date.span, to, by: 'date' as const }));
  });
}

/** For each date of a claim what says less: the month of a day, the year of a month, the decade of a year. */
export function widerDates(claim: string, language: Language): Replacement[][] {
  return datesIn(claim, language).map((date) => {
    const { span } = date;
    // `the 2010 census`: part of a name, more or less.
    const isOfThing = date.shape === 'year' && /\bthe $/i.test(claim.slice(0, span.start));
    return (isOfThing ? [] : wider(date)).map((other) => {
      const to = printDate(other, language);
      const isDecade = other.shape === 'decade' && !/\bthe $/i.test(claim.slice(0, span.start));
      // `on 5 March`, but `in March`.
      const on = /\bon $/i.exec(claim.slice(0, span.start));
      return on === null
        ? { span, to: isDecade ? `the ${to}` : to, by: 'hypernym' as const }
        : {
            span: { start: on.index, end: span.end },
            to: `in ${isDecade ? 'the ' : ''}${to}`,
            by: 'hypernym' as const,
          };
    });
  });
}

/** For each date of a claim what says more, by dates of the corpus that lie in it. */
export function narrowerDates(
  claim: string,
  known: readonly DateParts[],
  language: Language,
): Replacement[][] {
  return datesIn(claim, language).map((date) => {
    const { span } = date;
    const inside = known.filter(
      (other) =>
        other.year !== 0 &&
        ((date.shape === 'year' && other.shape === 'month year' && other.year === date.year) ||
          (date.shape === 'month year' &&
            other.shape === 'day month year' &&
            other.year === date.year &&
            other.month === date.month)),
    );
    return inside
      .toSorted((a, b) => time(a) - time(b))
      .map((other) => {
        const to = printDate(other, language);
        const preposition = other.day === 0 ? null : /\bin $/i.exec(claim.slice(0, span.start));
        return preposition === null
          ? { span, to, by: 'hyponym' as const }
          : { span: { start: preposition.index, end: span.end }, to: `on ${to}`, by: 'hyponym' as const };
      });
  });
}

function shifted(date: DateInText): DateParts[] {
  const { shape, day, month, year } = date;
  if (shape === 'decade') return [-10, 10, -20].map((by) => ({ ...date, year: year + by }));
  if (shape === 'year') return [1, -1, 2, -2, 5].map((by) => ({ ...date, year: year + by }));
  const months = [1, -1, 3].map((by) => ({
    ...date,
    day: Math.min(day, 28),
    month: ((month + by + 11) % 12) + 1,
  }));
  const years = year === 0 ? [] : [1, -1].map((by) => ({ ...date, day: Math.min(day, 28), year: year + by }));
  return [...months, ...years];
}

function wider({ shape, month, year }: DateInText): DateParts[] {
  const asMonth: DateParts = { shape: 'month year', day: 0, month, year };
  const asYear: DateParts = { shape: 'year', day: 0, month: 0, year };
  const asDecade: DateParts = { shape: 'decade', day: 0, month: 0, year: year - (year % 10) };
  switch (shape) {
    case 'day month year':
    case 'month day, year':
      return [asMonth, asYear];
    case 'month year':
      return [asYear, asDecade];
    case 'year':
      return [asDecade];
    default:
      return [];
  }
}

/** Days since the year 0, roughly. */
function time({ year, month, day }: DateParts): number {
  return year * 372 + month * 31 + day;
}

function distance(a: DateParts, b: DateParts): number {
  return Math.abs(time(a) - time(b));
}
