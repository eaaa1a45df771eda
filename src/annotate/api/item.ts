import { z } from 'zod';
import { challenges } from '../../claims/challenge.ts';
import { claimIdSchema, evidenceSchema } from '../../claims/claim.ts';
import { labels } from '../../claims/label.ts';
import { deviceSchema } from './device.ts';

/** A claim as an annotator gets it: nothing of what the dataset or others say of it. */
export const itemSchema = z.strictObject({
  id: claimIdSchema,
  claim: z.string(),
  /** Titles of articles to begin with: that of the claim's source, if any; never those of its gold evidence. */
  titles: z.array(z.string()),
  /** What the annotator has said of it that stands, on reopening or when it was sent back; of a `verdictOn` the verdict, without evidence. */
  own: z
    .strictObject({
      label: z.enum(labels),
      evidence: evidenceSchema,
      challenge: z.enum(challenges).exactOptional(),
      comment: z.string().exactOptional(),
      consulted: z.array(z.string()).exactOptional(),
      /** As its line in the journal has it. */
      at: z.string(),
    })
    .exactOptional(),
  /** Whether the annotator has skipped it, and that stands. */
  skipped: z.boolean().exactOptional(),
  /** Why it came back, in the words of the lead. */
  sentBack: z.string().exactOptional(),
  /** An item of the training: the answer is compared with the gold at once. */
  training: z.boolean().exactOptional(),
  /**
   * Asked for the verdict from this evidence alone (AVeriTeC): nothing else of the corpus may be shown, and the answer is a `verdict`.
   */
  verdictOn: evidenceSchema.exactOptional(),
  /** When its articles were changed since `own`: the titles. */
  changed: z.array(z.string()).exactOptional(),
});

export type Item = z.infer<typeof itemSchema>;

export const leaseSchema = z.strictObject({
  claim: claimIdSchema,
  /** ISO 8601. */
  until: z.string(),
});

export type Lease = z.infer<typeof leaseSchema>;

/** Why there is nothing to do. */
export const emptyReasons = ['done', 'all-leased', 'cap-reached', 'no-claims'] as const;

export type EmptyReason = (typeof emptyReasons)[number];

export const doneCountsSchema = z.strictObject({
  /** Claims that this annotator has answered or skipped. */
  done: z.int(),
  /** What there is for this annotator in all, done or not. */
  total: z.int(),
  /** Done since midnight of the time zone that the client said. */
  today: z.int(),
});

export type DoneCounts = z.infer<typeof doneCountsSchema>;

/** `POST /api/next`: takes a lease of the next claim, or of the one named. */
export const nextRequestSchema = z.strictObject({
  device: deviceSchema,
  /** To open this claim again, or first. */
  claim: claimIdSchema.exactOptional(),
  /** Claims that this device holds answers for which the server may not know yet. */
  except: z.array(claimIdSchema).max(1000).exactOptional(),
  /** Minutes that local time is ahead of UTC. */
  zone: z.int().min(-900).max(900).exactOptional(),
});

export const nextResponseSchema = z.strictObject({
  item: itemSchema.nullable(),
  lease: leaseSchema.nullable(),
  empty: z
    .strictObject({
      reason: z.enum(emptyReasons),
      /** Claims that others hold now; some may come back. */
      leased: z.int(),
      /** ISO 8601: when the first of them comes back unless it is answered. */
      nextAt: z.string().nullable(),
    })
    .nullable(),
  counts: doneCountsSchema,
});

export type NextRequest = z.infer<typeof nextRequestSchema>;
export type NextResponse = z.infer<typeof nextResponseSchema>;

/** `POST /api/heartbeat`: every 20 seconds while a claim is open, and on "extend". */
export const heartbeatRequestSchema = z.strictObject({
  device: deviceSchema,
  claim: claimIdSchema.exactOptional(),
  /** Whether the person did something since the last one: only then the lease is extended. */
  active: z.boolean(),
});

export const heartbeatResponseSchema = z.strictObject({
  /** `null` where no claim was named; `lost` where somebody else has it now. */
  lease: z.union([leaseSchema, z.literal('lost')]).nullable(),
  /** Changes when files of the dataset did. */
  revision: z.int(),
});

export type HeartbeatResponse = z.infer<typeof heartbeatResponseSchema>;

/** `POST /api/release`: gives a claim back without an answer. */
export const releaseRequestSchema = z.strictObject({ device: deviceSchema, claim: claimIdSchema });
