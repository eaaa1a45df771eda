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

/** `0.70 to 0.78`. */
export function rangeWords(
  { low, high }: { readonly low: number; readonly high: number },
  digits: number,
): string {
  return `${decimalWords(low, digits)} to ${decimalWords(high, digits)}`;
}
