/** Why annotators disagreed, as who adjudicates says it. */
export const reasons = [
  'annotator-error',
  'guideline-gap',
  'ambiguous-claim',
  'evidence-insufficient',
  'page-defect',
  'both-valid',
] as const;

export type Reason = (typeof reasons)[number];
