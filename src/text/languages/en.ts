import type { Language } from './language.ts';

/** English. */
export const en: Language = {
  tag: 'en',
  name: 'English',
};
