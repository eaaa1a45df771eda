import type { Coefficient } from './coefficient.ts';
import type { Metric } from './metric.ts';
import { nominal } from './metric.ts';
import { nothingShared, nothingToTellApart } from './undefined-coefficient.ts';
import { sumTable, sumUnits, type UnitSums } from './unit-sums.ts';

/** How far those who gave values to the same units agree. */
export interface Agreement {
  /** Krippendorff's alpha: 1 where all agree, 0 for chance. `undefined` where no disagreement is expected, see `units`. */
  readonly alpha: number | undefined;
  /** Share of the pairs of values of a unit that differ, each unit weighted by its number of values; 0 without pairs. */
  readonly observedDisagreement: number;
  /** The same for pairs of values of any units; 0 where all values are the same. */
  readonly expectedDisagreement: number;
  /** Units with two or more values, the only ones that count. */
  readonly units: number;
  /** Values of those units. */
  readonly values: number;
}

/**
 * Krippendorff's alpha of any number of annotators and with missing values: 1 - Do/De, the disagreement within units over that of all
 * values, which follows from how often each category was given. Units with fewer than two values are left out.
 *
 * Time: categories squared, whatever the number of values.
 *
 * @see Krippendorff 2011, Computing Krippendorff's alpha-reliability.
 */
export function krippendorffAlpha(
  { units, coincidences }: Pick<UnitSums, 'units' | 'coincidences'>,
  metric: Metric = nominal,
): Coefficient {
  if (units === 0) return nothingShared;
  const { observed, expected } = disagreementOf(coincidences, metric);
  return expected === 0 ? nothingToTellApart : { value: 1 - observed / expected };
}

/**
 * Krippendorff's alpha for nominal values with the disagreements that it is made of. Each unit is given by how often it got each
 * category. Where all values are the same De is 0 and alpha undefined: nothing shows that those who gave them can tell categories apart.
 */
export function measureAgreement(units: Iterable<readonly number[]>): Agreement {
  return agreementOf(sumUnits(units));
}

/** As {@link measureAgreement} for units that have two values each: `pairs[a][b]` of them have the categories `a` and `b`. */
export function measurePairAgreement(pairs: readonly (readonly number[])[]): Agreement {
  return agreementOf(sumTable(pairs));
}

function agreementOf(sums: UnitSums): Agreement {
  const { observed, expected } = disagreementOf(sums.coincidences, nominal);
  return {
    alpha: krippendorffAlpha(sums).value ?? undefined,
    observedDisagreement: observed,
    expectedDisagreement: expected,
    units: sums.units,
    values: sums.values,
  };
}

/** The disagreement within units and the one to expect: means of squared distances, 0 where there are no pairs. */
function disagreementOf(
  coincidences: readonly (readonly number[])[],
  metric: Metric,
): { readonly observed: number; readonly expected: number } {
  const totals = coincidences.map((row) => row.reduce((sum, weight) => sum + weight, 0));
  const values = totals.reduce((sum, total) => sum + total, 0);
  const distance = metric(totals);
  let [observed, expected] = [0, 0];
  for (const [a, row] of coincidences.entries()) {
    for (const [b, weight] of row.entries()) {
      if (a === b) continue;
      const squared = distance(a, b);
      observed += weight * squared;
      expected += (totals[a] ?? 0) * (totals[b] ?? 0) * squared;
    }
  }
  return values < 2
    ? { observed: 0, expected: 0 }
    : { observed: observed / values, expected: expected / (values * (values - 1)) };
}
