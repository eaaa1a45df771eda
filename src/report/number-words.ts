import { undefinedMark } from '../stats/figure-words.ts';

/** A whole number with commas: `12,345`. */
export function countWords(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ',');
}

/** A number with so many decimals, a minus that is one and no negative zero; `–` where it is not defined. */
export function decimalWords(value: number | null, digits: number): string {
  if (value === null || !Number.isFinite(value)) return undefinedMark;
  const words = Math.abs(value).toFixed(digits);
  return value < 0 && Number(words) !== 0 ? `−${words}` : words;
}

const defaultDigits = 3;

/** A number as tables show it: with exactly so many decimals; where nothing is said, whole ones with none and others with three. */
export function numberWords(value: number, digits: number | undefined): string {
  const isWhole = Number.isInteger(value) && value >= 0;
  return isWhole && (digits ?? 0) === 0 ? countWords(value) : decimalWords(value, digits ?? defaultDigits);
}

const percentSign = '\u00a0%';

/**
 * A share in percent with one decimal: `12.5 %`, `34.0 %`. Nothing and all are `0 %` and `100 %`, and nothing else looks like them:
 * `< 0.1 %`, `> 99.9 %`. The blank before the sign is one at which no line ends.
 */
export function percentWords(share: number): string {
  const percent = share * 100;
  if (percent === 0 || percent === 100) return `${percent === 0 ? 0 : 100}${percentSign}`;
  if (percent > 0 && percent < 0.05) return `< 0.1${percentSign}`;
  if (percent < 100 && percent >= 99.95) return `> 99.9${percentSign}`;
  return `${decimalWords(percent, 1)}${percentSign}`;
}

/** `0.70 to 0.78`. */
export function rangeWords(
  { low, high }: { readonly low: number; readonly high: number },
  digits: number,
): string {
  return `${decimalWords(low, digits)} to ${decimalWords(high, digits)}`;
}
