import { UsageError } from '../../errors.ts';

/** How signatures of MinHash are compared: texts are looked at where all rows of any one band are equal. */
export interface Bands {
  readonly bands: number;
  /** Hashes in a band. */
  readonly rows: number;
}

/** Finds 99.2 % of the pairs of similarity 0.8, more of those above. */
export const defaultBands: Bands = { bands: 16, rows: 6 };

/** More of either costs time and memory and finds nothing more. */
const maxBands = 256;
const maxRows = 64;

/** @throws UsageError where bands or rows are out of their range. */
export function checkBands({ bands, rows }: Bands): void {
  const isCount = (value: number, most: number): boolean =>
    Number.isInteger(value) && value >= 1 && value <= most;
  if (!isCount(bands, maxBands) || !isCount(rows, maxRows)) {
    throw new UsageError(
      `${bands} bands of ${rows} rows cannot be compared. Give 1 to ${maxBands} bands and 1 to ${maxRows} rows.`,
    );
  }
}

/**
 * The probability that two texts of a Jaccard similarity are looked at: 1 - (1 - similarity^rows)^bands.
 *
 * @see Leskovec, Rajaraman, Ullman, Mining of Massive Datasets, section 3.4.2.
 */
export function candidateProbability(similarity: number, { bands, rows }: Bands): number {
  return 1 - (1 - similarity ** rows) ** bands;
}

/** About the similarity at which half of the pairs are looked at: (1 / bands)^(1 / rows). */
export function bandThreshold({ bands, rows }: Bands): number {
  return (1 / bands) ** (1 / rows);
}
