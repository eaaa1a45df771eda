import { UsageError } from '../../errors.ts';

/** What texts are compared by: the set of their runs of `n` words or characters. */
export interface Shingles {
  readonly unit: 'words' | 'characters';
  /** How many stand in a row, from 1 to 20. A shorter text is one run, as it is. */
  readonly n: number;
}

/** The set of words: quickest, and what measures of near-duplicates mean where they say no more. */
export const singleWords: Shingles = { unit: 'words', n: 1 };

/** The customary run of characters, which sees a misspelt or inflected word as nearly the same. */
export const fiveCharacters: Shingles = { unit: 'characters', n: 5 };

/** Longer runs only find texts that are equal from end to end. */
const maxRun = 20;

/** @throws UsageError where the run is out of its range. */
export function checkShingles({ unit, n }: Shingles): void {
  if (!(Number.isInteger(n) && n >= 1 && n <= maxRun)) {
    throw new UsageError(`Runs of ${n} ${unit} cannot be compared. Give a whole number from 1 to ${maxRun}.`);
  }
}
