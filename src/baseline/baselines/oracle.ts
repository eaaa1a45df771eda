import type { Baseline } from '../baseline.ts';

/** What the best system could get: less than 1 where evidence sets are longer than what a scorer counts. */
export const oracle: Baseline = {
  id: 'oracle',
  title: 'oracle',
  about: 'the gold label and the gold evidence, the smallest set first: an upper bound',
  needs: ['gold'],
  heeds: [],
  prepare:
    () =>
    ({ label = '', evidence }) => {
      const sets = [...evidence].sort((a, b) => a.length - b.length);
      return { label, evidence: [...new Set(sets.flat())] };
    },
};
