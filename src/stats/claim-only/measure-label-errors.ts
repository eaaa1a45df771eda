import type { OpenClaim } from '../../claims/open-claim.ts';
import type { CartographyFigures, CartographyPoint } from './cartography-figures.ts';
import type { ClaimOnlyOptions } from './claim-only-options.ts';
import { type CrossValidation, crossValidate } from './cross-validate.ts';
import type { LabelErrorCandidate, LabelErrorFigures } from './label-error-figures.ts';
import { measureCartography } from './measure-cartography.ts';

/**
 * Claims whose label is likely wrong: those that look like another label to a classifier that did not learn them (confident learning),
 * and that one which did learn them never came to believe, however long it learned (hard on the map).
 *
 * A claim looks like the label whose probability is at least the mean that claims with the label get; of several the likeliest. The
 * farther that probability is above the given label's, the further up the claim stands. Words alone tell little of what is true: the
 * list says what to look at first, not what is wrong.
 *
 * @param validated the probabilities, where they are at hand already: made of the same claims with the same options
 * @param map that of the same claims with the same options, where it is at hand already
 * @throws UsageError as `crossValidate` and `measureCartography`
 * @see Northcutt, Jiang and Chuang 2021, Confident learning: estimating uncertainty in dataset labels, equations 1 and 2 and section 3.2.
 */
export function measureLabelErrors(
  claims: readonly OpenClaim[],
  options: ClaimOnlyOptions = {},
  validated: CrossValidation = crossValidate(claims, options),
  map: CartographyFigures = measureCartography(claims, options, validated.labelled),
): LabelErrorFigures {
  const { labelled, probabilities } = validated;
  if (labelled.reason !== null || map.measured === null)
    return { measured: null, reason: labelled.reason ?? map.reason ?? '' };
  const { gold, labels, positions } = labelled;
  const counts = labels.map((_, label) => gold.reduce((sum, own) => sum + (own === label ? 1 : 0), 0));
  const thresholds = meanConfidences(validated, counts);
  const points = new Map<number, CartographyPoint>();
  for (const [at, position] of [...positions].sort((a, b) => a - b).entries()) {
    const point = map.measured.points[at];
    if (point !== undefined) points.set(position, point);
  }
  let contradicted = 0;
  const joint = labels.map(() => labels.map(() => 0));
  const candidates: { readonly row: number; readonly candidate: LabelErrorCandidate }[] = [];
  for (const [row, given] of gold.entries()) {
    const own = probabilities.subarray(row * labels.length, (row + 1) * labels.length);
    const suggested = confidentLabel(own, given, thresholds);
    if (suggested === undefined) continue;
    const line = joint[given] as number[];
    line[suggested] = (line[suggested] ?? 0) + 1;
    const point = points.get(positions[row] as number);
    const claim = labelled.claims[row];
    if (suggested === given || point === undefined || claim === undefined) continue;
    contradicted += 1;
    if (point.region !== 'hard') continue;
    candidates.push({
      row,
      candidate: {
        id: claim.id,
        claim: claim.claim,
        given: labels[given] ?? '',
        suggested: labels[suggested] ?? '',
        probabilityOfGiven: own[given] as number,
        probabilityOfSuggested: own[suggested] as number,
        confidence: point.confidence,
        variability: point.variability,
      },
    });
  }
  return {
    measured: {
      claims: gold.length,
      labels: labels.map((label, which) => ({
        label,
        claims: counts[which] ?? 0,
        threshold: thresholds[which] ?? 0,
      })),
      confidentJoint: joint,
      contradicted,
      candidates: candidates
        .sort((a, b) => marginOf(a.candidate) - marginOf(b.candidate) || a.row - b.row)
        .map(({ candidate }) => candidate),
    },
    reason: null,
  };
}

/** Mean probability of each label among the claims that have it. */
function meanConfidences({ labelled, probabilities }: CrossValidation, counts: readonly number[]): number[] {
  const { gold, labels } = labelled;
  const sums = labels.map(() => 0);
  for (const [row, own] of gold.entries())
    sums[own] = (sums[own] ?? 0) + (probabilities[row * labels.length + own] as number);
  return sums.map((sum, label) => sum / (counts[label] ?? 1));
}

/** Apart by no more than this, probabilities are equal but for how far the classifier was fitted. */
const tolerance = 1e-5;

/** The likeliest of the labels that reach their threshold, of equally likely ones the given; `undefined` where none does. */
function confidentLabel(
  probabilities: Float64Array,
  given: number,
  thresholds: readonly number[],
): number | undefined {
  const reaches = (label: number) => (probabilities[label] as number) >= (thresholds[label] ?? 1) - tolerance;
  let best = reaches(given) ? given : undefined;
  for (const [label, probability] of probabilities.entries()) {
    if (!reaches(label)) continue;
    if (best === undefined || probability > (probabilities[best] as number) + tolerance) best = label;
  }
  return best;
}

/** Normalised margin: the lower, the likelier is the label wrong. */
function marginOf({ probabilityOfGiven, probabilityOfSuggested }: LabelErrorCandidate): number {
  return probabilityOfGiven - probabilityOfSuggested;
}
