import { figureWords, shareWords } from '../../figure-words.ts';
import type { LabelledClaims } from '../artefacts.ts';
import { type BiasSection, dataOf, paragraph } from '../bias-page.ts';
import { countOf } from './count-of.ts';

/** How many claims each label has. */
export function labelSection({
  claims,
  unlabelled,
  otherLabels,
  labels,
  entropy,
}: LabelledClaims): BiasSection {
  const counted = labels.reduce((sum, label) => sum + label.claims, 0);
  const left = [
    ...(unlabelled > 0 ? [`${countOf(unlabelled, 'claim')} without a label`] : []),
    ...(otherLabels > 0 ? [`${countOf(otherLabels, 'claim')} with labels beyond the thirty commonest`] : []),
  ];
  return {
    title: 'Labels',
    blocks: [
      {
        kind: 'table',
        columns: [{ head: 'label' }, { head: 'claims' }, { head: 'share' }],
        rows: labels.map(({ label, claims: own }) => [dataOf(label), String(own), shareWords(own, counted)]),
      },
      paragraph(
        `${countOf(claims, 'claim')}; the entropy of the labels is ${figureWords(entropy)} bits.${left.length > 0 ? ` Left out: ${left.join(', ')}.` : ''}`,
      ),
    ],
  };
}
