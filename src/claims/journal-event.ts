import { z } from 'zod';
import type { Annotation } from './annotation.ts';
import { claimIdSchema, claimSchema } from './claim.ts';
import { journalKeys } from './journal-keys.ts';
import { labels } from './label.ts';
import { reasons } from './reason.ts';
import { skipReasons } from './skip-reason.ts';
import { unlabelledClaimSchema } from './unlabelled-claim.ts';

const common = {
  claim: claimIdSchema.describe('Id of the claim that it is about.'),
  annotator: z.string().min(1).describe('Pseudonym of who did it.'),
  at: z.iso.datetime({ offset: true }).describe('When, in ISO 8601 with a time zone.'),
  comment: z.string().exactOptional(),
  ...journalKeys,
};

/** What can be withdrawn: an event by its name, `annotation` and `adjudication` for the two kinds of answers. */
export const withdrawable = [
  'annotation',
  'adjudication',
  'skip',
  'flag',
  'write',
  'drop',
  'send-back',
  'verdict',
] as const;

/** A line of a journal that is no answer: it has the key `event`. Unknown keys are kept. */
export const journalEventSchema = z
  .discriminatedUnion('event', [
    z.looseObject({
      event: z.literal('skip').describe('No answer was given.'),
      reason: z.enum(skipReasons),
      fix: z.string().describe('How the claim should read, of a broken claim.').exactOptional(),
      seconds: z.number().nonnegative().exactOptional(),
      ...common,
    }),
    z.looseObject({
      event: z
        .literal('withdraw')
        .describe(
          'What the same annotator last said of the claim (an answer, skip, flag, written claim, adjudication, drop) does not stand.',
        ),
      what: z.enum(withdrawable),
      ...common,
    }),
    z.looseObject({
      event: z
        .literal('flag')
        .describe('The lead is asked to look at the claim; an answer may stand beside it.'),
      ...common,
    }),
    z.looseObject({
      event: z.literal('write').describe('A claim was written; `record` is what went to claims/.'),
      record: claimSchema,
      offered: z
        .string()
        .describe('The rewrite that the page offered and the annotator took, as it was before any change.')
        .exactOptional(),
      ...common,
    }),
    z.looseObject({
      event: z.literal('send-back').describe('The annotators named are to look at the claim again.'),
      to: z.array(z.string().min(1)).min(1),
      ...common,
    }),
    z.looseObject({
      event: z.literal('drop').describe('The claim was taken out of the dataset; `record` is what it was.'),
      reason: z.enum(reasons),
      /** The claim as it stood in `file` (from the claims folder, with `/`), with all its keys. */
      record: z.union([claimSchema, unlabelledClaimSchema]),
      file: z.string().min(1),
      ...common,
    }),
    z.looseObject({
      event: z
        .literal('verdict')
        .describe('The label that somebody gives who has seen the evidence of the gold alone (AVeriTeC).'),
      label: z.enum(labels),
      ...common,
    }),
  ])
  .describe('What was done besides answering: one line of claims/annotations/*.jsonl with the key `event`.');

export type JournalEvent = z.infer<typeof journalEventSchema>;

/** A line of a journal. */
export type JournalRecord = Annotation | JournalEvent;

/** Whether a line of a journal is no answer. */
export function isJournalEvent(record: JournalRecord): record is JournalEvent {
  return Object.hasOwn(record, 'event');
}
