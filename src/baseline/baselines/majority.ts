import type { Baseline } from '../baseline.ts';
import { labelSharesOf, likeliestLabel } from '../label-shares.ts';

/** What is right without any thought. */
export const majority: Baseline = {
  id: 'majority',
  title: 'majority',
  about: 'the most frequent label of the training claims for every claim',
  needs: ['training'],
  heeds: [],
  prepare: ({ training }) => {
    const probabilities = labelSharesOf(training);
    const label = likeliestLabel(probabilities);
    return () => ({ label, evidence: [], probabilities });
  },
};
