import type { Rng } from '../../text/rng.ts';
import { createMultinomialDraw } from './draw-multinomial.ts';
import type { OutcomeTable } from './outcome-table.ts';

/**
 * A function that draws as many claims as there are, with replacement, and gives the sums of their outcomes, in an array that the next
 * call overwrites. Claims with the same outcome are drawn together, as a multinomial number: the distribution is that of drawing claims
 * one by one, the time that of the distinct outcomes. The table must not grow meanwhile.
 */
export function createTotalsDraw(table: OutcomeTable, rng: Rng): () => readonly number[] {
  const { width, distinct } = table;
  const draw = createMultinomialDraw(table.counts);
  const drawn = new Uint32Array(distinct);
  const values = valuesOf(table);
  const totals = new Array<number>(width).fill(0);
  return () => {
    draw(rng, drawn);
    totals.fill(0);
    for (let outcome = 0, at = 0; outcome < distinct; outcome++, at += width) {
      const times = drawn[outcome] as number;
      if (times === 0) continue;
      for (let part = 0; part < width; part++)
        totals[part] = (totals[part] as number) + times * (values[at + part] as number);
    }
    return totals;
  };
}

/** The numbers of all distinct outcomes, one outcome after the other. */
function valuesOf(table: OutcomeTable): Float64Array {
  const values = new Float64Array(table.distinct * table.width);
  for (let outcome = 0, at = 0; outcome < table.distinct; outcome++)
    for (let part = 0; part < table.width; part++, at++) values[at] = table.value(outcome, part);
  return values;
}
