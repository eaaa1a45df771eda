import type { Level } from './diagnostic.ts';

/** What a level looks at, in a word. */
export const levelNames: Readonly<Record<Level, string>> = {
  1: 'file',
  2: 'schema',
  3: 'references',
  4: 'guideline',
  5: 'dataset',
};
