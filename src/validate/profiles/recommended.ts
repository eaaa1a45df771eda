import type { Profile } from './profile.ts';

/** Every rule as it declares itself. */
export const recommended: Profile = {
  id: 'recommended',
  title: 'For every dataset: each rule with its own severity. What runs unless another profile is named.',
  rules: {},
};
