import { z } from 'zod';
import type { OwnProgress, Progress } from '../../stats/progress/progress.ts';

/**
 * `GET /api/progress`: to the lead the same object that `claimset progress --json` prints, to others what `ownProgress` gives.
 * Made by this program of the same version, and not checked again.
 */
export const progressResponseSchema = z.strictObject({ progress: z.custom<Progress | OwnProgress>() });

export type ProgressResponse = z.infer<typeof progressResponseSchema>;
