import { NaiveBayes } from '../../stats/naive-bayes.ts';
import { words } from '../../text/words.ts';
import type { Baseline } from '../baseline.ts';
import { labelSharesOf, likeliestLabel } from '../label-shares.ts';

/**
 * What the words of the claims give away.
 *
 * @see Schuster et al. 2019, Towards debiasing fact verification models: a claim-only classifier on FEVER.
 */
export const claimOnly: Baseline = {
  id: 'claim-only',
  title: 'claim only',
  about: 'a label by the words of the claim alone: naive Bayes, learned from the training claims',
  needs: ['training'],
  heeds: [],
  prepare: ({ training }) => {
    const classifier = new NaiveBayes();
    for (const { claim, label } of training) classifier.add(words(claim), label);
    const order = [...labelSharesOf(training).keys()];
    return ({ claim }) => {
      const found = classifier.probabilitiesOf(words(claim));
      const probabilities = new Map(order.map((label) => [label, found.get(label) ?? 0]));
      return { label: likeliestLabel(probabilities), evidence: [], probabilities };
    };
  },
};
