import { createRng } from '../../text/rng.ts';
import { createTotalsDraw } from './draw-totals.ts';
import type { Interval } from './interval.ts';
import type { OutcomeTable } from './outcome-table.ts';
import { quantileOf } from './quantile.ts';
import { checkResampling, type Resampling } from './resampling.ts';
import { roundingOf } from './rounding-of.ts';

/** Figures of sums of outcomes, as a scorer's `figuresOf`. The sums are not to be kept: the next call has others in the same array. */
export type FiguresOf = (totals: readonly number[]) => readonly (number | null)[];

/**
 * For each figure the interval that it probably lies in, if the claims are a random part of many like them: from the first to the last
 * percentile that the confidence leaves (2.5 and 97.5 for 0.95) of the figure in resamples, which are as many claims, drawn with
 * replacement.
 *
 * Resamples in which a figure is not defined say nothing of it and are left out. There is no interval where they are more than half,
 * and none where all the others agree: a single claim, or claims that are all right, do not tell how much is chance.
 *
 * Called once the table is complete. The time is that of `resamples` times the distinct outcomes, or the claims where outcomes
 * hardly repeat. All figures come from the same resamples, and tables with the same counts in the same order draw the same.
 *
 * @throws UsageError for options out of range
 * @see Efron and Tibshirani 1993, An introduction to the bootstrap, chapter 13.
 */
export function intervalsOf(
  table: OutcomeTable,
  figuresOf: FiguresOf,
  resampling: Resampling,
): (Interval | undefined)[] {
  checkResampling(resampling);
  const figures = figuresOf(table.totals);
  if (table.claims === 0) return figures.map(() => undefined);
  const drawTotals = createTotalsDraw(table, createRng(resampling.seed));
  const drawn = figures.map((): number[] => []);
  for (let resample = 0; resample < resampling.resamples; resample++) {
    const values = figuresOf(drawTotals());
    for (const [figure, list] of drawn.entries()) {
      const value = values[figure] ?? null;
      if (value !== null) list.push(value);
    }
  }
  return figures.map((figure, at) =>
    figure === null ? undefined : percentileInterval(drawn[at] ?? [], resampling, roundingOf(figure, figure)),
  );
}

/**
 * The interval of a figure's values in resamples; `undefined` where more than half of the resamples have none, or all values agree.
 *
 * @param values of the resamples in which the figure is defined, in any order
 * @param rounding by how much values that agree may be apart
 */
export function percentileInterval(
  values: readonly number[],
  { resamples, confidence }: Resampling,
  rounding: number,
): Interval | undefined {
  if (values.length * 2 < resamples) return undefined;
  const sorted = Float64Array.from(values).sort();
  if ((sorted.at(-1) as number) - (sorted[0] as number) <= rounding) return undefined;
  const outside = (1 - confidence) / 2;
  return { low: quantileOf(sorted, outside), high: quantileOf(sorted, 1 - outside) };
}
