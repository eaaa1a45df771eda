import { z } from 'zod';
import { challenges } from '../../claims/challenge.ts';
import { labels } from '../../claims/label.ts';
import type { Draft } from './draft.ts';

const ids = z.array(z.string());

/** Reads a draft that a browser has kept, also without the keys that were `undefined`, which some browsers' databases leave out. */
export const keptDraftSchema = z
  .object({
    label: z.enum(labels).optional(),
    sets: z.array(ids).min(1),
    active: z.int().nonnegative(),
    challenge: z.enum(challenges).optional(),
    comment: z.string(),
    consulted: ids,
    keepsPartial: z.boolean().exactOptional(),
  })
  .transform(
    ({ label, challenge, active, ...rest }): Draft => ({
      ...rest,
      active: Math.min(active, rest.sets.length - 1),
      label,
      challenge,
    }),
  );
