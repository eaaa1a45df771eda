import { createRng, type Rng } from '../../text/rng.ts';
import { logPosterior } from './log-posterior.ts';
import type { Ratings } from './ratings.ts';

export interface MaceOptions {
  /** How often it begins anew from other random numbers; the best counts. */
  readonly restarts: number;
  readonly mostIterations: number;
  /** Added to every count, divided by the number of labels. */
  readonly smoothing: number;
  /** The same seed gives the same. */
  readonly seed: number;
}

/** Restarts and iterations as in the authors' program. */
export const defaultMace: MaceOptions = { restarts: 10, mostIterations: 50, smoothing: 0.01, seed: 1 };

/** What is likely of items and raters. */
export interface Mace {
  /** For each item the probability of each label. */
  readonly posteriors: readonly (readonly number[])[];
  /** For each rater the probability that he or she gives the true label, and not one that has nothing to do with the item. */
  readonly competences: readonly number[];
  /** For each rater how often each label is given by those ratings that have nothing to do with the item. */
  readonly spamming: readonly (readonly number[])[];
  /** Natural logarithm of the probability of all ratings. */
  readonly logLikelihood: number;
}

/** A beginning is a fair chance and equal shares, each with up to so much added. */
const startingNoise = 0.5;
/** A gain of the log likelihood that is not worth another iteration. */
const leastGain = 1e-7;

/**
 * The labels that explain the ratings best, if each rater either copies the true label or gives one by a habit of his or her own.
 * Expectation maximisation, which finds another optimum from another beginning: the best of some random ones counts. An iteration takes
 * the time of the ratings times the labels.
 *
 * @see Hovy et al. 2013, Learning whom to trust with MACE, section 2; plain maximisation with smoothing, not the variational one.
 */
export function fitMace(ratings: Ratings, options: MaceOptions = defaultMace): Mace {
  const rng = createRng(options.seed);
  let best = climb(ratings, options, rng);
  for (let restart = 1; restart < options.restarts; restart++) {
    const other = climb(ratings, options, rng);
    if (other.logLikelihood > best.logLikelihood) best = other;
  }
  return best;
}

interface Raters {
  readonly competences: readonly number[];
  readonly spamming: readonly (readonly number[])[];
}

function climb(ratings: Ratings, { mostIterations, smoothing }: MaceOptions, rng: Rng): Mace {
  const addend = smoothing / ratings.labels;
  let raters = drawRaters(ratings, rng);
  let expected = expectedOf(ratings, raters);
  for (let iteration = 0; iteration < mostIterations; iteration++) {
    const next = ratersOf(expected, addend);
    const after = expectedOf(ratings, next);
    const gain = after.logLikelihood - expected.logLikelihood;
    // Smoothing may cost a little likelihood at the top.
    [raters, expected] = [next, after];
    if (Math.abs(gain) < leastGain) break;
  }
  return { ...raters, posteriors: expected.posteriors, logLikelihood: expected.logLikelihood };
}

function drawRaters({ raters, labels }: Ratings, rng: Rng): Raters {
  const noisy = (length: number): number[] =>
    normalised(Array.from({ length }, () => 1 + startingNoise * rng()));
  const drawn = Array.from({ length: raters }, () => ({ copies: noisy(2)[0] ?? 0, spams: noisy(labels) }));
  return { competences: drawn.map(({ copies }) => copies), spamming: drawn.map(({ spams }) => spams) };
}

/** What the ratings are likely to be, given what the raters are. */
interface Expected {
  readonly posteriors: readonly (readonly number[])[];
  /** By rater: how many of the ratings are copies of the truth. */
  readonly copied: readonly number[];
  /** By rater and label: how many are not. */
  readonly spammed: readonly (readonly number[])[];
  readonly logLikelihood: number;
}

function expectedOf({ items, labels, raters }: Ratings, { competences, spamming }: Raters): Expected {
  const copied = new Array<number>(raters).fill(0);
  const spammed = Array.from({ length: raters }, () => new Array<number>(labels).fill(0));
  const habits = competences.flatMap((competence, rater) =>
    (spamming[rater] ?? []).map((share) => habitOf(competence, (1 - competence) * share)),
  );
  let logLikelihood = 0;
  const posteriors = items.map((item) => {
    const logs = new Array<number>(labels).fill(-Math.log(labels));
    for (const { rater, label: given } of item) {
      const { right, wrong } = habits[rater * labels + given] as Habit;
      for (let label = 0; label < labels; label++)
        logs[label] = (logs[label] as number) + (label === given ? right : wrong);
    }
    const { probabilities, logSum } = logPosterior(logs);
    logLikelihood += logSum;
    for (const { rater, label: given } of item) {
      const copies = (probabilities[given] as number) * (habits[rater * labels + given] as Habit).copies;
      copied[rater] = (copied[rater] as number) + copies;
      const row = spammed[rater] as number[];
      row[given] = (row[given] as number) + 1 - copies;
    }
    return probabilities;
  });
  return { posteriors, copied, spammed, logLikelihood };
}

/** What a label that a rater gives tells. */
interface Habit {
  /** Logarithm of the probability of giving it where it is the truth; `wrong` where it is not. */
  readonly right: number;
  readonly wrong: number;
  /** Probability that it is a copy, where it is the truth. */
  readonly copies: number;
}

function habitOf(competence: number, bySpamming: number): Habit {
  const all = competence + bySpamming;
  return { right: Math.log(all), wrong: Math.log(bySpamming), copies: competence / all };
}

function ratersOf({ copied, spammed }: Expected, addend: number): Raters {
  return {
    competences: copied.map((copies, rater) => {
      const spams = (spammed[rater] ?? []).reduce((sum, count) => sum + count, 0);
      return (copies + addend) / (copies + spams + 2 * addend);
    }),
    spamming: spammed.map((row) => normalised(row.map((count) => count + addend))),
  };
}

function normalised(weights: readonly number[]): number[] {
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return weights.map((weight) => weight / sum);
}
