import { z } from 'zod';
import { challenges } from './challenge.ts';
import { claimIdSchema, evidenceSchema, fingerprintsSchema } from './claim.ts';
import { journalKeys } from './journal-keys.ts';
import { labels } from './label.ts';
import { reasons } from './reason.ts';

/** What an annotator did on the way to an answer. */
export const trailStepSchema = z
  .strictObject({
    after: z.number().nonnegative().describe('Seconds since the claim was opened.'),
    did: z.enum(['open', 'search', 'suggestions']).describe('What was done.'),
    what: z.string().max(1000).describe('Title that was opened, or words that were searched for.'),
  })
  .describe('One thing an annotator did on the way to an answer.');

export type TrailStep = z.infer<typeof trailStepSchema>;

/** One line of `claims/annotations/*.jsonl` that is an answer. Unknown keys are kept. */
export const annotationSchema = z
  .looseObject({
    claim: claimIdSchema.describe('Id of the claim that was annotated.'),
    annotator: z.string().min(1).describe('Pseudonym of who annotated; the last record for a claim stands.'),
    label: z.enum(labels).describe('What the annotator says the evidence says.'),
    evidence: evidenceSchema,
    at: z.iso.datetime({ offset: true }).describe('When, in ISO 8601 with a time zone.'),
    seconds: z
      .number()
      .nonnegative()
      .describe('How long it took, in seconds, without pauses.')
      .exactOptional(),
    idleSeconds: z
      .number()
      .nonnegative()
      .describe('Seconds in which the page was in front and nothing was done.')
      .exactOptional(),
    hiddenSeconds: z.number().nonnegative().describe('Seconds in which the page was hidden.').exactOptional(),
    challenge: z.enum(challenges).describe('What made the claim hard to verify.').exactOptional(),
    comment: z.string().exactOptional(),
    adjudication: z
      .boolean()
      .describe(
        'Whether the record settles what annotators disagreed about. The label of the claim is compared with it.',
      )
      .exactOptional(),
    reason: z.enum(reasons).describe('Of an adjudication: why the annotators disagreed.').exactOptional(),
    before: z
      .looseObject({ file: z.string().min(1).describe('From the folder of the claims, with /.') })
      .describe('Of an adjudication: where the claim stood, and what it said before. It is undone with that.')
      .exactOptional(),
    consulted: z
      .array(z.string().min(1))
      .describe('Evidence ids that were looked at and decide nothing.')
      .exactOptional(),
    trail: z.array(trailStepSchema).describe('What was searched and opened, in order.').exactOptional(),
    suggested: z.boolean().describe('Whether the page had offered evidence.').exactOptional(),
    despite: z
      .string()
      .describe('Why the answer was given although the checks had found something.')
      .exactOptional(),
    late: z
      .boolean()
      .describe('Whether the claim had been given to somebody else by then: an extra annotation.')
      .exactOptional(),
    guidelines: z.string().describe('Fingerprint of the guidelines that were in force.').exactOptional(),
    fingerprints: fingerprintsSchema.exactOptional(),
    ...journalKeys,
  })
  .describe('What one annotator said of one claim: one line of claims/annotations/*.jsonl.');

export type Annotation = z.infer<typeof annotationSchema>;
