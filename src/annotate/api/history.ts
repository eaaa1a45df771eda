import { z } from 'zod';
import { claimIdSchema, evidenceSchema } from '../../claims/claim.ts';
import { labels } from '../../claims/label.ts';
import { reasons } from '../../claims/reason.ts';
import { skipReasons } from '../../claims/skip-reason.ts';

/** `GET /api/history`: what this annotator has done, the latest first, at most 500. */
export const historyResponseSchema = z.strictObject({
  entries: z.array(
    z.strictObject({
      claim: claimIdSchema,
      text: z.string(),
      did: z.enum(['annotation', 'skip', 'write', 'verdict', 'adjudication', 'drop']),
      label: z.enum(labels).nullable(),
      evidence: evidenceSchema,
      at: z.string(),
      seconds: z.number().nullable(),
      /** Of a skip. */
      skipReason: z.enum(skipReasons).nullable(),
      /** Whether it waits for another answer of this annotator, with what was said to that; `null` where it does not. */
      sentBack: z.string().nullable(),
      /** Whether the claim was taken out of the dataset. */
      isDropped: z.boolean(),
      /** What was decided in the end, once it was; annotators see how they were corrected. */
      decided: z
        .strictObject({
          label: z.enum(labels),
          evidence: evidenceSchema,
          reason: z.enum(reasons).nullable(),
          comment: z.string().nullable(),
        })
        .nullable(),
    }),
  ),
});

export type HistoryResponse = z.infer<typeof historyResponseSchema>;
export type HistoryEntry = HistoryResponse['entries'][number];
