import type { AgreementFigureId, LabelAgreement } from '../../../stats/agreement/label-agreement.ts';
import { plural } from '../../../text/plural.ts';
import type { KeyFigure } from '../../block.ts';
import { countWords, decimalWords, rangeWords } from '../../number-words.ts';

const meanings: readonly (readonly [AgreementFigureId, string, string])[] = [
  ['observed', 'observed agreement', 'Share of the pairs of labels that are the same.'],
  ['alpha', 'Krippendorff’s α', '1 where all agree, 0 where they agree as chance has it.'],
];

/** How many claims were compared, and the coefficients of agreement on labels that are read first. */
export function* keyFigures(labels: LabelAgreement): Generator<KeyFigure> {
  const { claims, annotators, pairs } = labels;
  yield {
    name: 'claims with two or more annotators',
    value: countWords(claims),
    meaning: `${countWords(annotators)} ${plural('annotator', annotators)}, ${countWords(pairs)} ${plural('pair', pairs)} of labels.`,
  };
  for (const [id, name, meaning] of meanings) {
    const figure = labels.figures.find((own) => own.id === id);
    if (figure === undefined) continue;
    yield {
      name,
      value: decimalWords(figure.value, 3),
      ...(figure.interval !== null && { interval: rangeWords(figure.interval, 3) }),
      meaning: figure.value === null ? figure.reason : meaning,
    };
  }
}
