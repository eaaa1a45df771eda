import { z } from 'zod';
import { trailStepSchema } from '../../claims/annotation.ts';
import { challenges } from '../../claims/challenge.ts';
import { claimIdSchema, claimSchema, evidenceSchema, fingerprintsSchema } from '../../claims/claim.ts';
import { withdrawable } from '../../claims/journal-event.ts';
import { labels } from '../../claims/label.ts';
import { reasons } from '../../claims/reason.ts';
import { skipReasons } from '../../claims/skip-reason.ts';
import { deviceSchema } from './device.ts';

const id = z.string().min(1).max(1000);
const comment = z.string().max(10_000);
/** No clock is further off; sums of them are still numbers. */
const duration = z.number().nonnegative().max(1e10);
const common = {
  /** Given by the browser, 1, 2, 3, …: the server takes each once. */
  number: z.int().positive(),
  claim: claimIdSchema,
  /** When it was done by the browser's clock, ISO 8601. */
  at: z.iso.datetime({ offset: true }),
};

/** Evidence as a browser may send it: small enough for any claim. */
const sentEvidence = z.array(z.array(id).min(1).max(500)).max(100);

/** What a browser sends that was done, each in the order in which it was done. */
export const sentEventSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('annotate'),
    ...common,
    label: z.enum(labels),
    evidence: sentEvidence,
    challenge: z.enum(challenges).exactOptional(),
    comment: comment.exactOptional(),
    seconds: duration,
    idleSeconds: duration,
    hiddenSeconds: duration,
    consulted: z.array(id).max(500).exactOptional(),
    trail: z.array(trailStepSchema).max(500).exactOptional(),
    suggested: z.boolean().exactOptional(),
    despite: comment.exactOptional(),
    fingerprints: fingerprintsSchema.exactOptional(),
    guidelines: z.string().max(100).exactOptional(),
  }),
  z.strictObject({
    kind: z.literal('skip'),
    ...common,
    reason: z.enum(skipReasons),
    comment: comment.exactOptional(),
    fix: comment.exactOptional(),
    seconds: duration,
  }),
  z.strictObject({ kind: z.literal('flag'), ...common, comment: comment.exactOptional() }),
  /** Takes back what this annotator last did of this kind about the claim. */
  z.strictObject({
    kind: z.literal('withdraw'),
    ...common,
    what: z.enum(withdrawable),
  }),
  z.strictObject({
    kind: z.literal('verdict'),
    ...common,
    label: z.enum(labels),
    comment: comment.exactOptional(),
  }),
  /** `claim` is the id that `POST /api/claim-id` gave. */
  z.strictObject({
    kind: z.literal('write'),
    ...common,
    record: claimSchema,
    /** The rewrite that was taken from those offered, as it was offered. */
    offered: z.string().max(10_000).exactOptional(),
  }),
  z.strictObject({
    kind: z.literal('adjudicate'),
    ...common,
    label: z.enum(labels),
    evidence: sentEvidence,
    challenge: z.enum(challenges).exactOptional(),
    /** Absent where the annotators did not disagree: a flagged claim. */
    reason: z.enum(reasons).exactOptional(),
    comment: comment.exactOptional(),
    seconds: duration,
  }),
  /** Takes as gold what the annotators agree on. Refused as NOT_AGREED where by now they do not. */
  z.strictObject({ kind: z.literal('accept'), ...common }),
  z.strictObject({
    kind: z.literal('send-back'),
    ...common,
    /** Letters of the answers whose annotators are meant; all of them where it is empty. */
    letters: z.array(z.string().regex(/^[A-Z]{1,2}$/)).max(100),
    /** Of the conflict that was looked at. Refused as LETTERS_CHANGED where the letters are others by now. */
    drawn: z.string().max(100),
    comment: comment.exactOptional(),
  }),
  z.strictObject({
    kind: z.literal('drop'),
    ...common,
    reason: z.enum(reasons),
    comment: comment.exactOptional(),
  }),
]);

export type SentEvent = z.infer<typeof sentEventSchema>;

/** `POST /api/events`. */
export const eventsRequestSchema = z.strictObject({
  device: deviceSchema,
  events: z.array(sentEventSchema).min(1).max(100),
});

export type EventsRequest = z.infer<typeof eventsRequestSchema>;

/** What became of an event. `written` and `known` are on the disk; `refused` is not, and will not be however often it is sent. */
export const eventResultSchema = z.discriminatedUnion('status', [
  z.strictObject({ number: z.int(), status: z.literal('written'), late: z.boolean().exactOptional() }),
  z.strictObject({ number: z.int(), status: z.literal('known') }),
  z.strictObject({
    number: z.int(),
    status: z.literal('refused'),
    /** Such as NOT_ALLOWED, UNKNOWN_CLAIM, NOTHING_TO_WITHDRAW, ADJUDICATED, ID_TAKEN, NOT_AGREED, LETTERS_CHANGED, WITHOUT_EVIDENCE. */
    code: z.string(),
    message: z.string(),
  }),
]);

export type EventResult = z.infer<typeof eventResultSchema>;

/** What an answer of the training is worth. */
export const feedbackSchema = z.strictObject({
  number: z.int(),
  claim: claimIdSchema,
  label: z.enum(labels),
  evidence: evidenceSchema,
  isLabelRight: z.boolean(),
  /** Of the evidence ids chosen, the share that some gold set has; `null` where none was chosen. */
  evidencePrecision: z.number().nullable(),
  /** Of the gold evidence sets, the share that is covered whole; `null` where there are none. */
  evidenceRecall: z.number().nullable(),
});

export type Feedback = z.infer<typeof feedbackSchema>;

/** One result an event, in their order. */
export const eventsResponseSchema = z.strictObject({
  results: z.array(eventResultSchema),
  feedback: z.array(feedbackSchema),
});

export type EventsResponse = z.infer<typeof eventsResponseSchema>;
