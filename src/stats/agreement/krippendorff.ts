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

/** How far pairs of values agree. */
export interface PairAgreement {
  /** As that of {@link Agreement}. */
  readonly alpha: number | undefined;
  /** Share of the pairs whose values differ; 0 without pairs. */
  readonly observedDisagreement: number;
}

/**
 * Krippendorff's alpha for nominal values of units that have two values each: `pairs[a][b]` of them have the categories `a` and `b`.
 * What {@link measureAgreement} gives for them, in a time that does not follow their number.
 */
export function measurePairAgreement(pairs: readonly (readonly number[])[]): PairAgreement {
  const totals: number[] = pairs.map(() => 0);
  let values = 0;
  let differing = 0;
  for (const [a, row] of pairs.entries()) {
    for (const [b, count] of row.entries()) {
      totals[a] = (totals[a] ?? 0) + count;
      totals[b] = (totals[b] ?? 0) + count;
      values += 2 * count;
      if (a !== b) differing += 2 * count;
    }
  }
  const mixed = totals.reduce((sum, count) => sum + count * (values - count), 0);
  const observedDisagreement = values === 0 ? 0 : differing / values;
  return {
    alpha: mixed === 0 ? undefined : 1 - (observedDisagreement * values * (values - 1)) / mixed,
    observedDisagreement,
  };
}

/**
 * Krippendorff's alpha for nominal values. Each unit is given by how often it got each category. Any number of values a unit, and
 * any missing: units with fewer than two are left out.
 *
 * Alpha is 1 - Do/De. Where all values are the same De is 0 and alpha undefined: nothing shows that those who gave them can tell
 * categories apart.
 *
 * @see Krippendorff 2011, Computing Krippendorff's alpha-reliability, formula for nominal data.
 */
export function measureAgreement(units: Iterable<readonly number[]>): Agreement {
  const totals: number[] = [];
  let unitCount = 0;
  let values = 0;
  let disagreeing = 0;
  for (const counts of units) {
    const size = counts.reduce((sum, count) => sum + count, 0);
    if (size < 2) continue;
    unitCount += 1;
    values += size;
    for (const [category, count] of counts.entries()) {
      totals[category] = (totals[category] ?? 0) + count;
      disagreeing += (count * (size - count)) / (size - 1);
    }
  }
  const pairs = totals.reduce((sum, count) => sum + count * (values - count), 0);
  const observedDisagreement = values === 0 ? 0 : disagreeing / values;
  const expectedDisagreement = values === 0 ? 0 : pairs / (values * (values - 1));
  return {
    alpha: expectedDisagreement === 0 ? undefined : 1 - observedDisagreement / expectedDisagreement,
    observedDisagreement,
    expectedDisagreement,
    units: unitCount,
    values,
  };
}
