/** The counts of two groups by whether they have something: `[[with, without], [with, without]]`. */
export type FourfoldTable = readonly [readonly [number, number], readonly [number, number]];

/** Whether two groups differ by more than chance. */
export interface ChiSquare {
  readonly statistic: number;
  /** Probability of a statistic at least as large if the groups did not differ. */
  readonly p: number;
}

/**
 * The chi-square test of a fourfold table with Yates's correction for continuity, one degree of freedom. Of a table with an empty
 * row or column the statistic is 0 and p is 1: it tells of no difference. Not for expected counts below 5.
 *
 * @see Yates 1934, Contingency tables involving small numbers and the chi-square test.
 */
export function testFourfold([[a, b], [c, d]]: FourfoldTable): ChiSquare {
  const all = a + b + c + d;
  const margins = (a + b) * (c + d) * (a + c) * (b + d);
  if (margins === 0) return { statistic: 0, p: 1 };
  const difference = Math.max(0, Math.abs(a * d - b * c) - all / 2);
  const statistic = (all * difference * difference) / margins;
  return { statistic, p: complementaryError(Math.sqrt(statistic / 2)) };
}

/**
 * The complementary error function of a number from 0 on, with a relative error below 1.2e-7.
 *
 * @see Press et al., Numerical Recipes in C (2nd edition), 6.2, `erfcc`: a Chebyshev fit.
 */
function complementaryError(x: number): number {
  const t = 1 / (1 + x / 2);
  const coefficients = [
    0.17087277, -0.82215223, 1.48851587, -1.13520398, 0.27886807, -0.18628806, 0.09678418, 0.37409196,
    1.00002368, -1.26551223,
  ];
  const fit = coefficients.reduce((sum, coefficient) => sum * t + coefficient, 0);
  return t * Math.exp(-x * x + fit);
}
