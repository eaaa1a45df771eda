import type { Strata, Stratum } from './strata.ts';

/** A value of an attribute, and how many claims of each split have it. */
export interface StratumSummary extends Stratum {
  readonly claims: number;
  /** In the order of the ratios. */
  readonly bySplit: readonly number[];
}

/** The strata by split; `splitOf` is by position of the claim. */
export function summariseStrata(
  { values, ofClaims }: Strata,
  names: readonly string[],
  splitOf: readonly string[],
): StratumSummary[] {
  const counts = values.map(() => names.map(() => 0));
  for (const [at, columns] of ofClaims.entries()) {
    const split = names.indexOf(splitOf[at] ?? '');
    for (const column of columns) {
      const own = counts[column];
      if (own !== undefined && split >= 0) own[split] = (own[split] ?? 0) + 1;
    }
  }
  return values.map((stratum, column) => {
    const bySplit = counts[column] ?? [];
    return { ...stratum, claims: bySplit.reduce((sum, count) => sum + count, 0), bySplit };
  });
}
