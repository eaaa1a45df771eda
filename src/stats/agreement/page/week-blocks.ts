import { formatNumber } from '../../../reporters/count-words.ts';
import { figureWords, intervalWords } from '../../figure-words.ts';
import type { AgreementReport } from '../agreement-report.ts';
import type { PageBlock } from './page-block.ts';

/** How annotators agree in each week. */
export function* weekBlocks({ weeks: all }: AgreementReport): Generator<PageBlock> {
  if (all === null || all.length === 0) return;
  yield { kind: 'heading', text: 'By week' };
  yield {
    kind: 'table',
    columns: [
      { head: 'week' },
      { head: 'from' },
      { head: 'claims' },
      { head: 'observed' },
      { head: 'alpha' },
      { head: 'interval', align: 'left' },
    ],
    rows: all.map(({ id, from, claims, observed, alpha }) => [
      id,
      from,
      formatNumber(claims),
      figureWords(observed.value),
      figureWords(alpha.value),
      intervalWords(alpha.interval ?? undefined),
    ]),
  };
}
