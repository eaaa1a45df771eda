import { UsageError } from '../../errors.ts';

/** How chance is measured. */
export interface Resampling {
  /** How often the claims are drawn anew, from 1 on. */
  readonly resamples: number;
  /** Share of the resamples that an interval holds, between 0 and 1. */
  readonly confidence: number;
  /** The same seed gives the same numbers. */
  readonly seed: number;
}

/** What is used where nothing else is asked for. */
export const defaultResampling: Resampling = { resamples: 1000, confidence: 0.95, seed: 1 };

/** @throws UsageError where there is nothing to draw or no interval to give */
export function checkResampling({ resamples, confidence }: Resampling): void {
  if (!Number.isInteger(resamples) || resamples < 1)
    throw new UsageError(
      `There cannot be ${resamples} resamples. Give a whole number from 1 on, such as 1000.`,
    );
  if (!(confidence > 0 && confidence < 1))
    throw new UsageError(
      `The confidence cannot be ${confidence}. Give a number between 0 and 1, such as 0.95.`,
    );
}
