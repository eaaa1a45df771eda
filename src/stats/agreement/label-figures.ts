import { type Label, labels } from '../../claims/label.ts';
import { intervalsOf } from '../resampling/bootstrap.ts';
import type { Interval } from '../resampling/interval.ts';
import { OutcomeTable } from '../resampling/outcome-table.ts';
import type { Resampling } from '../resampling/resampling.ts';
import { sum } from '../sum.ts';
import { wilsonInterval } from '../wilson-interval.ts';
import { bennettS } from './bennett-s.ts';
import type { Coefficient, MeasuredCoefficient } from './coefficient.ts';
import { fleissKappa } from './fleiss.ts';
import { gwetAc1 } from './gwet-ac1.ts';
import { krippendorffAlpha } from './krippendorff.ts';
import { ordinal } from './metric.ts';
import { observedAgreement } from './observed-agreement.ts';
import { coincidencesOf, equalPairsOf, type UnitSums } from './unit-sums.ts';

/** The labels from least to most, which makes confusing SUPPORTS and REFUTES worse than confusing either with the one between. */
export const ordinalLabels: readonly Label[] = ['REFUTES', 'NOT ENOUGH INFO', 'SUPPORTS'];

/** The coefficients of all labels: functions of sums over claims, each of which gets an interval for that. */
const coefficients = {
  observed: observedAgreement,
  alpha: (sums) => krippendorffAlpha(sums),
  alphaOrdinal: (sums) => krippendorffAlpha({ ...sums, coincidences: inOrder(sums.coincidences) }, ordinal),
  fleiss: fleissKappa,
  ac1: gwetAc1,
  s: bennettS,
} satisfies Readonly<Record<string, (sums: UnitSums) => Coefficient>>;

export type CoefficientId = keyof typeof coefficients;

const coefficientIds = Object.keys(coefficients) as CoefficientId[];

/** Figures of claims, each given by how often it got each label, two times or more in all. */
export interface LabelFigures {
  readonly coefficients: Readonly<Record<CoefficientId, MeasuredCoefficient>>;
  readonly perLabel: readonly LabelFigure[];
  /** As that of {@link UnitSums}, by the positions of the labels. */
  readonly coincidences: readonly (readonly number[])[];
}

/** One label against the other two. */
export interface LabelFigure {
  readonly label: Label;
  /** How often it was given. */
  readonly count: number;
  /** Its share of all labels that were given; 0 where there are none. */
  readonly share: number;
  /** Of the share: Wilson's, as if the labels of a claim had nothing to do with one another. `null` without labels. */
  readonly shareInterval: Interval | null;
  /** Krippendorff's alpha of giving it or not. */
  readonly alpha: MeasuredCoefficient;
}

/** Figures with intervals over claims, all from the same resamples. */
export function measureLabelFigures(
  units: Iterable<readonly number[]>,
  resampling: Resampling | undefined,
): LabelFigures {
  const table = new OutcomeTable(3 + labels.length + labels.length ** 2);
  const sizes = new Set<number>();
  for (const unit of units) {
    const size = sum(unit);
    sizes.add(size);
    table.add([
      1,
      size,
      equalPairsOf(unit, size),
      ...unit.map((times) => times / size),
      ...coincidencesOf(unit, size).flat(),
    ]);
  }
  const [perUnit = null] = sizes.size === 1 ? sizes : [];
  const all = coefficientsOf(sumsOf(table.totals, perUnit));
  const intervals =
    resampling === undefined
      ? []
      : intervalsOf(
          table,
          (totals) => coefficientsOf(sumsOf(totals, perUnit)).map(({ value }) => value),
          resampling,
        );
  const measured = all.map(
    (figure, at): MeasuredCoefficient => ({ ...figure, interval: intervals[at] ?? null }),
  );
  const alphas = measured.slice(coefficientIds.length);
  const { coincidences, values } = sumsOf(table.totals, perUnit);
  return {
    coefficients: Object.fromEntries(
      coefficientIds.map((id, at) => [id, measured[at]]),
    ) as LabelFigures['coefficients'],
    perLabel: labels.map((label, at) => {
      // A whole number but for rounding.
      const count = Math.round(sum(coincidences[at] ?? []));
      return {
        label,
        count,
        share: values === 0 ? 0 : count / values,
        shareInterval: wilsonInterval(count, values, resampling?.confidence) ?? null,
        alpha: alphas[at] as MeasuredCoefficient,
      };
    }),
    coincidences,
  };
}

/** Those of all labels in their order, then alpha of each label. */
function coefficientsOf(sums: UnitSums): Coefficient[] {
  return [
    ...coefficientIds.map((id) => coefficients[id](sums)),
    ...labels.map((_, at) =>
      krippendorffAlpha({ ...sums, coincidences: againstRest(sums.coincidences, at) }),
    ),
  ];
}

/** The sums as they stand in an outcome of the table. */
function sumsOf(totals: readonly number[], perUnit: number | null): UnitSums {
  const [units = 0, values = 0, equalPairs = 0] = totals;
  const cells = 3 + labels.length;
  return {
    units,
    values,
    single: 0,
    perUnit,
    equalPairs,
    shares: totals.slice(3, cells),
    coincidences: labels.map((_, row) =>
      totals.slice(cells + row * labels.length, cells + (row + 1) * labels.length),
    ),
  };
}

function inOrder(coincidences: readonly (readonly number[])[]): number[][] {
  const places = ordinalLabels.map((label) => labels.indexOf(label));
  return places.map((a) => places.map((b) => coincidences[a]?.[b] ?? 0));
}

/** The coincidences of a category and all others together. */
function againstRest(coincidences: readonly (readonly number[])[], one: number): number[][] {
  const sums = [
    [0, 0],
    [0, 0],
  ];
  for (const [a, row] of coincidences.entries()) {
    for (const [b, weight] of row.entries()) {
      const cells = sums[a === one ? 0 : 1] as number[];
      cells[b === one ? 0 : 1] = (cells[b === one ? 0 : 1] ?? 0) + weight;
    }
  }
  return sums;
}
