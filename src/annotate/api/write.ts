import { z } from 'zod';
import { claimIdSchema } from '../../claims/claim.ts';
import { labels } from '../../claims/label.ts';

/** `POST /api/claim-id`: an id that no claim has and no other writer gets. */
export const claimIdResponseSchema = z.strictObject({ id: z.string() });

/** `POST /api/check-claim`: what the dataset's other claims say about a text that is being written. */
export const checkClaimRequestSchema = z.strictObject({
  claim: z.string().max(10_000),
  label: z.enum(labels).exactOptional(),
});

export const checkClaimResponseSchema = z.strictObject({
  /** Words that stand mostly in claims of one label, the most telling first. */
  cues: z.array(
    z.strictObject({
      word: z.string(),
      label: z.enum(labels),
      /** Share of the claims with the word that have the label, 0 to 1. */
      share: z.number(),
      /** Claims with the word. */
      claims: z.int(),
    }),
  ),
  /** Claims that say nearly the same, the nearest first. */
  near: z.array(
    z.strictObject({
      id: claimIdSchema,
      claim: z.string(),
      /** Jaccard of the words, 0 to 1. */
      similarity: z.number(),
    }),
  ),
});

export type CheckClaimRequest = z.infer<typeof checkClaimRequestSchema>;
export type CheckClaimResponse = z.infer<typeof checkClaimResponseSchema>;
