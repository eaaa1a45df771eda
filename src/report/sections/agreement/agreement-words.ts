import type { MeasuredCoefficient } from '../../../stats/agreement/coefficient.ts';
import { decimalWords, rangeWords } from '../../number-words.ts';
import { shortened } from '../../shortened.ts';

const maxNameChars = 40;

/** The name of an annotator as sentences have it. */
export function nameWords(name: string): string {
  return shortened(name, maxNameChars);
}

/** A coefficient with its interval, where it has one. */
export function valueWords({ value, interval }: MeasuredCoefficient): string {
  return `${decimalWords(value, 3)}${interval === null ? '' : ` (${rangeWords(interval, 3)})`}`;
}

/** A coefficient and the ends of its interval as cells of a table. */
export function cellsOf({ value, interval }: MeasuredCoefficient): (number | null)[] {
  return [value, interval?.low ?? null, interval?.high ?? null];
}
