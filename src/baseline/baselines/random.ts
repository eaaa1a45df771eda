import { hashText } from '../../text/hash.ts';
import { createRng } from '../../text/rng.ts';
import type { Baseline } from '../baseline.ts';
import { labelSharesOf, likeliestLabel } from '../label-shares.ts';

/** What is right by chance. Drawn by seed and id, so that other claims of the file make no difference. */
export const random: Baseline = {
  id: 'random',
  title: 'random',
  about: 'a label drawn by the shares of labels among the training claims',
  needs: ['training'],
  heeds: ['seed'],
  prepare: ({ training, seed }) => {
    const probabilities = labelSharesOf(training);
    return ({ id }) => {
      let left = createRng(hashText(JSON.stringify(id), seed))();
      for (const [label, share] of probabilities) {
        left -= share;
        if (left < 0) return { label, evidence: [], probabilities };
      }
      // Shares add up to a little less than 1 by rounding.
      return { label: likeliestLabel(probabilities), evidence: [], probabilities };
    };
  },
};
