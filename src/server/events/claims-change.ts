import { z } from 'zod';
import { aggregationKey, aggregationMethods } from '../../claims/aggregation.ts';
import { challenges } from '../../claims/challenge.ts';
import { claimIdSchema, claimSchema, evidenceSchema } from '../../claims/claim.ts';
import { labels } from '../../claims/label.ts';
import { unlabelledClaimSchema } from '../../claims/unlabelled-claim.ts';
import type { DatasetClaim, DatasetClaims } from '../../io/claims/dataset-claims.ts';

const recordSchema = z.union([claimSchema, unlabelledClaimSchema]);

/** What of a claim an adjudication changes, as it was before: keys that were not there are absent. */
export const beforeSchema = z.looseObject({
  file: z.string().min(1),
  label: z.enum(labels).exactOptional(),
  evidence: evidenceSchema.exactOptional(),
  challenge: z.enum(challenges).exactOptional(),
});

export type Before = z.infer<typeof beforeSchema>;

/** What a line of a journal means for the files of claims. As JSON it is kept until it is done. */
export const claimsChangeSchema = z.discriminatedUnion('do', [
  z.object({
    do: z.literal('gold'),
    id: claimIdSchema,
    gold: z.object({
      label: z.enum(labels),
      evidence: evidenceSchema,
      challenge: z.enum(challenges).exactOptional(),
      method: z.enum([...aggregationMethods, 'adjudication']),
      votes: z.partialRecord(z.enum(labels), z.number()),
      annotators: z.number(),
      confidence: z.number().nullable(),
    }),
  }),
  z.object({ do: z.literal('restore'), id: claimIdSchema, before: beforeSchema }),
  z.object({ do: z.literal('add'), record: recordSchema, file: z.string().min(1) }),
  z.object({ do: z.literal('drop'), id: claimIdSchema }),
]);

export type ClaimsChange = z.infer<typeof claimsChangeSchema>;

const decidedKeys = ['label', 'evidence', 'challenge', aggregationKey] as const;

/** What {@link applyChange} needs to undo an adjudication of a claim. */
export function beforeOf({ record, file }: DatasetClaim): Before {
  const kept = decidedKeys.flatMap((key) => (Object.hasOwn(record, key) ? [[key, record[key]]] : []));
  return { file, ...Object.fromEntries(kept) } as Before;
}

/** Makes a change, unless it is made already or its claim is gone. @throws ToolError where the disk says no */
export function applyChange(claims: DatasetClaims, change: ClaimsChange): void {
  claims.refresh();
  switch (change.do) {
    case 'add':
      if (claims.find(change.record.id) === undefined) claims.add(change.record, change.file);
      return;
    case 'drop':
      if (claims.find(change.id) !== undefined) claims.drop(change.id);
      return;
    case 'gold':
      if (claims.find(change.id) !== undefined) claims.writeGold(change.id, change.gold);
      return;
    case 'restore': {
      const claim = claims.find(change.id);
      if (claim === undefined) return;
      const { file, ...before } = change.before;
      const others = Object.entries(claim.record).filter(
        ([key]) => !(decidedKeys as readonly string[]).includes(key),
      );
      claims.replace(
        Object.fromEntries([...others, ...Object.entries(before)]) as DatasetClaim['record'],
        file,
      );
    }
  }
}
