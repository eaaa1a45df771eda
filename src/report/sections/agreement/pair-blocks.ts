import type { LabelAgreement } from '../../../stats/agreement/label-agreement.ts';
import type { Block } from '../../block.ts';
import { matrixChart } from '../../chart/matrix.ts';
import { countWords, decimalWords } from '../../number-words.ts';
import { nameWords } from './agreement-words.ts';

/** Of so many annotators all pairs are drawn; of more they are a table. */
const maxDrawn = 8;

/** Which labels are confused, and how far every two annotators agree. */
export function* pairBlocks({ labels, coincidences, annotatorPairs }: LabelAgreement): Generator<Block> {
  const names = [...new Set(annotatorPairs.flatMap(({ annotators }) => annotators))].sort();
  const [only] = annotatorPairs;
  if (only !== undefined && annotatorPairs.length === 1) {
    const [first, second] = only.annotators;
    yield matrixChart({
      name: `${nameWords(first)} and ${nameWords(second)} give ${countWords(Math.round(only.observed * only.claims))} of ${countWords(only.claims)} claims the same label.`,
      caption: 'Claims by the labels of the two annotators',
      rowName: first,
      columnName: second,
      rows: labels,
      columns: labels,
      counts: only.confusion,
    });
    return;
  }
  yield matrixChart({
    name: confusionName(labels, coincidences),
    caption:
      'Labels of the same claim by two annotators, both ways round; a claim counts as often as it has labels',
    rowName: 'one annotator',
    columnName: 'another annotator',
    rows: labels,
    columns: labels,
    counts: coincidences.map((row) => row.map((weight) => Math.round(weight * 10) / 10)),
    digits: 1,
  });
  if (annotatorPairs.length === 0) return;
  if (names.length <= maxDrawn) {
    const byPair = new Map(annotatorPairs.map((pair) => [JSON.stringify(pair.annotators), pair.alpha.value]));
    const alphaOf = (a: string, b: string): number | null =>
      byPair.get(JSON.stringify([a, b])) ?? byPair.get(JSON.stringify([b, a])) ?? null;
    yield matrixChart({
      name: pairsName(annotatorPairs),
      caption: 'Krippendorff’s α of every two annotators',
      rowName: 'annotator',
      columnName: 'annotator',
      rows: names,
      columns: names,
      counts: names.map((row) => names.map((column) => alphaOf(row, column))),
      digits: 2,
      shadeOf: (value) => value,
    });
  }
  yield {
    kind: 'table',
    isFolded: true,
    table: {
      caption: 'Every two annotators who share claims',
      columns: [
        { name: 'annotators' },
        { name: 'claims', isNumber: true },
        ...['same label', 'Cohen’s κ', 'its standard error', 'Scott’s π', 'Gwet’s AC1', 'α'].map((name) => ({
          name,
          isNumber: true,
          digits: 3,
        })),
      ],
      rows: annotatorPairs.map(({ annotators, claims, observed, kappa, standardError, pi, ac1, alpha }) => [
        annotators.join(' and '),
        claims,
        observed,
        kappa.value,
        standardError,
        pi.value,
        ac1.value,
        alpha.value,
      ]),
    },
  };
}

function confusionName(labels: readonly string[], coincidences: readonly (readonly number[])[]): string {
  let [most, first, second] = [0, '', ''];
  for (const [a, row] of coincidences.entries()) {
    for (const [b, weight] of row.entries()) {
      if (b > a && weight > most) [most, first, second] = [weight, labels[a] ?? '', labels[b] ?? ''];
    }
  }
  return most === 0 ? 'No two labels are confused.' : `${first} and ${second} are confused most often.`;
}

function pairsName(pairs: LabelAgreement['annotatorPairs']): string {
  const sorted = pairs
    .filter(({ alpha }) => alpha.value !== null)
    .toSorted((a, b) => (a.alpha.value ?? 0) - (b.alpha.value ?? 0));
  const [least, most] = [sorted[0], sorted.at(-1)];
  if (least === undefined || most === undefined) return 'No pair of annotators has an α.';
  return `α of two annotators goes from ${decimalWords(least.alpha.value, 2)} to ${decimalWords(most.alpha.value, 2)}.`;
}
