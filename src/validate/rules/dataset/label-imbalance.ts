import { type Label, labels } from '../../../claims/label.ts';
import type { Place } from '../../../diagnostic/diagnostic.ts';
import { percent } from '../../../text/percent.ts';
import { defineDatasetRule } from '../../rule.ts';

const claim = (id: number, text: string, label: Label = 'SUPPORTS') => ({
  id,
  claim: text,
  label,
  evidence: [['A_sentence_0']],
});

/** No label has nearly all claims. */
export const labelImbalance = defineDatasetRule({
  id: 'dataset/label-imbalance',
  level: 5,
  severity: 'warning',
  since: '0.2.0',
  title: 'No label has nearly all claims.',
  why: 'A system that always says the one label is right nearly always, and of the others there are too few to learn from or to score on.',
  help: 'Write claims with the other labels: negations and substitutions of those there are. Where many claims have errors on levels 1 to 3, mend them first: they are not counted.',
  source:
    'In the training data of FEVER and FEVEROUS the largest label has 55 % and 59 % of the claims, in the development data of FEVER a third.',
  options: {
    maxShare: { default: 0.7, min: 0, max: 1, about: 'Share of all claims that a label may have.' },
    minClaims: {
      default: 100,
      min: 1,
      isInteger: true,
      about: 'Claims without an error on levels 1 to 3 from which on their labels are counted.',
    },
  },
  messages: {
    large: '{share} of the {claims} claims without an error on levels 1 to 3 are `{label}`: {counts}.',
  },
  examples: [
    {
      name: 'two labels',
      options: { minClaims: 2 },
      lines: [
        claim(1, 'The number one comes first.'),
        claim(2, 'The number two comes second.'),
        claim(3, 'The number one comes last.', 'REFUTES'),
      ],
    },
    {
      name: 'one label',
      options: { minClaims: 2 },
      lines: [claim(1, 'The number one comes first.'), claim(2, 'The number two comes second.')],
      expect: ['1:55-1:65 large'],
    },
  ],
  begin({ options: { maxShare, minClaims }, report }) {
    const counts = labels.map(() => 0);
    const firsts: (Place | undefined)[] = labels.map(() => undefined);
    return {
      visit(entry) {
        const which = labels.indexOf(entry.claim.label);
        counts[which] = (counts[which] ?? 0) + 1;
        firsts[which] ??= entry.place(['label']);
        return undefined;
      },
      *finish() {
        const claims = counts.reduce((sum, count) => sum + count, 0);
        const most = Math.max(...counts);
        const largest = counts.indexOf(most);
        const place = firsts[largest];
        if (place === undefined || claims < minClaims || most / claims <= maxShare) return;
        yield report('large', {
          data: {
            share: percent(most / claims),
            claims,
            label: labels[largest] ?? '',
            counts: labels.map((label, which) => `${label} ${counts[which] ?? 0}`).join(', '),
          },
          place,
        });
      },
    };
  },
});
