import { plural } from '../../../text/plural.ts';

/** A number with its noun, such as `1292 claims`, without separators as in the tables. */
export function countOf(number: number, noun: string): string {
  return `${number} ${plural(noun, number)}`;
}
