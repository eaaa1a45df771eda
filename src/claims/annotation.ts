import { z } from 'zod';
import { claimIdSchema, evidenceSchema, fingerprintsSchema } from './claim.ts';
import { labels } from './label.ts';

/** One line of `claims/annotations/*.jsonl`. Unknown keys are kept. */
export const annotationSchema = z
  .looseObject({
    claim: claimIdSchema.describe('Id of the claim that was annotated.'),
    annotator: z.string().min(1).describe('Pseudonym of who annotated; the last record for a claim stands.'),
    label: z.enum(labels).describe('What the annotator says the evidence says.'),
    evidence: evidenceSchema,
    at: z.iso.datetime({ offset: true }).describe('When, in ISO 8601 with a time zone.'),
    seconds: z.number().nonnegative().describe('How long it took, in seconds.').exactOptional(),
    comment: z.string().exactOptional(),
    adjudication: z
      .boolean()
      .describe(
        'Whether the record settles what annotators disagreed about. The label of the claim is compared with it.',
      )
      .exactOptional(),
    fingerprints: fingerprintsSchema.exactOptional(),
  })
  .describe('What one annotator said of one claim: one line of claims/annotations/*.jsonl.');

export type Annotation = z.infer<typeof annotationSchema>;
