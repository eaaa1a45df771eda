import { z } from 'zod';
import { validateSettingsSchema } from '../../claims/config-rules.ts';

/** What somebody may do. */
export const roles = ['label', 'write', 'adjudicate', 'lead'] as const;

export type Role = (typeof roles)[number];

/** `GET /api/session`: who is asking, and what the page must know of the dataset. */
export const sessionSchema = z.strictObject({
  annotator: z.string(),
  roles: z.array(z.enum(roles)),
  /** Whether others annotate too: answers are then blind, and the queue is shared. */
  isShared: z.boolean(),
  dataset: z.strictObject({
    /** Of the folder, 16 hexadecimal digits: what the browser keeps is kept under it. */
    key: z.string(),
    title: z.string(),
    language: z.string(),
    version: z.string(),
  }),
  /** Settings of the rules that the page checks with, those of CI. */
  validate: validateSettingsSchema,
  /** Fingerprint of the guidelines; `null` where there are none. */
  guidelines: z.string().nullable(),
  /** Whether evidence may be suggested. */
  suggestions: z.boolean(),
  idleSeconds: z.number(),
  leaseSeconds: z.number(),
  /** As in heartbeats. */
  revision: z.int(),
});

export type Session = z.infer<typeof sessionSchema>;
