/**
 * How far two sets are apart, from 0 (the same) to 1 (nothing in common). Two empty sets are the same.
 *
 * @param shared how many members both have
 * @param one how many members the one has; `other` those of the other
 */
export type SetDistance = (shared: number, one: number, other: number) => number;

/** 1 less the share that both have of all members of either. */
export const jaccardDistance: SetDistance = (shared, one, other) =>
  one + other === 0 ? 0 : 1 - shared / (one + other - shared);

/**
 * Jaccard's share, times 1 for equal sets, two thirds where one contains the other, one third where they only overlap.
 *
 * @see Passonneau 2006, Measuring agreement on set-valued items (MASI).
 */
export const masiDistance: SetDistance = createMasi(2 / 3, 1 / 3);

/** MASI with 0.67 and 0.33 in place of the thirds, as NLTK had it for long: only to compare with figures that were made so. */
export const nltkMasiDistance: SetDistance = createMasi(0.67, 0.33);

function createMasi(contained: number, overlapping: number): SetDistance {
  return (shared, one, other) => {
    if (one + other === 0) return 0;
    const share = shared / (one + other - shared);
    if (shared === one && shared === other) return 0;
    return 1 - share * (shared === one || shared === other ? contained : overlapping);
  };
}
