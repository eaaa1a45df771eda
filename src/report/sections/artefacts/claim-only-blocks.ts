import type {
  ClaimOnlyFigures,
  Estimate,
  MeasuredClaimOnly,
} from '../../../stats/claim-only/claim-only-figures.ts';
import { plural } from '../../../text/plural.ts';
import type { Block, KeyFigure } from '../../block.ts';
import { intervalChart } from '../../chart/intervals.ts';
import { matrixChart } from '../../chart/matrix.ts';
import { countWords, decimalWords, percentWords, rangeWords } from '../../number-words.ts';
import { claimOnlyVerdict } from './claim-only-verdict.ts';

/** N-grams listed of each label. */
export const listedNgrams = 8;

/** How well labels are guessed from the words of claims alone, or why that was not measured. */
export function* claimOnlyBlocks({
  measured,
  reason,
  groups,
  largestGroup,
  leftOut,
}: ClaimOnlyFigures): Generator<Block> {
  yield { kind: 'heading', text: 'Labels guessed without evidence' };
  if (measured === null) {
    yield { kind: 'paragraph', text: reason };
    return;
  }
  const { accuracy, macroF1, majorityAccuracy, byLabel, confusion, folds } = measured;
  yield { kind: 'figures', figures: keyFigures(measured) };
  yield {
    kind: 'paragraph',
    text: `A logistic regression sees the words of claims and nothing else. Each claim is guessed by one that did not learn it: ${folds} folds, no group of claims that hang together in two of them (${countWords(groups)} groups, the largest of ${countWords(largestGroup)}). In a good dataset it guesses no better than somebody who always says the commonest label.`,
  };
  for (const { label, claims, why } of leftOut) {
    yield {
      kind: 'note',
      text:
        label === null || why === 'unlabelled'
          ? `Left out: ${countWords(claims)} ${plural('claim', claims)} without a label.`
          : `Left out: ${countWords(claims)} ${plural('claim', claims)} with ${label}: too few, or all of them hang together.`,
    };
  }
  yield intervalChart({
    name: `${claimOnlyVerdict(measured)}.`,
    caption: 'Guessing labels from the words of claims alone',
    rowName: 'figure',
    valueName: 'share',
    rows: [
      { name: 'accuracy', ...accuracy },
      { name: 'macro-F1', ...macroF1 },
      ...byLabel.map(({ label, f1 }) => ({ name: `F1 of ${label}`, ...f1 })),
    ],
    domain: [0, 1],
    references: [{ name: 'always the commonest', value: majorityAccuracy.value }],
  });
  const labels = byLabel.map(({ label }) => label);
  yield {
    kind: 'table',
    isFolded: true,
    table: {
      caption: 'Guesses of each label',
      columns: [
        { name: 'label' },
        { name: 'claims', isNumber: true },
        ...['precision', 'recall', 'F1'].map((name) => ({ name, isNumber: true, digits: 3 })),
      ],
      rows: byLabel.map(({ label, claims, precision, recall, f1 }) => [
        label,
        claims,
        precision?.value ?? null,
        recall.value,
        f1.value,
      ]),
    },
  };
  const matrix = matrixChart({
    name: 'Labels and guesses',
    caption: 'Claims by label and by the label that is guessed',
    rowName: 'label',
    columnName: 'guess',
    rows: labels,
    columns: labels,
    counts: confusion,
  });
  yield { kind: 'table', isFolded: true, table: matrix.table };
  yield* classifierNgrams(measured);
}

function keyFigures({ accuracy, majorityAccuracy, gain, information }: MeasuredClaimOnly): KeyFigure[] {
  const share = ({ value, interval }: Estimate): Pick<KeyFigure, 'value' | 'interval'> => ({
    value: percentWords(value),
    ...(interval !== null && {
      interval: `${decimalWords(interval.low * 100, 1)} to ${decimalWords(interval.high * 100, 1)} %`,
    }),
  });
  return [
    {
      name: 'claim-only accuracy',
      ...share(accuracy),
      meaning: 'Share of the claims whose label is guessed.',
    },
    {
      name: 'gain',
      ...share(gain),
      meaning: `Above always saying the commonest label (${percentWords(majorityAccuracy.value)}).`,
    },
    {
      name: 'V-information',
      value: `${decimalWords(information.information.value, 3)} bits`,
      ...(information.information.interval !== null && {
        interval: rangeWords(information.information.interval, 3),
      }),
      meaning: `What words tell of a label, of ${decimalWords(information.labelEntropy, 2)} bits there are.`,
    },
  ];
}

function* classifierNgrams({ ngrams }: MeasuredClaimOnly): Generator<Block> {
  const rows = ngrams.flatMap(({ label, ngrams: own }) =>
    own
      .slice(0, listedNgrams)
      .map(({ ngram, weight, claims, productivity, examples }) => [
        ngram,
        label,
        weight,
        claims,
        percentWords(productivity),
        examples[0]?.claim ?? '',
      ]),
  );
  if (rows.length === 0) return;
  yield {
    kind: 'table',
    isFolded: true,
    table: {
      caption: 'Words that speak most for a label to the classifier',
      columns: [
        { name: 'words', isQuoted: true },
        { name: 'for' },
        { name: 'weight', isNumber: true, digits: 2 },
        { name: 'claims', isNumber: true },
        { name: 'with the label', isNumber: true },
        { name: 'for example', isQuoted: true },
      ],
      rows,
    },
  };
}
