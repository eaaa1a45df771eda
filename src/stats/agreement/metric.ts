/**
 * How far categories are apart: given how often each was given, a function that gives the squared distance of two, by their positions.
 *
 * @see Krippendorff 2011, Computing Krippendorff's alpha-reliability, for the formulas of all four.
 */
export type Metric = (totals: readonly number[]) => (a: number, b: number) => number;

/** All differences count the same. */
export const nominal: Metric = () => (a, b) => (a === b ? 0 : 1);

/** Categories in order, from least to most: two are as far apart as values lie between them, half of those at the ends counted. */
export const ordinal: Metric = (totals) => {
  const upTo: number[] = [];
  let sum = 0;
  for (const total of totals) {
    upTo.push(sum + total / 2);
    sum += total;
  }
  return (a, b) => ((upTo[a] ?? 0) - (upTo[b] ?? 0)) ** 2;
};

/** Categories that are numbers with differences that mean the same everywhere. */
export function interval(numbers: readonly number[]): Metric {
  return () => (a, b) => ((numbers[a] ?? 0) - (numbers[b] ?? 0)) ** 2;
}

/** Categories that are numbers from 0 on with a natural zero: it is proportions that count. */
export function ratio(numbers: readonly number[]): Metric {
  return () => (a, b) => {
    const [one, other] = [numbers[a] ?? 0, numbers[b] ?? 0];
    return one === other ? 0 : ((one - other) / (one + other)) ** 2;
  };
}
