import type { UndefinedCoefficient } from './coefficient.ts';

/** No pair of labels to compare. */
export const nothingShared: UndefinedCoefficient = {
  value: null,
  reason: 'No claim has labels of two annotators.',
};

/** No disagreement to be expected: 0 is divided by 0. */
export const nothingToTellApart: UndefinedCoefficient = {
  value: null,
  reason:
    'All labels are the same, so that no disagreement is to be expected: nothing shows that annotators can tell labels apart. Look at the observed agreement.',
};
