import type { LabelAgreement } from '../../../stats/agreement/label-agreement.ts';
import type { Block } from '../../block.ts';
import { intervalChart } from '../../chart/intervals.ts';
import { decimalWords } from '../../number-words.ts';
import { valueWords } from './agreement-words.ts';

/** The coefficients of agreement on labels, those that are not defined, and α of each label. */
export function* labelBlocks(labels: LabelAgreement): Generator<Block> {
  const defined = labels.figures.filter(({ value }) => value !== null);
  const alpha = labels.figures.find(({ id }) => id === 'alpha');
  for (const { text } of labels.warnings) yield { kind: 'note', text };
  if (defined.length > 0) {
    yield intervalChart({
      name:
        alpha === undefined || alpha.value === null
          ? 'Coefficients of agreement on labels.'
          : `Krippendorff’s α of the labels is ${valueWords(alpha)}.`,
      caption: 'Coefficients of agreement on labels',
      rowName: 'coefficient',
      valueName: 'agreement',
      rows: defined.map(({ title, value, interval }) => ({ name: titleWords(title), value, interval })),
      domain: [0, 1],
    });
  }
  const missing = labels.figures.flatMap((figure) =>
    figure.value === null ? [[titleWords(figure.title), figure.reason]] : [],
  );
  if (missing.length > 0) {
    yield {
      kind: 'table',
      isFolded: true,
      table: {
        caption: 'Coefficients that are not defined here',
        columns: [{ name: 'coefficient' }, { name: 'why' }],
        rows: missing,
      },
    };
  }
  const [least] = labels.perLabel
    .filter(({ alpha: own }) => own.value !== null)
    .toSorted((a, b) => (a.alpha.value ?? 0) - (b.alpha.value ?? 0));
  yield intervalChart({
    name:
      least === undefined
        ? 'No label has an α of its own.'
        : least.alpha.value === 1
          ? 'On each label all agree.'
          : `Least is agreed on ${least.label}: α ${valueWords(least.alpha)}.`,
    caption: 'Krippendorff’s α of each label against all others',
    rowName: 'label',
    valueName: 'α',
    rows: labels.perLabel.map(({ label, share, alpha: own }) => ({
      name: `${label} (${decimalWords(share * 100, 0)} %)`,
      value: own.value,
      interval: own.interval,
    })),
    domain: [0, 1],
  });
}

/** Titles of coefficients as a page sets them. */
function titleWords(title: string): string {
  return title.replaceAll("'", '’');
}
