import { formatNumber } from '../../../reporters/count-words.ts';
import { figureWords, intervalWords } from '../../figure-words.ts';
import type { AdjudicatedAnnotator } from '../adjudicated-annotators.ts';
import type { AgreementReport } from '../agreement-report.ts';
import { mostRows } from './most-rows.ts';
import { ofAll } from './of-all.ts';
import type { PageBlock } from './page-block.ts';

/** How each annotator agrees with what was adjudicated. */
export function* adjudicatedBlocks({ labels: { adjudicated: all } }: AgreementReport): Generator<PageBlock> {
  if (all.length === 0) return;
  const worst = all.toSorted((a, b) => a.share - b.share);
  yield {
    kind: 'heading',
    text: ofAll('Annotators against adjudications, the lowest first', mostRows, all.length),
  };
  yield {
    kind: 'table',
    columns: [
      { head: '' },
      { head: 'claims' },
      { head: 'the same' },
      { head: 'interval', align: 'left' },
      { head: "Cohen's kappa" },
    ],
    rows: worst
      .slice(0, mostRows)
      .map(({ annotator, claims, share, interval, kappa }: AdjudicatedAnnotator) => [
        { name: annotator },
        formatNumber(claims),
        figureWords(share),
        intervalWords(interval),
        figureWords(kappa.value),
      ]),
  };
}
