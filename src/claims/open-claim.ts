import { z } from 'zod';
import { type Claim, claimSchema } from './claim.ts';
import { labels } from './label.ts';

/**
 * A claim as some dataset of the family has it: its label may be one that has no counterpart among the three (DISPUTED, mixture),
 * and is absent in a blind test file, where the label is to be predicted.
 */
export const openClaimSchema = claimSchema.extend({
  label: z.string().min(1).describe('The label of the dataset; absent in a blind test file.').exactOptional(),
});

export type OpenClaim = z.infer<typeof openClaimSchema>;

/** Whether a claim has one of the three labels. */
export function isLabelled(claim: OpenClaim): claim is Claim {
  return (labels as readonly (string | undefined)[]).includes(claim.label);
}
