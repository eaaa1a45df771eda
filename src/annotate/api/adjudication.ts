import { z } from 'zod';
import { challenges } from '../../claims/challenge.ts';
import { claimIdSchema, evidenceSchema } from '../../claims/claim.ts';
import { labels } from '../../claims/label.ts';
import { reasons } from '../../claims/reason.ts';
import { skipReasons } from '../../claims/skip-reason.ts';

/** Why a claim waits for who adjudicates. */
export const conflictKinds = ['label', 'evidence', 'skipped', 'flagged', 'verdict'] as const;

/** `GET /api/conflicts`: what waits, the least certain first (entropy of the labels in bits), then by id. */
export const conflictsResponseSchema = z.strictObject({
  waiting: z.array(
    z.strictObject({
      claim: claimIdSchema,
      text: z.string(),
      kinds: z.array(z.enum(conflictKinds)).min(1),
      /** Bits, of the labels that annotators gave. */
      entropy: z.number(),
      answers: z.int(),
    }),
  ),
  /** Claims whose answers agree in label and evidence and that have no gold of the page yet: they can be accepted together. */
  agreed: z.array(claimIdSchema),
  /** Decided claims, the latest first, at most 200. */
  decided: z.array(
    z.strictObject({
      claim: claimIdSchema,
      text: z.string(),
      /** `null` for a claim that was dropped. */
      label: z.enum(labels).nullable(),
      reason: z.enum(reasons).nullable(),
      comment: z.string().nullable(),
      at: z.string(),
      /** Whether it was this person who decided, and so may undo it. */
      isOwn: z.boolean(),
    }),
  ),
});

export type ConflictsResponse = z.infer<typeof conflictsResponseSchema>;
export type Conflict = ConflictsResponse['waiting'][number];

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

/** `GET /api/conflict?claim=`: a claim with all that was said of it, the claim's own label among it only where it was adjudicated. */
export const conflictResponseSchema = z.strictObject({
  id: claimIdSchema,
  claim: z.string(),
  /** Titles that evidence or the source cites. */
  titles: z.array(z.string()),
  answers: z.array(answerSchema),
  skips: z.array(
    z.strictObject({
      reason: z.enum(skipReasons),
      comment: z.string().nullable(),
      fix: z.string().nullable(),
    }),
  ),
  flags: z.array(z.string()),
  /** Labels given from the evidence alone. */
  verdicts: z.array(z.enum(labels)),
  /** What stands, on looking again. */
  decided: z
    .strictObject({
      label: z.enum(labels),
      evidence: evidenceSchema,
      reason: z.enum(reasons).nullable(),
      comment: z.string().nullable(),
      isOwn: z.boolean(),
    })
    .nullable(),
});

export type ConflictResponse = z.infer<typeof conflictResponseSchema>;
