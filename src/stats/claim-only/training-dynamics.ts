import { createRng } from '../../text/rng.ts';
import { shuffle } from '../../text/shuffle.ts';
import { likeliest } from './likeliest.ts';
import { type LogisticModel, logSumToProbabilities, predictProbabilities } from './logistic-regression.ts';
import type { Examples, NgramRows } from './ngram-rows.ts';

/** How a classifier learns step by step. */
export interface DynamicsOptions {
  /** Passes over the claims. */
  readonly epochs: number;
  /** By how much a step changes the logits of a claim, for each of its n-grams and an error of 1. */
  readonly rate: number;
  /** For the order in which claims are learned from. */
  readonly seed: number;
}

/** What became of each row's label while it was learned. */
export interface TrainingDynamics {
  /** Mean over the epochs of the probability of the label. */
  readonly confidence: Float64Array;
  /** Standard deviation of it. */
  readonly variability: Float64Array;
  /** Share of the epochs in which the label was the likeliest. */
  readonly correctness: Float64Array;
}

/**
 * The dynamics of a logistic regression on n-grams that learns from one claim after the other (stochastic gradient descent with a
 * constant rate and no penalty), in another order each time. Probabilities are those at the end of each epoch.
 *
 * Time: epochs × n-grams of all examples × labels.
 *
 * @param labels of all rows, positions below `count`; all rows are examples
 * @see Swayamdipta et al. 2020, Dataset cartography, section 2.1.
 */
export function traceTraining(
  rows: NgramRows,
  examples: Examples,
  labels: Int32Array,
  count: number,
  { epochs, rate, seed }: DynamicsOptions,
): TrainingDynamics {
  const { width, placeOf } = examples;
  const model: LogisticModel = {
    labels: count,
    width,
    placeOf,
    weights: new Float64Array((width + 1) * count),
  };
  const sums = new Float64Array(labels.length);
  const squares = new Float64Array(labels.length);
  const hits = new Float64Array(labels.length);
  const order = Uint32Array.from(labels.keys());
  const rng = createRng(seed);
  const probabilities = new Float64Array(count);
  for (let epoch = 0; epoch < epochs; epoch++) {
    shuffle(order, rng);
    for (const example of order) learn(model, examples, example, labels[example] as number, rate);
    for (const [row, own] of labels.entries()) {
      predictProbabilities(model, rows, row, probabilities);
      const probability = probabilities[own] as number;
      sums[row] = (sums[row] as number) + probability;
      squares[row] = (squares[row] as number) + probability * probability;
      if (likeliest(probabilities) === own) hits[row] = (hits[row] as number) + 1;
    }
  }
  const confidence = sums.map((sum) => sum / epochs);
  return {
    confidence,
    variability: squares.map((square, row) =>
      Math.sqrt(Math.max(0, square / epochs - (confidence[row] as number) ** 2)),
    ),
    correctness: hits.map((hit) => hit / epochs),
  };
}

function learn(
  { labels: count, width, weights }: LogisticModel,
  { starts, columns }: Examples,
  example: number,
  own: number,
  rate: number,
): void {
  const from = starts[example] as number;
  const to = starts[example + 1] as number;
  const logits = new Float64Array(count);
  for (let label = 0, first = 0; label < count; label++, first += width) {
    let logit = weights[width * count + label] as number;
    for (let at = from; at < to; at++) logit += weights[first + (columns[at] as number)] as number;
    logits[label] = logit;
  }
  logSumToProbabilities(logits, own);
  for (let label = 0, first = 0; label < count; label++, first += width) {
    const step = rate * ((label === own ? 1 : 0) - (logits[label] as number));
    const intercept = width * count + label;
    weights[intercept] = (weights[intercept] as number) + step;
    for (let at = from; at < to; at++) {
      const place = first + (columns[at] as number);
      weights[place] = (weights[place] as number) + step;
    }
  }
}
