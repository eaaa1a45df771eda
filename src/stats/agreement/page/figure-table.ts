import { figureWords, intervalWords } from '../../figure-words.ts';
import type { MeasuredCoefficient } from '../coefficient.ts';
import type { PageTable } from './page-block.ts';

/** Figures with their intervals, one a row. */
export function figureTable(
  figures: readonly (MeasuredCoefficient & { readonly title: string })[],
): PageTable {
  return {
    kind: 'table',
    isPlain: true,
    columns: [{ head: 'figure' }, { head: 'value' }, { head: 'interval', align: 'left' }],
    rows: figures.map((figure) => [
      figure.title,
      figureWords(figure.value),
      intervalWords(figure.interval ?? undefined),
    ]),
  };
}
