import type { Interval } from './resampling/interval.ts';

const digits = 4;
/** More than a double has behind the point of a number from 0 to 1. */
const mostDigits = 17;

/** What stands for a figure that is not defined. */
export const undefinedMark = '–';

/** A figure with four digits: `0.3257`; `–` where it is not defined. */
export function figureWords(value: number | null | undefined): string {
  return value === null || value === undefined ? undefinedMark : unsignedZero(value.toFixed(digits));
}

/** A figure beside a limit, with four digits, or as many more as show on which side of it the figure is. */
export function besideWords(value: number, limit: number): string {
  for (let shown = digits; shown < mostDigits; shown++) {
    const words = unsignedZero(value.toFixed(shown));
    if (Math.sign(Number(words) - limit) === Math.sign(value - limit)) return words;
  }
  return String(value);
}

/** A difference with its sign: `+0.0154`, `-0.0020`, `0.0000`. */
export function differenceWords(value: number | null | undefined): string {
  const words = figureWords(value);
  return typeof value === 'number' && Number(words) > 0 ? `+${words}` : words;
}

/** An interval, `[0.3166, 0.3349]`; empty where there is none. */
export function intervalWords(interval: Interval | undefined): string {
  return interval === undefined ? '' : `[${figureWords(interval.low)}, ${figureWords(interval.high)}]`;
}

/** A p-value with three digits; `< 0.001` for those that would be 0.000. */
export function probabilityWords(p: number | null): string {
  if (p === null) return undefinedMark;
  return p < 0.001 ? '< 0.001' : p.toFixed(3);
}

/** A share in whole percent; `<1 %` and `>99 %` for what would look like nothing or all. */
export function shareWords(part: number, whole: number): string {
  if (whole === 0) return '';
  const share = part / whole;
  if (share > 0 && share < 0.01) return '<1 %';
  if (share > 0.99 && share < 1) return '>99 %';
  return `${Math.round(share * 100)} %`;
}

function unsignedZero(words: string): string {
  return /^-0\.?0*$/.test(words) ? words.slice(1) : words;
}
