import { z } from 'zod';
import { evidenceSchema } from '../../claims/claim.ts';
import { labels } from '../../claims/label.ts';
import { mutations } from '../../claims/mutation.ts';

/** `POST /api/mutations`: rewrites of a text by a mutation, to choose from. */
export const mutationsRequestSchema = z.strictObject({
  claim: z.string().max(2000),
  mutation: z.enum(mutations),
  /** Of the claim that is rewritten; absent for a text without one. */
  label: z.enum(labels).exactOptional(),
  /** What the rewrite would be compared with as its evidence. */
  evidence: evidenceSchema.max(100).exactOptional(),
});

export const mutationsResponseSchema = z.strictObject({
  rewrites: z.array(
    z.strictObject({
      text: z.string(),
      /** The words replaced; `to` is empty where they were left out. */
      from: z.string(),
      to: z.string(),
      /** Where the new words stand in the text. */
      start: z.int(),
      end: z.int(),
      /** What the validator says, no errors. */
      findings: z.array(z.string()),
    }),
  ),
  /** Rewrites that were left out: with an error, and those that are claims already. */
  faulty: z.int(),
  known: z.int(),
});

export type MutationsResponse = z.infer<typeof mutationsResponseSchema>;
