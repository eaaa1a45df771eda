import { OutcomeTable } from '../../stats/resampling/outcome-table.ts';
import type { Resampling } from '../../stats/resampling/resampling.ts';
import type { Scorer } from '../scorer.ts';
import type { Comparison } from '../scores.ts';
import { compareSystems } from './compare-systems.ts';
import type { OutcomeList } from './outcome-list.ts';

/** Two systems on the claims that both were scored on. */
export function compareOutcomes(
  [first, second]: readonly OutcomeList[],
  scorer: Scorer,
  resampling: Resampling,
): Comparison {
  const table = new OutcomeTable(scorer.parts.length * 2);
  for (const [index, outcome] of (first?.outcomes ?? []).entries()) {
    const other = second?.outcomes[index];
    if (outcome !== undefined && other !== undefined) table.add([...outcome, ...other]);
  }
  return compareSystems(table, scorer, resampling);
}
