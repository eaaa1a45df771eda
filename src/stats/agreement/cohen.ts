import type { Coefficient } from './coefficient.ts';
import { nothingShared, nothingToTellApart } from './undefined-coefficient.ts';
import { marginsOf } from './unit-sums.ts';

/**
 * Cohen's kappa of two annotators: `table[a][b]` claims have `a` of the first and `b` of the second. By chance each would give labels as
 * often as that annotator gives them.
 *
 * @see Cohen 1960, A coefficient of agreement for nominal scales.
 */
export function cohenKappa(table: readonly (readonly number[])[]): Coefficient {
  const cells = table.flat();
  if (cells.every((count) => count === 0)) return nothingShared;
  const value = kappaOfCells(cells, 0, table.length);
  return value === null ? nothingToTellApart : { value };
}

/**
 * Cohen's kappa of a table whose rows stand one after the other among other numbers, from a position on; `null` where it is not defined.
 */
export function kappaOfCells(cells: ArrayLike<number>, from: number, categories: number): number | null {
  let [size, equal, byChance] = [0, 0, 0];
  for (let category = 0; category < categories; category++) {
    let [row, column] = [0, 0];
    for (let other = 0; other < categories; other++) {
      row += cells[from + category * categories + other] ?? 0;
      column += cells[from + other * categories + category] ?? 0;
    }
    size += row;
    equal += cells[from + category * (categories + 1)] ?? 0;
    byChance += row * column;
  }
  // Whole numbers: the difference is exact.
  const most = size * size - byChance;
  return most === 0 ? null : (equal * size - byChance) / most;
}

/**
 * The standard error of Cohen's kappa for many claims, not that under the hypothesis of no agreement; null where kappa is not defined.
 * 0 where both agree on all: such a table does not tell how much is chance.
 *
 * @see Fleiss, Cohen and Everitt 1969, Large sample standard errors of kappa and weighted kappa.
 */
export function cohenStandardError(table: readonly (readonly number[])[]): number | null {
  const { value: kappa } = cohenKappa(table);
  if (kappa === null) return null;
  // Exactly, where rounding would leave the root of next to nothing.
  if (kappa === 1) return 0;
  const { size, rows, columns } = marginsOf(table);
  const expected = rows.reduce((sum, row, at) => sum + row * (columns[at] ?? 0), 0) / (size * size);
  let terms = -((kappa - expected * (1 - kappa)) ** 2);
  for (const [a, row] of table.entries()) {
    for (const [b, count] of row.entries()) {
      const margins = ((columns[a] ?? 0) + (rows[b] ?? 0)) / size;
      const term = (a === b ? 1 : 0) - margins * (1 - kappa);
      terms += (count / size) * term * term;
    }
  }
  return Math.sqrt(Math.max(0, terms) / size) / (1 - expected);
}
