import type { Coefficient } from './coefficient.ts';
import { nothingShared } from './undefined-coefficient.ts';
import type { UnitSums } from './unit-sums.ts';

/**
 * Gwet's AC1 of any number of annotators and with missing values. What is taken for chance is small where one label is frequent, unlike
 * with kappa: it does not fall there.
 *
 * The categories are those that could have been given, not those that were. Units with one value count for how frequent categories are,
 * as Gwet 2014 has it; who does not want that leaves them out.
 *
 * @see Gwet 2008, Computing inter-rater reliability and its variance in the presence of high agreement.
 * @see Gwet 2014, Handbook of inter-rater reliability, 4th edition, for missing values.
 */
export function gwetAc1({ units, single, equalPairs, shares }: UnitSums): Coefficient {
  if (units === 0) return nothingShared;
  const rated = units + single;
  const spread = shares.reduce((sum, share) => sum + (share / rated) * (1 - share / rated), 0);
  const byChance = spread / (shares.length - 1);
  return { value: (equalPairs / units - byChance) / (1 - byChance) };
}
