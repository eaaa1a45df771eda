import { z } from 'zod';
import { claimIdSchema } from './claim.ts';

const ruleSchema = z
  .string()
  .min(1)
  .describe('Rule whose findings are accepted; `claimset rules` lists them.');
const fileSchema = z
  .string()
  .min(1)
  .describe('File with the finding, its path from the dataset folder, such as corpus/a-town.txt.');
const reasonSchema = z
  .string()
  .regex(/\S/)
  .describe('Why the finding is accepted, for whoever reads it next year.');

/** A suppression of findings about one claim, or about what annotators said of it. */
export const claimSuppressionSchema = z.strictObject({
  rule: ruleSchema,
  claim: claimIdSchema.describe('Id of the claim that the finding is about.'),
  file: fileSchema.exactOptional(),
  pointer: z
    .string()
    .regex(/^(?:\/(?:[^~/]|~[01])*)*$/)
    .describe(
      'JSON Pointer (RFC 6901) of the finding in the record, such as /evidence/0; all of the record by default.',
    )
    .exactOptional(),
  reason: reasonSchema,
});

/** A suppression of findings that are about no claim: those about an article, or about a file as a whole. */
export const fileSuppressionSchema = z.strictObject({
  rule: ruleSchema,
  file: fileSchema,
  reason: reasonSchema,
});

/** One line of `claims/suppressions.jsonl`. Unknown keys are refused: a misspelt one would accept more than was meant. */
export const suppressionSchema = z
  .union([claimSuppressionSchema, fileSuppressionSchema])
  .describe('Findings that were looked at and accepted: one line of claims/suppressions.jsonl.');

export type Suppression = z.infer<typeof claimSuppressionSchema> | z.infer<typeof fileSuppressionSchema>;
