/** Probabilities from logarithms that lack a constant. */
export interface LogPosterior {
  readonly probabilities: readonly number[];
  /** The logarithm of their sum before they were divided by it. */
  readonly logSum: number;
}

/** The probabilities that are to one another as numbers whose natural logarithms are given, of which one at least is finite. */
export function logPosterior(logarithms: readonly number[]): LogPosterior {
  let greatest = Number.NEGATIVE_INFINITY;
  for (const value of logarithms) if (value > greatest) greatest = value;
  const probabilities = new Array<number>(logarithms.length);
  let sum = 0;
  for (let at = 0; at < logarithms.length; at++) {
    const weight = Math.exp((logarithms[at] as number) - greatest);
    probabilities[at] = weight;
    sum += weight;
  }
  for (let at = 0; at < probabilities.length; at++) probabilities[at] = (probabilities[at] as number) / sum;
  return { probabilities, logSum: greatest + Math.log(sum) };
}
