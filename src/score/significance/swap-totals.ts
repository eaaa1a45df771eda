import { drawHeads } from '../../stats/resampling/draw-heads.ts';
import type { OutcomeTable } from '../../stats/resampling/outcome-table.ts';
import type { Rng } from '../../text/rng.ts';

/** Sums of the outcomes of two systems on the same claims. */
export interface PairedTotals {
  readonly first: readonly number[];
  readonly second: readonly number[];
}

/** Claims on which the two systems fared alike in everything but which system it was. */
export interface PairedOutcome {
  readonly claims: number;
  /** The second system's outcome less the first's: what the first would gain, and the second lose, if a claim's two were exchanged. */
  readonly shift: readonly number[];
}

/** The sums of a table whose outcomes are those of two systems side by side. */
export function pairedTotals(totals: readonly number[]): PairedTotals {
  const width = totals.length / 2;
  return { first: totals.slice(0, width), second: totals.slice(width) };
}

/** The claims of such a table by how the two outcomes differ, in the order of the table. */
export function pairedOutcomes(table: OutcomeTable): PairedOutcome[] {
  const width = table.width / 2;
  return table.counts.map((claims, outcome) => ({
    claims,
    shift: Array.from(
      { length: width },
      (_, part) => table.value(outcome, width + part) - table.value(outcome, part),
    ),
  }));
}

/** Whether it makes no difference to any figure which system had which of the two outcomes. */
export function isSameForBoth({ shift }: PairedOutcome): boolean {
  return shift.every((part) => part === 0);
}

/** The sums where the two outcomes of some claims, all with the same shift, are exchanged. */
export function swapped({ first, second }: PairedTotals, shift: readonly number[]): PairedTotals {
  return {
    first: first.map((sum, part) => sum + (shift[part] as number)),
    second: second.map((sum, part) => sum - (shift[part] as number)),
  };
}

/**
 * A function that exchanges the two outcomes of each claim or leaves them, with equal chances, and gives the sums. Of claims with the
 * same outcomes it is drawn how many are exchanged: the time is that of the distinct pairs of outcomes that differ.
 */
export function createSwapDraw(table: OutcomeTable, rng: Rng): () => PairedTotals {
  const totals = pairedTotals(table.totals);
  const width = table.width / 2;
  const outcomes = pairedOutcomes(table).filter((outcome) => !isSameForBoth(outcome));
  const claims = Float64Array.from(outcomes, (outcome) => outcome.claims);
  const shifts = Float64Array.from(outcomes.flatMap((outcome) => outcome.shift));
  const sum = new Array<number>(width).fill(0);
  return () => {
    sum.fill(0);
    for (let outcome = 0, at = 0; outcome < claims.length; outcome++, at += width) {
      const exchanged = drawHeads(rng, claims[outcome] as number);
      if (exchanged === 0) continue;
      for (let part = 0; part < width; part++)
        sum[part] = (sum[part] as number) + exchanged * (shifts[at + part] as number);
    }
    return swapped(totals, sum);
  };
}
