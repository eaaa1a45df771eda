import { z } from 'zod';
import { trailStepSchema } from '../../claims/annotation.ts';
import { sentEventSchema } from '../api/events.ts';
import { type Item, itemSchema } from '../api/item.ts';
import { keptDraftSchema } from '../draft/kept-draft.ts';
import { type ClaimInHand, doesStand, hearItem, takeInHand } from './claim-in-hand.ts';

const count = z.number().nonnegative();
const ids = z.array(z.string());

/** What was sent, with any number: it is another one when it is sent again. */
const replySchema = z.record(z.string(), z.unknown()).transform((reply, context) => {
  const read = sentEventSchema.safeParse({ ...reply, number: 1 });
  if (read.success) {
    const { number: _, ...event } = read.data;
    if (event.kind === 'annotate' || event.kind === 'skip' || event.kind === 'verdict') return event;
  }
  context.addIssue('not what an annotator says in the end');
  return z.NEVER;
});

const keptSchema = z.strictObject({
  /** Form of what is kept: of another form nothing is taken over. */
  form: z.literal(1),
  /** When it was kept, in milliseconds of the browser's clock. */
  at: z.number(),
  claim: z.strictObject({
    item: itemSchema,
    timeline: z.strictObject({
      past: z.array(keptDraftSchema),
      present: keptDraftSchema,
      future: z.array(keptDraftSchema),
    }),
    time: z.strictObject({
      active: count,
      idle: count,
      hidden: count,
      counted: z.number().optional(),
      lastInput: z.number(),
      isHidden: z.boolean(),
    }),
    trail: z.array(trailStepSchema),
    suggested: z.boolean(),
    pages: z.array(z.strictObject({ title: z.string(), fingerprint: z.string() })),
    page: z.string().optional(),
    isFlagged: z.boolean(),
    despite: z.string(),
    sent: replySchema.optional(),
    standing: z.array(z.enum(['annotate', 'skip', 'verdict'])),
    isTakenBack: z.boolean(),
    canResend: z.boolean(),
    changed: ids,
    textBefore: z.string().optional(),
    closed: z.strictObject({ code: z.string(), message: z.string() }).optional(),
  }),
});

/** What a browser keeps of a claim in hand. */
export interface KeptClaim {
  readonly form: 1;
  readonly at: number;
  readonly claim: ClaimInHand;
}

/** A claim in the form in which it is kept. */
export function keepClaim(claim: ClaimInHand, at: number): KeptClaim {
  return { form: 1, at, claim };
}

/** A claim that was kept, its time stopped; `undefined` for what is none, such as what an earlier version kept. */
export function readKeptClaim(kept: unknown): KeptClaim | undefined {
  const read = keptSchema.safeParse(kept);
  if (!read.success) return undefined;
  const { form, at, claim } = read.data;
  return {
    form,
    at,
    claim: {
      ...claim,
      time: { ...claim.time, counted: undefined },
      page: claim.page,
      sent: claim.sent,
      textBefore: claim.textBefore,
      closed: claim.closed,
    },
  };
}

/**
 * A claim that was given out, as this browser kept it, unless the annotator has answered it elsewhere since, or is asked for another
 * answer.
 *
 * @param isSettled see `hearItem`
 */
export function resumeClaim(item: Item, kept: KeptClaim | undefined, isSettled: boolean): ClaimInHand {
  if (kept === undefined) return takeInHand(item);
  const { own } = item;
  const isOwnNewer = own !== undefined && own.at !== kept.claim.sent?.at && Date.parse(own.at) > kept.at;
  if (isOwnNewer || (item.sentBack !== undefined && doesStand(kept.claim))) return takeInHand(item);
  return hearItem(kept.claim, item, isSettled);
}
