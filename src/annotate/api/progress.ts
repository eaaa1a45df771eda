import { z } from 'zod';
import type { Progress } from '../../stats/progress/progress.ts';

/** `GET /api/progress`: the same object that `claimset progress --json` prints. Made by this program of the same version, and not checked again. */
export const progressResponseSchema = z.strictObject({ progress: z.custom<Progress>() });

export type ProgressResponse = z.infer<typeof progressResponseSchema>;
