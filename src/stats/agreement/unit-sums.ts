/**
 * What coefficients of agreement need of units, which are claims that several people gave values to: sums over the units, so that
 * drawing claims anew means adding up again.
 */
export interface UnitSums {
  /** Units with two or more values. */
  readonly units: number;
  /** Values of these. */
  readonly values: number;
  /** Units that have exactly one value: they count for the prevalence in AC1 alone. */
  readonly single: number;
  /** Values of each unit, where all that have any have as many; null where they differ, or there are none. */
  readonly perUnit: number | null;
  /** Sum over the units with two or more values of the share of pairs of values that are equal. */
  readonly equalPairs: number;
  /** For each category the sum over all units, those with one value too, of its share of the unit's values. */
  readonly shares: readonly number[];
  /**
   * The coincidence matrix: each pair of values of a unit both ways round, those of a unit with m values weighted by 1/(m - 1). It is
   * symmetric, and its sum is `values`.
   */
  readonly coincidences: readonly (readonly number[])[];
}

/**
 * The sums over units, each given by how often it got each category: all have as many numbers, whole ones from 0 on. Units without any
 * value count for nothing. Time: units times categories squared.
 */
export function sumUnits(units: Iterable<readonly number[]>): UnitSums {
  const coincidences: number[][] = [];
  const shares: number[] = [];
  const sizes = new Set<number>();
  let [count, values, single, equalPairs] = [0, 0, 0, 0];
  for (const unit of units) {
    const size = sizeOf(unit);
    if (size === 0) continue;
    sizes.add(size);
    for (const [category, times] of unit.entries()) shares[category] = (shares[category] ?? 0) + times / size;
    if (size === 1) single += 1;
    if (size < 2) continue;
    count += 1;
    values += size;
    equalPairs += equalPairsOf(unit, size);
    for (const [a, row] of coincidencesOf(unit, size).entries()) {
      const sums = coincidences[a] ?? [];
      coincidences[a] = sums;
      for (const [b, weight] of row.entries()) sums[b] = (sums[b] ?? 0) + weight;
    }
  }
  const [perUnit = null] = sizes.size === 1 ? sizes : [];
  return { units: count, values, single, perUnit, equalPairs, shares, coincidences };
}

/** The sums of units with two values each: `table[a][b]` of them have `a` of the first annotator and `b` of the second. */
export function sumTable(table: readonly (readonly number[])[]): UnitSums {
  const { size, rows, columns, equal } = marginsOf(table);
  return {
    units: size,
    values: 2 * size,
    single: 0,
    perUnit: size === 0 ? null : 2,
    equalPairs: equal,
    shares: rows.map((row, category) => (row + (columns[category] ?? 0)) / 2),
    coincidences: table.map((row, a) => row.map((count, b) => count + (table[b]?.[a] ?? 0))),
  };
}

/** The sums of the rows and columns of a square table, of all of it, and of its diagonal. */
export function marginsOf(table: readonly (readonly number[])[]): {
  readonly size: number;
  readonly rows: readonly number[];
  readonly columns: readonly number[];
  readonly equal: number;
} {
  const rows = table.map(sizeOf);
  const columns = table.map((_, category) => table.reduce((sum, row) => sum + (row[category] ?? 0), 0));
  return {
    size: sizeOf(rows),
    rows,
    columns,
    equal: table.reduce((sum, row, at) => sum + (row[at] ?? 0), 0),
  };
}

/** The share of the pairs of values of a unit that are equal. */
export function equalPairsOf(unit: readonly number[], size: number): number {
  return unit.reduce((sum, times) => sum + times * (times - 1), 0) / (size * (size - 1));
}

/** What a unit of two or more values adds to the coincidence matrix. */
export function coincidencesOf(unit: readonly number[], size: number): number[][] {
  return unit.map((times, a) =>
    unit.map((others, b) => (times * (a === b ? others - 1 : others)) / (size - 1)),
  );
}

function sizeOf(unit: readonly number[]): number {
  return unit.reduce((sum, times) => sum + times, 0);
}
