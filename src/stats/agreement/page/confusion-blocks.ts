import { labels } from '../../../claims/label.ts';
import { formatNumber } from '../../../reporters/count-words.ts';
import { shareWords } from '../../figure-words.ts';
import type { AgreementReport } from '../agreement-report.ts';
import type { PageBlock, PageTable } from './page-block.ts';

/** Which labels stand beside which: of two annotators who says what, of more what is said together. */
export function* confusionBlocks({
  labels: { annotatorPairs, annotators, coincidences, annotations },
}: AgreementReport): Generator<PageBlock> {
  if (annotations === 0) return;
  const [pair] = annotatorPairs;
  if (annotators === 2 && pair !== undefined) {
    yield { kind: 'heading', text: 'Who says what' };
    yield {
      kind: 'paragraph',
      pieces: [
        'In rows what ',
        { name: pair.annotators[0] },
        ' says, in columns ',
        { name: pair.annotators[1] },
        '.',
      ],
    };
    yield matrix(pair.confusion);
    return;
  }
  yield { kind: 'heading', text: 'What is said beside what' };
  yield {
    kind: 'paragraph',
    pieces: [
      'Of those who share a claim with one who gave the label of the row, how many gave that of the column.',
    ],
  };
  yield matrix(coincidences);
}

/** Counts with their shares of the row. Weighted ones are not whole. */
function matrix(counts: readonly (readonly number[])[]): PageTable {
  return {
    kind: 'table',
    columns: [{ head: '' }, ...labels.map((label) => ({ head: label }))],
    rows: labels.map((label, at) => {
      const row = counts[at] ?? [];
      const all = row.reduce((sum, count) => sum + count, 0);
      return [label, ...row.map((count) => `${countOf(count)} ${shareWords(count, all).padStart(5)}`.trim())];
    }),
  };
}

function countOf(count: number): string {
  const rounded = Math.round(count);
  return Math.abs(count - rounded) < 1e-6 ? formatNumber(rounded) : count.toFixed(1);
}
