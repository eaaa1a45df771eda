import type { OpenClaim } from '../../claims/open-claim.ts';
import { labelsOf } from '../artefacts/labels-of.ts';
import { bigramsOf } from './bigrams-of.ts';

/** How claims are weighted. */
export interface ReweightOptions {
  /** What weights that are far from 1 cost: λ. */
  readonly penalty: number;
  /** Claims that a bigram must stand in to count. */
  readonly minClaims: number;
  /** Steps of the search. */
  readonly steps: number;
}

/**
 * Chosen by what they do (measured): with a tenth of this many steps or ten times this λ the commonest giveaways of FEVER keep most of
 * what they tell; with more of either weights grow that little data is left of. Bigrams of fewer claims are chance more than habit.
 */
const defaultReweightOptions: ReweightOptions = { penalty: 0.001, minClaims: 5, steps: 1000 };

/** 1 + α is kept from it on: a weight is above 0, so that no claim is lost. */
const leastWeight = 0.05;

/** Which bigrams stand in which claims, and in which label the claims are. */
interface Bigrams {
  /** Where the row of each claim begins in `columns`, and behind the last where that ends. */
  readonly starts: Uint32Array;
  readonly columns: Uint32Array;
  readonly width: number;
  readonly labels: number;
  /** Position of the label of each claim; -1 for claims without. */
  readonly gold: Int32Array;
}

/**
 * A weight for each claim, so that no pair of neighbouring words is tied to a label among weighted claims. With weights 1 + α, and the
 * share of a label c among the claims that bigram j stands in,
 *
 *     b(j, c) = Σ over claims i with j and label c of (1 + αᵢ) / Σ over claims i with j of (1 + αᵢ)
 *
 * they minimise Σ over bigrams j of max over labels c of b(j, c), plus λ Σ over claims of αᵢ². A bigram counts once in a claim, and only
 * where it stands in enough claims. Found by projected subgradient descent from α = 0, the same each time; what is given back is the
 * best that was met in so many steps, near the minimum of what is around, scaled to a mean of 1 and rounded to six digits. Claims without a label have
 * the weight 1.
 *
 * Time: steps × words. The order of claims changes no more than the rounding of sums does.
 *
 * @see Schuster et al. 2019, Towards debiasing fact verification models, for what is to be small. The search is another: the authors'
 *   script (ngram_bias.py of github.com/TalSchuster/FeverSymmetric) keeps α at 0 or above and takes 1e-10 times the length of α.
 */
export function reweightClaims(
  claims: readonly OpenClaim[],
  options: ReweightOptions = defaultReweightOptions,
): Float64Array {
  const bigrams = readBigrams(claims, options.minClaims);
  const weights = descend(bigrams, options);
  let sum = 0;
  let labelled = 0;
  for (const [claim, label] of bigrams.gold.entries()) {
    if (label < 0) continue;
    sum += weights[claim] as number;
    labelled += 1;
  }
  return weights.map((weight, claim) =>
    (bigrams.gold[claim] as number) < 0 ? 1 : Math.round((weight * labelled * 1e6) / sum) / 1e6,
  );
}

function descend(bigrams: Bigrams, { penalty, steps }: ReweightOptions): Float64Array {
  const weights = new Float64Array(bigrams.gold.length).fill(1);
  const gradient = new Float64Array(weights.length);
  const reach = reachOf(bigrams, penalty);
  let best = weights.slice();
  let least = objective(bigrams, penalty, weights, gradient);
  for (let step = 1; step <= steps; step++) {
    // Steps that add up to no end while they vanish: so the search does not stop short.
    const stride = 1 / Math.sqrt(step);
    for (let claim = 0; claim < weights.length; claim++)
      weights[claim] = Math.max(
        leastWeight,
        (weights[claim] as number) - (stride * (gradient[claim] as number)) / (reach[claim] as number),
      );
    const value = objective(bigrams, penalty, weights, gradient);
    if (value < least) {
      least = value;
      best = weights.slice();
    }
  }
  return best;
}

/**
 * How steep the function can be in the direction of each claim at the start. Divided by it, claims of common bigrams, which change each
 * of these little, go as far in a step as claims of rare ones.
 */
function reachOf({ starts, columns, width, gold }: Bigrams, penalty: number): Float64Array {
  const counts = new Float64Array(width);
  for (const column of columns) counts[column] = (counts[column] as number) + 1;
  return Float64Array.from(gold, (_, claim) => {
    let sum = 2 * penalty;
    for (let at = starts[claim] as number; at < (starts[claim + 1] as number); at++)
      sum += 1 / (counts[columns[at] as number] as number);
    return sum;
  });
}

/** The value of what is minimised, and a subgradient, which is written into `gradient`. */
function objective(
  { starts, columns, width, labels, gold }: Bigrams,
  penalty: number,
  weights: Float64Array,
  gradient: Float64Array,
): number {
  const byLabel = new Float64Array(width * labels);
  const all = new Float64Array(width);
  for (const [claim, label] of gold.entries()) {
    const weight = weights[claim] as number;
    for (let at = starts[claim] as number; at < (starts[claim + 1] as number); at++) {
      const column = columns[at] as number;
      all[column] = (all[column] as number) + weight;
      byLabel[column * labels + label] = (byLabel[column * labels + label] as number) + weight;
    }
  }
  const highest = new Int32Array(width);
  const shares = new Float64Array(width);
  let value = 0;
  for (let column = 0; column < width; column++) {
    let most = 0;
    for (let label = 1; label < labels; label++)
      if ((byLabel[column * labels + label] as number) > (byLabel[column * labels + most] as number))
        most = label;
    highest[column] = most;
    shares[column] = (byLabel[column * labels + most] as number) / (all[column] as number);
    value += shares[column] as number;
  }
  for (const [claim, label] of gold.entries()) {
    const apart = (weights[claim] as number) - 1;
    let slope = 2 * penalty * apart;
    value += penalty * apart * apart;
    for (let at = starts[claim] as number; at < (starts[claim + 1] as number); at++) {
      const column = columns[at] as number;
      slope += ((highest[column] === label ? 1 : 0) - (shares[column] as number)) / (all[column] as number);
    }
    gradient[claim] = slope;
  }
  return value;
}

function readBigrams(claims: readonly OpenClaim[], minClaims: number): Bigrams {
  const labels = labelsOf(claims);
  const gold = Int32Array.from(claims, ({ label }) => (label === undefined ? -1 : labels.indexOf(label)));
  const rows = claims.map(({ claim }, at) => ((gold[at] as number) < 0 ? [] : [...bigramsOf(claim)]));
  const counts = new Map<string, number>();
  for (const row of rows) for (const bigram of row) counts.set(bigram, (counts.get(bigram) ?? 0) + 1);
  const common = [...counts].filter(([, count]) => count >= minClaims).map(([bigram]) => bigram);
  const places = new Map(common.map((bigram, place) => [bigram, place]));
  const starts = new Uint32Array(claims.length + 1);
  const columns: number[] = [];
  for (const [claim, row] of rows.entries()) {
    for (const bigram of row) {
      const place = places.get(bigram);
      if (place !== undefined) columns.push(place);
    }
    starts[claim + 1] = columns.length;
  }
  return { starts, columns: Uint32Array.from(columns), width: common.length, labels: labels.length, gold };
}
