import { upperGammaShare } from './incomplete-gamma.ts';

/** The counts of two groups by whether they have something: `[[with, without], [with, without]]`. */
export type FourfoldTable = readonly [readonly [number, number], readonly [number, number]];

/** Whether two groups differ by more than chance. */
export interface ChiSquare {
  readonly statistic: number;
  /** Probability of a statistic at least as large if the groups did not differ. */
  readonly p: number;
}

/**
 * The chi-square test of a fourfold table with Yates's correction for continuity, one degree of freedom. Of a table with an empty
 * row or column the statistic is 0 and p is 1: it tells of no difference. Not for expected counts below 5.
 *
 * @see Yates 1934, Contingency tables involving small numbers and the chi-square test.
 */
export function testFourfold([[a, b], [c, d]]: FourfoldTable): ChiSquare {
  const all = a + b + c + d;
  const margins = (a + b) * (c + d) * (a + c) * (b + d);
  if (margins === 0) return { statistic: 0, p: 1 };
  const difference = Math.max(0, Math.abs(a * d - b * c) - all / 2);
  const statistic = (all * difference * difference) / margins;
  return { statistic, p: upperGammaShare(0.5, statistic / 2) };
}

/** Whether what stands in the rows has to do with what stands in the columns. */
export interface IndependenceTest extends ChiSquare {
  readonly degreesOfFreedom: number;
  /** Share of the cells of which chance expects fewer than five: above a fifth the test does not hold (Cochran 1954). */
  readonly lowExpected: number;
}

/**
 * Pearson's chi-square test of a table of any size, without a correction for continuity. Empty rows and columns do not count.
 * `undefined` where fewer than two rows or columns are left: there is nothing to test.
 *
 * @see Pearson 1900; Cochran 1954, Some methods for strengthening the common chi-square tests.
 */
export function testIndependence(table: readonly (readonly number[])[]): IndependenceTest | undefined {
  const rows = table.map((row) => row.reduce((sum, count) => sum + count, 0));
  const columns = Array.from({ length: Math.max(0, ...table.map((row) => row.length)) }, (_, column) =>
    table.reduce((sum, row) => sum + (row[column] ?? 0), 0),
  );
  const all = rows.reduce((sum, count) => sum + count, 0);
  const [height, width] = [
    rows.filter((count) => count > 0).length,
    columns.filter((count) => count > 0).length,
  ];
  if (height < 2 || width < 2) return undefined;
  let statistic = 0;
  let low = 0;
  for (const [at, row] of table.entries()) {
    for (const [column, total] of columns.entries()) {
      const expected = ((rows[at] ?? 0) * total) / all;
      if (expected === 0) continue;
      if (expected < 5) low += 1;
      statistic += ((row[column] ?? 0) - expected) ** 2 / expected;
    }
  }
  const degreesOfFreedom = (height - 1) * (width - 1);
  return {
    statistic,
    degreesOfFreedom,
    p: upperGammaShare(degreesOfFreedom / 2, statistic / 2),
    lowExpected: low / (height * width),
  };
}
