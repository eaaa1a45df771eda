import type { Profile } from './profile.ts';

/** @see Aly et al. 2021: evidence is given for NOT ENOUGH INFO claims too, three sets at most. */
export const feverous: Profile = {
  id: 'feverous',
  title:
    'For datasets in the manner of FEVEROUS: NOT ENOUGH INFO claims have evidence too, three sets at most.',
  rules: {
    'evidence/too-many-sets': { options: { max: 3 } },
    'label/nei-without-evidence': 'error',
  },
};
