import type { Language } from '../../../text/languages/language.ts';

/** A whole number from 0 to 99 in words, `twenty-five`; `undefined` where the language has none for it. */
export function numberInWords(value: number, { numberWords }: Language): string | undefined {
  const wordFor = (wanted: number): string | undefined =>
    Object.entries(numberWords).find(([, number]) => number === wanted)?.[0];
  const whole = wordFor(value);
  if (whole !== undefined || value < 20 || value > 99 || !Number.isInteger(value)) return whole;
  const [tens, ones] = [wordFor(value - (value % 10)), wordFor(value % 10)];
  return tens === undefined || ones === undefined ? undefined : `${tens}-${ones}`;
}

/** A number in digits, as many places behind the point as another has, with commas where that has some or would have. */
export function numberLike(value: number, written: string): string {
  const places = /\.(\d+)/.exec(written)?.[1]?.length ?? 0;
  const digits = value.toFixed(places);
  const isPlain = /\d{4}/.test(written);
  return isPlain ? digits : digits.replace(/\d(?=(?:\d{3})+(?:\.|$))/g, '$&,');
}
