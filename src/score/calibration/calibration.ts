import type { Figure } from '../scorer.ts';
import type { Calibration, CalibrationBin } from '../scores.ts';
import type { Probabilities } from './probabilities.ts';

/** How many bins there are: as many as in Guo et al. 2017. */
const calibrationBins = 15;

/** The figures of a calibration, the headline first. All are `null` without claims. */
export const calibrationFigures: readonly Figure[] = [
  {
    id: 'expectedCalibrationError',
    title: 'ECE',
    about: `Mean over claims of the difference between accuracy and mean probability in the claim’s bin: ${calibrationBins} bins of equal width, each with its upper edge (Guo et al. 2017, equation 3).`,
    isError: true,
  },
  {
    id: 'maximumCalibrationError',
    title: 'MCE',
    about: 'The largest such difference of a bin with claims (Guo et al. 2017, equation 5).',
    isError: true,
  },
  {
    id: 'brierScore',
    title: 'Brier score',
    about:
      'Mean over claims of the sum over labels of the squared difference between probability and truth, from 0 to 2 (Brier 1950, not halved); only where each claim has the probabilities of all labels.',
    isError: true,
  },
  {
    id: 'negativeLogLikelihood',
    title: 'NLL',
    about:
      'Mean of minus the natural logarithm of the right label’s probability, which counts as 2^-52 at least; only where each claim has the probabilities of all labels.',
    isError: true,
  },
];

/** Claims up to which calibration has intervals: nearly every claim has an outcome of its own there, and each is drawn anew. */
export const maxCalibrated = 10_000;

/** What a probability of 0 counts as in a logarithm: the smallest difference from 1 that a double has. */
const leastProbability = 2 ** -52;

/** Where the numbers of a claim stand in its outcome: those of the claims, then three for each bin. */
const before = 4;
const perBin = 3;

/** Numbers in the outcome of a claim, {@link calibrationOutcome}. */
export const calibrationWidth = before + calibrationBins * perBin;

/**
 * What a claim says of calibration, to be added up, as the outcome of a scorer; `undefined` where nothing is known of the probability of the predicted
 * label.
 *
 * @param isSame whether two labels are the same, the gold label or the predicted one first
 */
export function calibrationOutcome(
  gold: string,
  predicted: string | undefined,
  probabilities: Probabilities | undefined,
  isSame: (label: string, other: string) => boolean,
): number[] | undefined {
  if (predicted === undefined || probabilities === undefined) return undefined;
  const { byLabel, isComplete } = probabilities;
  const confidence =
    probabilities.confidence ??
    byLabel.get(predicted) ??
    sumOf(byLabel, (label) => isSame(predicted, label)) ??
    (isComplete ? 0 : undefined);
  if (confidence === undefined) return undefined;
  const outcome = new Array<number>(calibrationWidth).fill(0);
  outcome[0] = 1;
  if (isComplete) {
    const right = Math.min(1, sumOf(byLabel, (label) => isSame(gold, label)) ?? 0);
    let brier = (1 - right) ** 2;
    for (const [label, probability] of byLabel) if (!isSame(gold, label)) brier += probability ** 2;
    outcome[1] = 1;
    outcome[2] = brier;
    outcome[3] = -Math.log(Math.max(right, leastProbability));
  }
  const bin = before + binOf(confidence) * perBin;
  outcome[bin] = 1;
  outcome[bin + 1] = confidence;
  outcome[bin + 2] = isSame(gold, predicted) ? 1 : 0;
  return outcome;
}

/** Figures of sums of outcomes, one for each of `calibrationFigures`. */
export function calibrationFiguresOf(totals: readonly number[]): (number | null)[] {
  const [claims = 0, complete = 0, brier = 0, likelihood = 0] = totals;
  if (claims === 0) return [null, null, null, null];
  let expected = 0;
  let most = 0;
  for (let bin = 0; bin < calibrationBins; bin++) {
    const at = before + bin * perBin;
    const [count = 0, confidence = 0, right = 0] = totals.slice(at, at + perBin);
    if (count === 0) continue;
    const gap = Math.abs(right - confidence);
    expected += gap;
    most = Math.max(most, gap / count);
  }
  const isComplete = complete === claims;
  return [
    expected / claims,
    most,
    isComplete ? brier / claims : null,
    isComplete ? likelihood / claims : null,
  ];
}

/** The bins of sums of outcomes. */
export function calibrationBinsOf(totals: readonly number[]): CalibrationBin[] {
  return Array.from({ length: calibrationBins }, (_, bin) => {
    const at = before + bin * perBin;
    const [claims = 0, confidence = 0, right = 0] = totals.slice(at, at + perBin);
    return {
      above: bin / calibrationBins,
      upTo: (bin + 1) / calibrationBins,
      claims,
      confidence: claims === 0 ? null : confidence / claims,
      accuracy: claims === 0 ? null : right / claims,
    };
  });
}

/** Adds up what claims say of calibration, whatever they are scored by. Memory: the sums. */
export class CalibrationTally {
  readonly #totals = new Array<number>(calibrationWidth).fill(0);
  readonly #isSame: (label: string, other: string) => boolean;

  /** @param isSame as of {@link calibrationOutcome} */
  constructor(isSame: (label: string, other: string) => boolean) {
    this.#isSame = isSame;
  }

  /** Gives back what was added, for intervals; `undefined` where nothing was. */
  add(
    gold: string,
    predicted: string | undefined,
    probabilities: Probabilities | undefined,
  ): readonly number[] | undefined {
    const outcome = calibrationOutcome(gold, predicted, probabilities, this.#isSame);
    for (const [part, value] of outcome?.entries() ?? []) (this.#totals[part] as number) += value;
    return outcome;
  }

  /** `undefined` where no predicted label had a probability. */
  result(): Calibration | undefined {
    const [claims = 0] = this.#totals;
    if (claims === 0) return undefined;
    const values = calibrationFiguresOf(this.#totals);
    return {
      claims,
      figures: calibrationFigures.map(({ id }, at) => ({ id, value: values[at] ?? null })),
      bins: calibrationBinsOf(this.#totals),
    };
  }
}

/** The sum of the probabilities of some labels; `undefined` where there is none of these. */
function sumOf(
  byLabel: ReadonlyMap<string, number>,
  isWanted: (label: string) => boolean,
): number | undefined {
  let sum: number | undefined;
  for (const [label, probability] of byLabel) if (isWanted(label)) sum = (sum ?? 0) + probability;
  return sum;
}

/** The bin whose lower edge a probability is above, and whose upper edge it does not pass. 0 is in the first. */
function binOf(confidence: number): number {
  let bin = Math.max(0, Math.min(calibrationBins - 1, Math.ceil(confidence * calibrationBins) - 1));
  // The product is rounded: what is just at an edge is compared with the edge itself.
  if (bin > 0 && confidence <= bin / calibrationBins) bin -= 1;
  else if (confidence > (bin + 1) / calibrationBins) bin += 1;
  return bin;
}
