import { testIndependence } from '../chi-square.ts';
import { entropyOf } from '../entropy.ts';
import { sum } from '../sum.ts';

/** How much what stands in the rows of a table tells of the labels in its columns. */
export interface Association {
  /** Pearson's chi-square, without a correction for continuity. */
  readonly chiSquare: number;
  readonly degreesOfFreedom: number;
  /** Probability of a statistic at least as large if the rows told nothing. */
  readonly p: number;
  /** Share of the cells of which chance expects fewer than five: above a fifth, p is not to be trusted (Cochran 1954). */
  readonly lowExpected: number;
  /** Cramér's V with Bergsma's correction: 0 where the rows tell no more than chance has it, 1 where they tell all. */
  readonly cramersV: number;
  /** Mutual information of rows and labels in bits, of the counts as they are. */
  readonly information: number;
  /** About how many bits of it counts like these have where the rows tell nothing. */
  readonly informationByChance: number;
  /** Share of the entropy of the labels that the rows explain: from 0 to 1. */
  readonly explained: number;
}

/**
 * The association of rows and columns; `undefined` where fewer than two of either hold anything.
 *
 * @see Bergsma 2013, A bias-correction for Cramér's V and Tschuprow's T; Miller 1955 for what mutual information is by chance.
 */
export function measureAssociation(table: readonly (readonly number[])[]): Association | undefined {
  const test = testIndependence(table);
  if (test === undefined) return undefined;
  const { statistic, degreesOfFreedom, p, lowExpected } = test;
  const rows = table.map(sum).filter((count) => count > 0);
  const columns = (table[0] ?? []).map((_, at) => sum(table.map((row) => row[at] ?? 0)));
  const all = sum(rows);
  const information = Math.max(0, entropyOf(rows) + entropyOf(columns) - entropyOf(table.flat()));
  return {
    chiSquare: statistic,
    degreesOfFreedom,
    p,
    lowExpected,
    cramersV: correctedV(statistic, all, rows.length, columns.filter((count) => count > 0).length),
    information,
    informationByChance: degreesOfFreedom / (2 * Math.LN2 * all),
    explained: Math.min(1, information / entropyOf(columns)),
  };
}

/** Cramér's V of a table of so many rows and columns, without what it is too high by chance. */
function correctedV(statistic: number, all: number, rows: number, columns: number): number {
  if (all < 2) return 0;
  const phi = Math.max(0, statistic / all - ((rows - 1) * (columns - 1)) / (all - 1));
  const least = Math.min(rows - (rows - 1) ** 2 / (all - 1), columns - (columns - 1) ** 2 / (all - 1)) - 1;
  return least > 0 ? Math.min(1, Math.sqrt(phi / least)) : 0;
}
