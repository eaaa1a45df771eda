import type { AnnotatedClaim } from '../annotations/standing-annotations.ts';
import type { Resampling } from '../resampling/resampling.ts';
import type { MeasuredCoefficient } from './coefficient.ts';
import { countLabels } from './count-labels.ts';
import { measureLabelFigures } from './label-figures.ts';
import { type Week, weekOfDay } from './week-of-day.ts';

/** How far annotators agree on the labels of the claims of a week. */
export interface WeekAgreement extends Week {
  /** Claims with two or more annotators of which the last annotation was made in the week. */
  readonly claims: number;
  readonly annotations: number;
  readonly observed: MeasuredCoefficient;
  readonly alpha: MeasuredCoefficient;
}

/**
 * The weeks that have claims with two or more annotators, in their order. A claim belongs to the week in which its last annotation that
 * stands was made, by the day that the annotation says.
 *
 * @param resampling `undefined` for figures without intervals
 */
export function measureWeeks(
  claims: readonly AnnotatedClaim[],
  resampling: Resampling | undefined,
): WeekAgreement[] {
  const weeks = new Map<string, { readonly week: Week; readonly units: number[][] }>();
  const known = new Map<string, Week>();
  for (const { annotations } of claims) {
    if (annotations.size < 2) continue;
    let last = '';
    for (const { at } of annotations.values()) if (at.slice(0, 10) > last) last = at.slice(0, 10);
    const week = known.get(last) ?? weekOfDay(last);
    known.set(last, week);
    const own = weeks.get(week.id) ?? { week, units: [] };
    weeks.set(week.id, own);
    own.units.push(countLabels(annotations));
  }
  return [...weeks.values()]
    .sort((a, b) => (a.week.id < b.week.id ? -1 : 1))
    .map(({ week, units }) => {
      const { observed, alpha } = measureLabelFigures(units, resampling).coefficients;
      const annotations = units.flat().reduce((sum, times) => sum + times, 0);
      return { ...week, claims: units.length, annotations, observed, alpha };
    });
}
