/**
 * By what claims can be kept in one split, in the order in which it is looked for. Duplicates, claims that differ in nothing but case
 * and punctuation, are always kept together.
 */
export const groupKinds = [
  'near-duplicate',
  'source',
  'evidence',
  'section',
  'article',
  'annotator',
] as const;

export type GroupKind = (typeof groupKinds)[number];

/** What claims are grouped by where nothing is said. */
export const defaultGroupBy: readonly GroupKind[] = ['near-duplicate', 'source', 'evidence'];
