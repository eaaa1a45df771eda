import { z } from 'zod';
import { evidenceSchema } from '../../claims/claim.ts';
import { reasons } from '../../claims/reason.ts';
import { keptDraftSchema } from '../draft/kept-draft.ts';
import { startTimeline, type Timeline } from '../draft/timeline.ts';
import type { Decision } from './decision.ts';

/** A decision as the browser keeps it until it is sent. */
export interface KeptDecision {
  readonly timeline: Timeline<Decision>;
  readonly comment: string;
  /** Of active work at the claim. */
  readonly seconds: number;
}

/** Steps back that are kept. */
const mostSteps = 200;

const decisionSchema = z.object({
  draft: keptDraftSchema,
  reason: z.enum(reasons).optional(),
  leftOut: evidenceSchema,
});

const keptSchema = z.object({
  past: z.array(decisionSchema),
  present: decisionSchema,
  future: z.array(decisionSchema),
  comment: z.string(),
  seconds: z.number().nonnegative(),
});

/** What the browser is to keep: plain JSON. */
export function keptOf({ timeline, comment, seconds }: KeptDecision): unknown {
  const { past, present, future } = timeline;
  return {
    past: past.slice(-mostSteps),
    present,
    future: future.slice(0, mostSteps),
    comment,
    seconds,
  };
}

/** What was kept; `undefined` for what is none, such as what an older version of the page kept. */
export function parseKept(kept: unknown): KeptDecision | undefined {
  const parsed = keptSchema.safeParse(kept);
  if (!parsed.success) return undefined;
  const { past, present, future, comment, seconds } = parsed.data;
  return {
    timeline: { past: past.map(decisionOf), present: decisionOf(present), future: future.map(decisionOf) },
    comment,
    seconds,
  };
}

/** A decision that nothing was done about yet. */
export function startKept(decision: Decision): KeptDecision {
  return { timeline: startTimeline(decision), comment: '', seconds: 0 };
}

function decisionOf({ draft, reason, leftOut }: z.infer<typeof decisionSchema>): Decision {
  return { draft, reason, leftOut };
}
