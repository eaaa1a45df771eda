import { type CitedEvidence, countShared } from './cited-evidence.ts';

/** How much of what is cited is gold, and how much of the gold is cited. */
export interface OracleScore {
  readonly precision: number;
  readonly recall: number;
}

/**
 * Precision and recall of the ids that somebody cites, all sets together. Who cites nothing has cited nothing wrong (precision 1), and
 * of nothing all is found (recall 1). FEVER gives the means over claims of annotators against those who searched without a limit.
 *
 * @see Thorne et al. 2018, FEVER, on data validation (95.42 and 72.36).
 */
export function scoreAgainstGold(cited: CitedEvidence, gold: CitedEvidence): OracleScore {
  const shared = countShared(cited.ids, gold.ids);
  return {
    precision: cited.ids.size === 0 ? 1 : shared / cited.ids.size,
    recall: gold.ids.size === 0 ? 1 : shared / gold.ids.size,
  };
}
