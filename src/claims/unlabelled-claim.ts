import { z } from 'zod';
import { claimSchema } from './claim.ts';

/** One line of `claims/unlabelled/*.jsonl`: a claim that waits for annotators. Unknown keys are kept. */
export const unlabelledClaimSchema = claimSchema
  .extend({
    label: z.never().describe('Absent: nobody has decided yet.').exactOptional(),
    evidence: z.never().describe('Absent: nobody has decided yet.').exactOptional(),
  })
  .describe('A claim that nobody has labelled yet: one line of claims/unlabelled/*.jsonl.');

export type UnlabelledClaim = z.infer<typeof unlabelledClaimSchema>;
