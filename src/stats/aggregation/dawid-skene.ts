import { logPosterior } from './log-posterior.ts';
import { countLabels, type Ratings } from './ratings.ts';

export interface DawidSkeneOptions {
  /**
   * What is added to every count before shares are taken of it: without, somebody who never gave a label is taken to be unable to. 0 is
   * the method as published.
   */
  readonly smoothing: number;
  readonly mostIterations: number;
}

const defaultDawidSkene: DawidSkeneOptions = { smoothing: 0.01, mostIterations: 500 };

/** What is likely of items and raters. */
export interface DawidSkene {
  /** For each item the probability of each label. */
  readonly posteriors: readonly (readonly number[])[];
  /** How common each label is. */
  readonly marginals: readonly number[];
  /** For each rater a row for each true label: with which probability he or she gives each label to such an item. */
  readonly confusion: readonly (readonly (readonly number[])[])[];
  /** Natural logarithm of the probability of all ratings, after each iteration. */
  readonly logLikelihoods: readonly number[];
  /** Whether the last iteration changed next to nothing. */
  readonly isConverged: boolean;
}

/** Sum of absolute changes below which marginals, and confusion, count as settled. */
const tolerance = 1e-5;

/**
 * The labels that explain the ratings best, if each rater has a habit of confusing labels: expectation maximisation from the shares of
 * votes. An iteration takes the time of the ratings times the labels.
 *
 * It fails without a sign where items or raters are few: see {@link cautionFor}.
 *
 * @see Dawid and Skene 1979, Maximum likelihood estimation of observer error-rates using the EM algorithm, equations 2.3 to 2.5.
 */
export function fitDawidSkene(ratings: Ratings, options: DawidSkeneOptions = defaultDawidSkene): DawidSkene {
  let posteriors: readonly (readonly number[])[] = ratings.items.map((item) =>
    shares(countLabels(item, ratings.labels)),
  );
  const logLikelihoods: number[] = [];
  let before: Pick<DawidSkene, 'marginals' | 'confusion'> | undefined;
  for (;;) {
    const marginals = shares(sumOf(posteriors, ratings.labels).map((weight) => weight + options.smoothing));
    const confusion = confusionOf(ratings, posteriors, options.smoothing);
    const logMarginals = marginals.map(Math.log);
    const logConfusion = confusion.map((rows) => rows.map((row) => row.map(Math.log)));
    let logLikelihood = 0;
    posteriors = ratings.items.map((item) => {
      const { probabilities, logSum } = logPosterior(
        logMarginals.map((log, label) =>
          item.reduce((sum, given) => sum + (logConfusion[given.rater]?.[label]?.[given.label] ?? 0), log),
        ),
      );
      logLikelihood += logSum;
      return probabilities;
    });
    logLikelihoods.push(logLikelihood);
    const isConverged =
      before !== undefined &&
      change(marginals, before.marginals) < tolerance &&
      change(confusion.flat(2), before.confusion.flat(2)) < tolerance;
    if (isConverged || logLikelihoods.length >= options.mostIterations || ratings.items.length === 0)
      return { posteriors, marginals, confusion, logLikelihoods, isConverged };
    before = { marginals, confusion };
  }
}

function confusionOf(
  { items, labels, raters }: Ratings,
  posteriors: readonly (readonly number[])[],
  smoothing: number,
): number[][][] {
  const counts = Array.from({ length: raters }, () =>
    Array.from({ length: labels }, () => new Array<number>(labels).fill(smoothing)),
  );
  for (const [at, item] of items.entries()) {
    const posterior = posteriors[at] ?? [];
    for (const { rater, label: given } of item) {
      const rows = counts[rater] ?? [];
      for (const [label, row] of rows.entries()) row[given] = (row[given] ?? 0) + (posterior[label] ?? 0);
    }
  }
  return counts.map((rows) => rows.map(shares));
}

function sumOf(rows: readonly (readonly number[])[], length: number): number[] {
  const sums = new Array<number>(length).fill(0);
  for (const row of rows) for (const [at, value] of row.entries()) sums[at] = (sums[at] ?? 0) + value;
  return sums;
}

/** Zeros stay zeros: of what never happened nothing is known. */
function shares(weights: readonly number[]): number[] {
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return weights.map((weight) => (sum === 0 ? 0 : weight / sum));
}

function change(now: readonly number[], before: readonly number[]): number {
  return now.reduce((sum, value, at) => sum + Math.abs(value - (before[at] ?? 0)), 0);
}
