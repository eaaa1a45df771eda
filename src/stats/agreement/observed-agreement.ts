import type { Coefficient } from './coefficient.ts';
import { nothingShared } from './undefined-coefficient.ts';
import type { UnitSums } from './unit-sums.ts';

/**
 * The share of the pairs of values of a unit that are equal, as a mean over the units with two or more: what the coefficients take
 * chance off. From 0 to 1.
 *
 * @see Fleiss 1971, Measuring nominal scale agreement among many raters.
 */
export function observedAgreement({ units, equalPairs }: UnitSums): Coefficient {
  return units === 0 ? nothingShared : { value: equalPairs / units };
}
