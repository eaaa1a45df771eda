import type { Profile } from './profile.ts';

/** What a release is held to. */
export const strict: Profile = {
  id: 'strict',
  title: 'For releases: rules that are otherwise off, and warnings of the guideline as errors.',
  rules: {},
};
