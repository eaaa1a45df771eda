import { z } from 'zod';
import { challenges } from './challenge.ts';
import { labels } from './label.ts';
import { mutations } from './mutation.ts';

/** Evidence ids that are needed together. */
const evidenceSetSchema = z
  .array(z.string().min(1))
  .min(1)
  .describe('Evidence ids that are needed together: all of them decide the claim.');

/** A claim's evidence: any one of its sets suffices. */
export const evidenceSchema = z
  .array(evidenceSetSchema)
  .describe('Evidence sets. Any one of them decides the claim alone; [] where there is none.');

/** What the cited texts were, by evidence id. */
export const fingerprintsSchema = z
  .record(z.string(), z.string().regex(/^[0-9a-f]{16}$/))
  .describe(
    'Fingerprints of the cited texts by evidence id, as they were when the evidence was chosen. `claimset fingerprint` writes them.',
  );

export const claimIdSchema = z.union([z.string().min(1), z.int()]).describe('Unique in the dataset.');

/** One line of `claims/*.jsonl`. Unknown keys are kept. */
export const claimSchema = z
  .looseObject({
    id: claimIdSchema,
    claim: z.string().min(1).describe('One declarative sentence that stands on its own.'),
    label: z.enum(labels).describe('What the evidence says of the claim.'),
    evidence: evidenceSchema,
    challenge: z.enum(challenges).describe('What makes the claim hard to verify (FEVEROUS).').exactOptional(),
    mutation: z
      .enum(mutations)
      .describe('How the claim was made from another statement (FEVER).')
      .exactOptional(),
    source: z
      .string()
      .min(1)
      .describe('Evidence id, or id of another claim, that the claim was written from.')
      .exactOptional(),
    split: z
      .string()
      .regex(/^\w+$/)
      .describe('Split the claim must be in, such as train. Usually left to `claimset split`.')
      .exactOptional(),
    fingerprints: fingerprintsSchema.exactOptional(),
  })
  .describe('A claim with its label and evidence: one line of claims/*.jsonl.');

export type Claim = z.infer<typeof claimSchema>;
export type ClaimId = Claim['id'];
export type EvidenceSet = z.infer<typeof evidenceSetSchema>;
