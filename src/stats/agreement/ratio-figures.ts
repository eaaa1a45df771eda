import { intervalsOf } from '../resampling/bootstrap.ts';
import type { OutcomeTable } from '../resampling/outcome-table.ts';
import type { Resampling } from '../resampling/resampling.ts';
import type { MeasuredCoefficient } from './coefficient.ts';

/** A figure that is one sum divided by another. */
export type Ratio<Part extends string> = readonly [part: Part, whole: Part];

/**
 * Figures that are ratios of sums over claims. Where the whole is 0 there is none, for the reason given.
 *
 * @param parts what the numbers of an outcome of the table are, in their order
 */
export function measureRatios<Part extends string, Name extends string>(
  table: OutcomeTable,
  parts: readonly Part[],
  ratios: Readonly<Record<Name, Ratio<Part>>>,
  { resampling, reason }: { readonly resampling: Resampling | undefined; readonly reason: string },
): Readonly<Record<Name, MeasuredCoefficient>> {
  const names = Object.keys(ratios) as Name[];
  const places = names.map((name) => ratios[name].map((part) => parts.indexOf(part)));
  const figuresOf = (totals: readonly number[]): (number | null)[] =>
    places.map(([part = -1, whole = -1]) =>
      totals[whole] === 0 ? null : (totals[part] ?? 0) / (totals[whole] ?? 0),
    );
  const intervals = resampling === undefined ? [] : intervalsOf(table, figuresOf, resampling);
  const figures = figuresOf(table.totals).map(
    (value, at): MeasuredCoefficient =>
      value === null ? { value, reason, interval: null } : { value, interval: intervals[at] ?? null },
  );
  return Object.fromEntries(names.map((name, at) => [name, figures[at]])) as Record<
    Name,
    MeasuredCoefficient
  >;
}
