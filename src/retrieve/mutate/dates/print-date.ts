import type { Language } from '../../../text/languages/language.ts';
import type { DateParts } from './dates-in.ts';

/** A date as its shape writes it. */
export function printDate({ shape, day, month, year }: DateParts, { months }: Language): string {
  const name = months[month - 1] ?? '';
  const written = `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
  switch (shape) {
    case 'day month year':
      return `${day} ${written} ${year}`;
    case 'month day, year':
      return `${written} ${day}, ${year}`;
    case 'day month':
      return `${day} ${written}`;
    case 'month day':
      return `${written} ${day}`;
    case 'month year':
      return `${written} ${year}`;
    case 'year':
      return String(year);
    case 'decade':
      return `${year}s`;
  }
}
