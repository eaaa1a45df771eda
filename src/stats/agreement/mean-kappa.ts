import { labels } from '../../claims/label.ts';
import { createRng } from '../../text/rng.ts';
import { percentileInterval } from '../resampling/bootstrap.ts';
import { createMultinomialDraw } from '../resampling/draw-multinomial.ts';
import { checkResampling, type Resampling } from '../resampling/resampling.ts';
import { roundingOf } from '../resampling/rounding-of.ts';
import type { MeasuredCoefficient } from './coefficient.ts';
import { kappaOfCells } from './cohen.ts';
import type { PairCounts } from './count-pairs.ts';
import { nothingShared, nothingToTellApart } from './undefined-coefficient.ts';

/**
 * The mean of Cohen's kappas of all pairs of annotators for whom it is defined, each pair counted once however many claims it shares. Of
 * two annotators it is their kappa.
 *
 * The interval is by resamples of claims, as all others. They are drawn here because the sums of a claim are many, of which hardly any
 * are not 0: those of the pairs of its annotators.
 *
 * @see Light 1971, Measures of response agreement for qualitative data.
 */
export function measureMeanKappa(
  { pairs, cells, patterns }: PairCounts,
  resampling: Resampling | undefined,
): MeasuredCoefficient {
  const value = meanOf(cells, pairs.length);
  if (value === null) return { ...(pairs.length === 0 ? nothingShared : nothingToTellApart), interval: null };
  if (resampling === undefined) return { value, interval: null };
  checkResampling(resampling);
  const rng = createRng(resampling.seed);
  const draw = createMultinomialDraw(patterns.map(({ claims }) => claims));
  const drawn = new Uint32Array(patterns.length);
  const sums = new Float64Array(cells.length);
  const means: number[] = [];
  for (let resample = 0; resample < resampling.resamples; resample++) {
    draw(rng, drawn);
    sums.fill(0);
    for (const [at, pattern] of patterns.entries()) {
      const times = drawn[at] as number;
      if (times > 0) for (const cell of pattern.cells) (sums[cell] as number) += times;
    }
    const mean = meanOf(sums, pairs.length);
    if (mean !== null) means.push(mean);
  }
  return { value, interval: percentileInterval(means, resampling, roundingOf(value, value)) ?? null };
}

function meanOf(cells: ArrayLike<number>, pairs: number): number | null {
  let [sum, count] = [0, 0];
  for (let pair = 0; pair < pairs; pair++) {
    const kappa = kappaOfCells(cells, pair * labels.length ** 2, labels.length);
    if (kappa === null) continue;
    sum += kappa;
    count += 1;
  }
  return count === 0 ? null : sum / count;
}
