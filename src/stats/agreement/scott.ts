import type { Coefficient } from './coefficient.ts';
import { fleissKappa } from './fleiss.ts';
import { sumTable } from './unit-sums.ts';

/**
 * Scott's pi of two annotators: `table[a][b]` claims have `a` of the first and `b` of the second. By chance both would give labels as
 * often as the two together give them, which is what Fleiss' kappa says for more than two.
 *
 * @see Scott 1955, Reliability of content analysis: the case of nominal scale coding.
 */
export function scottPi(table: readonly (readonly number[])[]): Coefficient {
  return fleissKappa(sumTable(table));
}
