import { formatNumber } from '../../../reporters/count-words.ts';
import { figureWords } from '../../figure-words.ts';
import type { AgreementReport } from '../agreement-report.ts';
import type { AnnotatorPair } from '../annotator-pairs.ts';
import { mostRows } from './most-rows.ts';
import { ofAll } from './of-all.ts';
import type { PageBlock, Piece } from './page-block.ts';

/** How each two annotators agree, where there are more than two. */
export function* pairBlocks({ labels: { annotatorPairs } }: AgreementReport): Generator<PageBlock> {
  if (annotatorPairs.length < 2) return;
  const worst = annotatorPairs.toSorted((a, b) => (a.alpha.value ?? 2) - (b.alpha.value ?? 2));
  yield {
    kind: 'heading',
    text: ofAll('Pairs of annotators, the lowest alpha first', mostRows, worst.length),
  };
  yield {
    kind: 'table',
    columns: [
      { head: '' },
      { head: 'claims' },
      { head: 'observed' },
      { head: 'alpha' },
      { head: "Cohen's kappa" },
      { head: 'its error' },
      { head: "Scott's pi" },
      { head: 'AC1' },
    ],
    rows: worst.slice(0, mostRows).map(pairRow),
  };
}

function pairRow({
  annotators,
  claims,
  observed,
  alpha,
  kappa,
  standardError,
  pi,
  ac1,
}: AnnotatorPair): Piece[] {
  return [
    { name: annotators.join(' / ') },
    formatNumber(claims),
    figureWords(observed),
    figureWords(alpha.value),
    figureWords(kappa.value),
    figureWords(standardError),
    figureWords(pi.value),
    figureWords(ac1.value),
  ];
}
