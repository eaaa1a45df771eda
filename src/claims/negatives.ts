import { z } from 'zod';
import { claimIdSchema } from './claim.ts';

/** How claimset finds records that do not decide a claim, in the order in which they are asked for. */
export const negativeSamplers = ['consulted', 'nearest-p', 'random-s', 'hard', 'same-article'] as const;

export type NegativeSampler = (typeof negativeSamplers)[number];

/** A record that is no evidence of the claim, with how it was found. Unknown keys are kept. */
const negativeSchema = z.looseObject({
  id: z.string().min(1).describe('Evidence id.'),
  sampler: z
    .string()
    .min(1)
    .refine((name) => name !== 'annotated', {
      message: 'another name than "annotated", which is what evidence is called',
    })
    .describe('How it was found: one of claimset, or a name of your own.'),
  rank: z
    .int()
    .positive()
    .describe('Where it stood, or its article, in the ranking that it was taken from, from 1.')
    .exactOptional(),
  score: z
    .number()
    .describe('What it was ranked by; only good for comparison within one claim.')
    .exactOptional(),
  seed: z.int().nonnegative().describe('The seed, where it was drawn.').exactOptional(),
  annotators: z
    .int()
    .positive()
    .describe('How many annotators looked at it, or at its article, and did not choose it.')
    .exactOptional(),
});

export type Negative = z.infer<typeof negativeSchema>;

/** One line of a file of negatives, which `claimset negatives` writes. Unknown keys are kept. */
export const claimNegativesSchema = z
  .looseObject({
    id: claimIdSchema.describe('Id of the claim.'),
    negatives: z.array(negativeSchema),
  })
  .describe('Records that are no evidence of a claim.');

export type ClaimNegatives = z.infer<typeof claimNegativesSchema>;
