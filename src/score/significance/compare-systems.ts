import { invariant } from '../../errors.ts';
import { percentileInterval } from '../../stats/resampling/bootstrap.ts';
import { createTotalsDraw } from '../../stats/resampling/draw-totals.ts';
import type { OutcomeTable } from '../../stats/resampling/outcome-table.ts';
import { checkResampling, type Resampling } from '../../stats/resampling/resampling.ts';
import { roundingOf } from '../../stats/resampling/rounding-of.ts';
import { createRng } from '../../text/rng.ts';
import type { Scorer } from '../scorer.ts';
import type { Comparison, FigureDifference } from '../scores.ts';
import {
  createSwapDraw,
  isSameForBoth,
  type PairedTotals,
  pairedOutcomes,
  pairedTotals,
  swapped,
} from './swap-totals.ts';

/** What of a scorer a comparison needs. */
export type ComparedFigures = Pick<Scorer, 'parts' | 'figures' | 'figuresOf'>;

/**
 * How two systems differ in each figure on the same claims, and how surely.
 *
 * The interval is that of the difference in resamples of the claims, each with both its outcomes. Both p-values tell how often a
 * difference at least as large, in either direction, comes by chance where the systems are equally good:
 *
 * - by bootstrap, the resamples' differences are moved to lie about 0, that is, |resampled − observed| ≥ |observed| is counted;
 * - by approximate randomisation, the two outcomes of each claim are exchanged with the chance 1/2, and |exchanged| ≥ |observed| is
 *   counted. If it does not matter which system said what, this holds for any figure and any number of claims.
 *
 * The observed difference is counted as one more of them, (count + 1) / (draws + 1), so that no p-value is 0, and none is below
 * 1 / (resamples + 1). Draws in which a figure is not defined are left out; where they are more than half there is no p-value. All
 * figures come from the same draws, first those of the bootstrap, then those of randomisation.
 *
 * A system wins a claim if exchanging the claim's two outcomes would make the headline figure, the first one, better for the other
 * system. Of a mean that is the claim's own value; and it holds for figures that claims have no value of, such as F1 over all evidence.
 *
 * Called once the table is complete. The time is that of about two intervals of a system with as many distinct outcomes.
 *
 * @param table for each claim the outcome of the first system followed by that of the second
 * @throws UsageError for options out of range
 * @see Efron and Tibshirani 1993, An introduction to the bootstrap, chapter 16; Davison and Hinkley 1997, 4.2, for adding one.
 * @see Noreen 1989, Computer-intensive methods for testing hypotheses; Yeh 2000, More accurate tests for the statistical significance of
 * result differences.
 */
export function compareSystems(
  table: OutcomeTable,
  scorer: ComparedFigures,
  resampling: Resampling,
): Comparison {
  checkResampling(resampling);
  invariant(table.width === scorer.parts.length * 2, 'a paired outcome is two outcomes');
  const totals = pairedTotals(table.totals);
  const first = scorer.figuresOf(totals.first);
  const second = scorer.figuresOf(totals.second);
  const rng = createRng(resampling.seed);
  const drawTotals = createTotalsDraw(table, rng);
  const resampled = drawDifferences(() => pairedTotals(drawTotals()), table, scorer, resampling);
  const exchanged = drawDifferences(createSwapDraw(table, rng), table, scorer, resampling);
  const figures = scorer.figures.map(({ id }, figure): FigureDifference => {
    const one = first[figure] ?? null;
    const other = second[figure] ?? null;
    const base = { id, first: one, second: other };
    if (one === null || other === null)
      return { ...base, difference: null, bootstrapP: null, randomisationP: null };
    const difference = other - one;
    const rounding = roundingOf(one, other);
    const atLeast = Math.abs(difference) - rounding;
    const differences = resampled[figure] ?? [];
    const interval = percentileInterval(differences, resampling, rounding);
    return {
      ...base,
      difference,
      ...(interval !== undefined && { interval }),
      bootstrapP: shareBeyond(atLeast, differences, difference, resampling),
      randomisationP: shareBeyond(atLeast, exchanged[figure] ?? [], 0, resampling),
    };
  });
  return { figures, wins: countWins(table, totals, scorer) };
}

/** For each figure its differences in draws, without those in which it is not defined. */
function drawDifferences(
  draw: () => PairedTotals,
  table: OutcomeTable,
  { figures, figuresOf }: ComparedFigures,
  { resamples }: Resampling,
): number[][] {
  const differences = figures.map((): number[] => []);
  if (table.claims === 0) return differences;
  for (let resample = 0; resample < resamples; resample++) {
    const totals = draw();
    const first = figuresOf(totals.first);
    const second = figuresOf(totals.second);
    for (const [figure, values] of differences.entries()) {
      const one = first[figure] ?? null;
      const other = second[figure] ?? null;
      if (one !== null && other !== null) values.push(other - one);
    }
  }
  return differences;
}

function shareBeyond(
  atLeast: number,
  values: readonly number[],
  centre: number,
  { resamples }: Resampling,
): number | null {
  if (values.length * 2 < resamples) return null;
  let count = 1;
  for (const value of values) if (Math.abs(value - centre) >= atLeast) count += 1;
  return count / (values.length + 1);
}

function countWins(
  table: OutcomeTable,
  totals: PairedTotals,
  { figures, figuresOf }: ComparedFigures,
): Comparison['wins'] {
  const leadOf = ({ first, second }: PairedTotals): number | undefined => {
    const one = figuresOf(first)[0] ?? null;
    const other = figuresOf(second)[0] ?? null;
    if (one === null || other === null) return undefined;
    return figures[0]?.isError === true ? one - other : other - one;
  };
  const lead = leadOf(totals);
  const rounding = roundingOf(figuresOf(totals.first)[0] ?? 0, figuresOf(totals.second)[0] ?? 0);
  const wins = { first: 0, second: 0, ties: 0 };
  for (const outcome of pairedOutcomes(table)) {
    const exchanged =
      lead === undefined || isSameForBoth(outcome) ? undefined : leadOf(swapped(totals, outcome.shift));
    const gain = lead === undefined || exchanged === undefined ? 0 : lead - exchanged;
    if (gain > rounding) wins.second += outcome.claims;
    else if (gain < -rounding) wins.first += outcome.claims;
    else wins.ties += outcome.claims;
  }
  return wins;
}
