import { z } from 'zod';
import { type Claim, claimIdSchema, claimSchema } from '../../claims/claim.ts';
import { labels } from '../../claims/label.ts';
import { mutations } from '../../claims/mutation.ts';
import { keptDraftSchema } from '../draft/kept-draft.ts';
import { emptyWriteDraft } from './reduce-write.ts';
import type { WriteDraft } from './write-draft.ts';

/** A claim that waits for an id: the server could not be reached. */
export interface WaitingClaim {
  readonly key: string;
  readonly draft: WriteDraft;
  /** When it was submitted, ISO 8601. */
  readonly at: string;
}

/** A claim that was submitted. */
export interface WrittenClaim {
  readonly record: Claim;
  readonly at: string;
  /** What it was before it was changed: undoing brings that back. */
  readonly before?: WrittenClaim;
}

/** What a browser keeps of the page on which claims are written. */
export interface KeptWriting {
  readonly draft: WriteDraft;
  /** The first submitted first. */
  readonly waiting: readonly WaitingClaim[];
  /** The latest first. */
  readonly written: readonly WrittenClaim[];
}

const ids = z.array(z.string());

const draftSchema = z.object({
  text: z.string(),
  source: z
    .discriminatedUnion('kind', [
      z.object({ kind: z.literal('elements'), ids: ids.min(1) }),
      z.object({
        kind: z.literal('claim'),
        id: claimIdSchema,
        claim: z.string(),
        label: z.enum(labels),
      }),
    ])
    .optional(),
  mutation: z.enum(mutations).optional(),
  answer: keptDraftSchema,
  choosing: z.enum(['source', 'evidence']),
  isKeptSource: z.boolean(),
  replaces: claimIdSchema.optional(),
  offered: z.string().optional(),
});

const writtenSchema = z.object({
  record: claimSchema,
  at: z.string(),
  get before() {
    return writtenSchema.exactOptional();
  },
});

const keptSchema = z.object({
  draft: draftSchema,
  waiting: z.array(z.object({ key: z.string(), draft: draftSchema, at: z.string() })),
  written: z.array(writtenSchema),
});

/** What was kept; `undefined` where it is of another form, such as that of an older page. */
export function parseKeptWriting(kept: unknown): KeptWriting | undefined {
  const found = keptSchema.safeParse(kept).data;
  if (found === undefined) return undefined;
  return {
    draft: whole(found.draft),
    waiting: found.waiting.map((waiting) => ({ ...waiting, draft: whole(waiting.draft) })),
    written: found.written,
  };
}

/** With the keys that were `undefined`, which some browsers' databases leave out. */
function whole(draft: z.infer<typeof draftSchema>): WriteDraft {
  return {
    ...emptyWriteDraft,
    ...draft,
    source: draft.source,
    mutation: draft.mutation,
    replaces: draft.replaces,
    offered: draft.offered,
  };
}
