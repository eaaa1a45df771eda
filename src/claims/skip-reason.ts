/** Why an annotator gives no answer. */
export const skipReasons = [
  'not-verifiable',
  'ambiguous',
  'broken-claim',
  'page-missing',
  'outside-knowledge',
  'prefer-not',
  'other',
] as const;

export type SkipReason = (typeof skipReasons)[number];

/**
 * What happens to a claim that is skipped: `pool` gives it to somebody else and never again to the same annotator; `lead` takes it out of
 * the queue until the lead has decided.
 */
export const skipConsequence: Readonly<Record<SkipReason, 'pool' | 'lead'>> = {
  'not-verifiable': 'lead',
  ambiguous: 'lead',
  'broken-claim': 'lead',
  'page-missing': 'lead',
  'outside-knowledge': 'lead',
  'prefer-not': 'pool',
  other: 'lead',
};
