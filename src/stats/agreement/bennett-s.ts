import type { Coefficient } from './coefficient.ts';
import { nothingShared } from './undefined-coefficient.ts';
import type { UnitSums } from './unit-sums.ts';

/**
 * Bennett's S of any number of annotators: by chance each would give all categories equally often. Of as many labels for each claim it is
 * the same number as Randolph's free-marginal kappa.
 *
 * The categories are those that could have been given, not those that were.
 *
 * @see Bennett, Alpert and Goldstein 1954, Communications through limited-response questioning.
 * @see Randolph 2005, Free-marginal multirater kappa.
 */
export function bennettS({ units, equalPairs, shares }: UnitSums): Coefficient {
  if (units === 0) return nothingShared;
  const byChance = 1 / shares.length;
  return { value: (equalPairs / units - byChance) / (1 - byChance) };
}
