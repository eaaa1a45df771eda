import { minimise } from './minimise.ts';
import type { Examples, NgramRows } from './ngram-rows.ts';

/** A classifier: the logit of a label is its intercept plus its weights of the n-grams that are there. */
export interface LogisticModel {
  /** Number of labels. */
  readonly labels: number;
  /** By n-gram of all rows its place in the model; -1 where it is not known. */
  readonly placeOf: Int32Array;
  /** Number of n-grams that are known. */
  readonly width: number;
  /** By label, then by place of the n-gram; behind all of them the intercepts by label. */
  readonly weights: Float64Array;
}

export interface LogisticOptions {
  /** What an error costs, compared with weights that are far from 0: `C` of scikit-learn. */
  readonly cost: number;
  /** Length of the gradient at which the search is over. */
  readonly tolerance: number;
}

/** The cost is what the figures of FEVER were measured with; probabilities are exact to about five digits (measured: 0.000002). */
const defaultLogisticOptions: LogisticOptions = { cost: 0.3, tolerance: 1e-4 };

const maxSteps = 2000;

/**
 * The multinomial logistic regression of labels on n-grams that minimises
 *
 *     cost · Σ over examples of -ln p(label | n-grams) + ½ · Σ over weights of weight²
 *
 * where intercepts are no weights: what scikit-learn's `LogisticRegression` minimises. With two labels their weights are ±half of the
 * one weight that it has, and the penalty is that weight's. Since the penalty alone curves as much as the unit sphere, all weights are
 * within the tolerance of the minimum. Time: steps (a hundred or so) × n-grams of all examples × labels.
 *
 * @param labels of all rows, positions below `count`
 */
export function fitLogisticRegression(
  examples: Examples,
  labels: Int32Array,
  count: number,
  { cost, tolerance }: LogisticOptions = defaultLogisticOptions,
): LogisticModel {
  const { width, rows, starts, columns, placeOf } = examples;
  const penalised = width * count;
  const weights = new Float64Array(penalised + count);
  // One weight v in place of v/2 and -v/2: v² is twice the sum of their squares.
  const penalty = count === 2 ? 2 : 1;
  const logits = new Float64Array(count);
  const objective = (point: Float64Array, gradient: Float64Array): number => {
    let squares = 0;
    for (let at = 0; at < penalised; at++) {
      const weight = point[at] as number;
      squares += weight * weight;
      gradient[at] = penalty * weight;
    }
    gradient.fill(0, penalised);
    let loss = 0;
    for (let example = 0; example < rows.length; example++) {
      const from = starts[example] as number;
      const to = starts[example + 1] as number;
      for (let label = 0, first = 0; label < count; label++, first += width) {
        let logit = point[penalised + label] as number;
        for (let at = from; at < to; at++) logit += point[first + (columns[at] as number)] as number;
        logits[label] = logit;
      }
      const own = labels[rows[example] as number] as number;
      loss += logSumToProbabilities(logits, own);
      for (let label = 0, first = 0; label < count; label++, first += width) {
        const slope = cost * ((logits[label] as number) - (label === own ? 1 : 0));
        gradient[penalised + label] = (gradient[penalised + label] as number) + slope;
        for (let at = from; at < to; at++) {
          const place = first + (columns[at] as number);
          gradient[place] = (gradient[place] as number) + slope;
        }
      }
    }
    return cost * loss + (penalty * squares) / 2;
  };
  minimise(objective, weights, {
    tolerance,
    maxSteps,
    curvature: curvatureOf(examples, count, cost, penalty),
  });
  return { labels: count, placeOf, width, weights };
}

/** How much the function curves at the start, without what n-grams share. */
function curvatureOf(
  { width, rows, columns }: Examples,
  labels: number,
  cost: number,
  penalty: number,
): Float64Array {
  const curvature = new Float64Array((width + 1) * labels).fill(penalty, 0, width * labels);
  // p (1 - p) of labels that are as likely as each other.
  const each = (cost * (1 - 1 / labels)) / labels;
  for (const column of columns)
    for (let label = 0, at = column; label < labels; label++, at += width)
      curvature[at] = (curvature[at] as number) + each;
  return curvature.fill(each * Math.max(1, rows.length), width * labels);
}

/** The probability of each label for a row, written into `into`. N-grams that were not learned say nothing. */
export function predictProbabilities(
  { labels, placeOf, width, weights }: LogisticModel,
  { starts, columns }: NgramRows,
  row: number,
  into: Float64Array,
): void {
  for (let label = 0; label < labels; label++) into[label] = weights[width * labels + label] as number;
  for (let at = starts[row] as number; at < (starts[row + 1] as number); at++) {
    const place = placeOf[columns[at] as number] as number;
    if (place < 0) continue;
    for (let label = 0; label < labels; label++)
      into[label] = (into[label] as number) + (weights[label * width + place] as number);
  }
  logSumToProbabilities(into, 0);
}

/** Turns logits into probabilities, and gives back -ln of that of one label, exact where it is next to 0 as well. */
export function logSumToProbabilities(logits: Float64Array, own: number): number {
  let highest = Number.NEGATIVE_INFINITY;
  for (const logit of logits) if (logit > highest) highest = logit;
  const ownLogit = (logits[own] as number) - highest;
  let sum = 0;
  for (let label = 0; label < logits.length; label++) {
    const part = Math.exp((logits[label] as number) - highest);
    logits[label] = part;
    sum += part;
  }
  for (let label = 0; label < logits.length; label++) logits[label] = (logits[label] as number) / sum;
  return Math.log(sum) - ownLogit;
}
