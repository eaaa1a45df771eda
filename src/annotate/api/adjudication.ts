import { z } from 'zod';
import { challenges } from '../../claims/challenge.ts';
import { claimIdSchema, evidenceSchema } from '../../claims/claim.ts';
import { labels } from '../../claims/label.ts';
import { reasons } from '../../claims/reason.ts';
import { skipReasons } from '../../claims/skip-reason.ts';
import { waitingKinds } from '../../stats/progress/waiting-kinds.ts';

/** A claim that was decided, or sent back. */
const decidedSchema = z.strictObject({
  claim: claimIdSchema,
  text: z.string(),
  did: z.enum(['adjudication', 'drop', 'send-back']),
  /** `null` where it was dropped or sent back. */
  label: z.enum(labels).nullable(),
  reason: z.enum(reasons).nullable(),
  comment: z.string().nullable(),
  at: z.string(),
  /** Whether it was this person who decided, and so may undo it. */
  isOwn: z.boolean(),
});

/** `GET /api/conflicts`: what waits, the least certain first (entropy of the labels in bits), then by id; of each kind at most the first 500. */
export const conflictsResponseSchema = z.strictObject({
  waiting: z.array(
    z.strictObject({
      claim: claimIdSchema,
      text: z.string(),
      kinds: z.array(z.enum(waitingKinds)).min(1),
      /** Bits, of the labels that annotators gave. */
      entropy: z.number(),
      answers: z.int(),
    }),
  ),
  /** How many wait in all, and of each kind; a claim may be of several. */
  waitingCount: z.int(),
  kindCounts: z.record(z.enum(waitingKinds), z.int()),
  /**
   * Claims on which the annotators agree and that have no label yet, by id, at most 500; `agreedCount` of them in all. An event `accept`
   * takes what they agree on.
   */
  agreed: z.array(z.strictObject({ claim: claimIdSchema, text: z.string(), label: z.enum(labels) })),
  agreedCount: z.int(),
  /** What was decided or sent back, the latest first, at most 200. */
  decided: z.array(decidedSchema),
  /** Adjudications whose reason is a gap of the guidelines, the latest first, at most 200. */
  gaps: z.array(decidedSchema),
  /** Claims that some, but not enough annotators have answered: why there may be nothing to do yet. */
  begun: z.int(),
});

export type ConflictsResponse = z.infer<typeof conflictsResponseSchema>;
export type Conflict = ConflictsResponse['waiting'][number];
export type Decided = z.infer<typeof decidedSchema>;

/** An answer without a name: its letter is drawn anew for each claim, from the seed. */
export const answerSchema = z.strictObject({
  letter: z.string(),
  label: z.enum(labels),
  evidence: evidenceSchema,
  challenge: z.enum(challenges).exactOptional(),
  comment: z.string().exactOptional(),
  consulted: z.array(z.string()).exactOptional(),
  despite: z.string().exactOptional(),
});

export type Answer = z.infer<typeof answerSchema>;

const labelledSchema = z.strictObject({ label: z.enum(labels), evidence: evidenceSchema });

/** `GET /api/conflict?claim=`: a claim with all that was said of it. Answered for dropped claims too. */
export const conflictResponseSchema = z.strictObject({
  id: claimIdSchema,
  claim: z.string(),
  /** Titles that evidence or the source cites. */
  titles: z.array(z.string()),
  kinds: z.array(z.enum(waitingKinds)),
  answers: z.array(answerSchema),
  /** Who skipped has a letter as well, so that a claim can be sent back. */
  skips: z.array(
    z.strictObject({
      letter: z.string(),
      reason: z.enum(skipReasons),
      comment: z.string().nullable(),
      fix: z.string().nullable(),
    }),
  ),
  /** Tells one drawing of letters from another: with another answer the letters are others. A `send-back` names it. */
  drawn: z.string(),
  /** Comments of those who flagged it, `''` where they said nothing. */
  flags: z.array(z.string()),
  /** Labels given from the evidence alone. */
  verdicts: z.array(z.strictObject({ label: z.enum(labels), comment: z.string().nullable() })),
  /** What the dataset says, where all annotators say something else, and where nobody adjudicated; else `null`. */
  dataset: labelledSchema.nullable(),
  /** What stands, on looking again. */
  decided: z
    .strictObject({
      ...labelledSchema.shape,
      challenge: z.enum(challenges).exactOptional(),
      reason: z.enum(reasons).nullable(),
      comment: z.string().nullable(),
      isOwn: z.boolean(),
    })
    .nullable(),
  dropped: z
    .strictObject({ reason: z.enum(reasons), comment: z.string().nullable(), isOwn: z.boolean() })
    .nullable(),
  /** Sent back, and not answered since by all of them. */
  sentBack: z.strictObject({ comment: z.string().nullable(), isOwn: z.boolean() }).nullable(),
});

export type ConflictResponse = z.infer<typeof conflictResponseSchema>;
