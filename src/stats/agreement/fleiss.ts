import type { Coefficient } from './coefficient.ts';
import { nothingShared, nothingToTellApart } from './undefined-coefficient.ts';
import type { UnitSums } from './unit-sums.ts';

/**
 * Fleiss' kappa of any number of annotators, as many for each claim, who need not be the same. It has no value where claims have
 * unequal numbers of labels: leaving some of them out would be another sample.
 *
 * @see Fleiss 1971, Measuring nominal scale agreement among many raters.
 */
export function fleissKappa({ units, perUnit, equalPairs, shares }: UnitSums): Coefficient {
  if (units === 0) return nothingShared;
  if (perUnit === null) {
    return {
      value: null,
      reason: "Not defined for claims with unequal numbers of labels. Krippendorff's alpha is made for that.",
    };
  }
  if (shares.filter((share) => share > 0).length < 2) return nothingToTellApart;
  const byChance = shares.reduce((sum, share) => sum + (share / units) ** 2, 0);
  return { value: (equalPairs / units - byChance) / (1 - byChance) };
}
