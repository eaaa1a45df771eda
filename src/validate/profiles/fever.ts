import type { Profile } from './profile.ts';

/** @see Thorne et al. 2018: claims that are NOT ENOUGH INFO have no evidence, all evidence is sentences. */
export const fever: Profile = {
  id: 'fever',
  title: 'For datasets in the manner of FEVER: NOT ENOUGH INFO claims have no evidence.',
  rules: {
    'label/needless-evidence': 'warning',
  },
};
