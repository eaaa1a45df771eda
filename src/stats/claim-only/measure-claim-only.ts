import type { OpenClaim } from '../../claims/open-claim.ts';
import { intervalsOf } from '../resampling/bootstrap.ts';
import { OutcomeTable } from '../resampling/outcome-table.ts';
import { defaultResampling, type Resampling } from '../resampling/resampling.ts';
import type {
  ClaimOnlyBase,
  ClaimOnlyFigures,
  Estimate,
  InformationFigures,
  LabelFigures,
  MeasuredClaimOnly,
} from './claim-only-figures.ts';
import type { ClaimOnlyOptions } from './claim-only-options.ts';
import { type CrossValidation, crossValidate } from './cross-validate.ts';
import { likeliest } from './likeliest.ts';
import { weightiestNgrams } from './weightiest-ngrams.ts';

const defaultNgrams = 20;

/**
 * How well the labels of claims are guessed from their words alone: what a system can get without looking at any evidence.
 *
 * The classifier is a multinomial logistic regression on which words and pairs of neighbouring words a claim has, learned from the other
 * folds. Claims that hang together, such as a claim and its negation, are in the same fold: otherwise what is measured is memory.
 * Intervals are drawn over claims. V-information uses the same classifier, and the shares of the labels where no claim is seen.
 *
 * @param validated the probabilities, where they are at hand already: made of the same claims with the same options
 * @throws UsageError for fewer than two folds, a similarity or options of resampling out of their range
 * @see Gururangan et al. 2018, Annotation artifacts in natural language inference data, section 2.
 * @see Schuster et al. 2019, Towards debiasing fact verification models, section 2.
 * @see Ethayarajh et al. 2022, Understanding dataset difficulty with V-usable information, definitions 2.1 and 3.1.
 */
export function measureClaimOnly(
  claims: readonly OpenClaim[],
  options: ClaimOnlyOptions = {},
  validated: CrossValidation = crossValidate(claims, options),
): ClaimOnlyFigures {
  const { labelled } = validated;
  const base: ClaimOnlyBase = {
    claims: labelled.claims.length,
    labels: labelled.labels.map((label, which) => ({
      label,
      claims: labelled.gold.reduce((count, gold) => count + (gold === which ? 1 : 0), 0),
    })),
    groupedBy: labelled.groupedBy,
    groups: labelled.groups,
    largestGroup: labelled.largestGroup,
    leftOut: labelled.leftOut,
  };
  if (labelled.reason !== null) return { ...base, measured: null, reason: labelled.reason };
  const { resampling = defaultResampling, ngrams = defaultNgrams } = options;
  return {
    ...base,
    measured: {
      folds: labelled.folds,
      ...guessFigures(validated, base, resampling),
      information: informationOf(validated, resampling),
      ngrams: weightiestNgrams(validated, ngrams),
    },
    reason: null,
  };
}

type GuessFigures = Omit<MeasuredClaimOnly, 'folds' | 'information' | 'ngrams'>;

/** Figures that stand before those of the labels, and of each label. */
const [overallFigures, figuresOfLabel] = [5, 3];

/** What follows from labels and guesses: figures of sums of the pairs of both. */
function guessFigures(
  { labelled, probabilities, learnedShares }: CrossValidation,
  { labels }: ClaimOnlyBase,
  resampling: Resampling,
): GuessFigures {
  const { gold, foldOf } = labelled;
  const count = labels.length;
  const majority = likeliest(Float64Array.from(labels, (label) => label.claims));
  const majorities = learnedShares.map(likeliest);
  // The pairs of label and guess, and whether the commonest label that was learned is right.
  const table = new OutcomeTable(count * count + 1);
  const outcome = new Array<number>(table.width).fill(0);
  for (const [row, own] of gold.entries()) {
    const guess = likeliest(probabilities.subarray(row * count, (row + 1) * count));
    outcome.fill(0);
    outcome[own * count + guess] = 1;
    outcome[count * count] = majorities[foldOf[row] as number] === own ? 1 : 0;
    table.add(outcome);
  }
  const figuresOf = (totals: readonly number[]) => figuresOfTotals(totals, count, majority);
  const values = figuresOf(table.totals);
  const intervals = intervalsOf(table, figuresOf, resampling);
  const estimate = (figure: number): Estimate => ({
    value: values[figure] ?? 0,
    interval: intervals[figure] ?? null,
  });
  return {
    accuracy: estimate(0),
    macroF1: estimate(1),
    majorityAccuracy: estimate(2),
    learnedMajorityAccuracy: estimate(3),
    gain: estimate(4),
    byLabel: labels.map(({ label, claims }, which): LabelFigures => {
      const first = overallFigures + which * figuresOfLabel;
      return {
        label,
        claims,
        precision: (values[first] ?? null) === null ? null : estimate(first),
        recall: estimate(first + 1),
        f1: estimate(first + 2),
      };
    }),
    confusion: labels.map((_, own) => table.totals.slice(own * count, (own + 1) * count)),
  };
}

/** Accuracy, macro-F1, accuracy of the majority and of that of the other folds, gain; then precision, recall and F1 of each label. */
function figuresOfTotals(totals: readonly number[], count: number, majority: number): (number | null)[] {
  const given = new Array<number>(count).fill(0);
  const guessed = new Array<number>(count).fill(0);
  const right = new Array<number>(count).fill(0);
  for (let own = 0; own < count; own++) {
    for (let guess = 0; guess < count; guess++) {
      const claims = totals[own * count + guess] ?? 0;
      given[own] = (given[own] ?? 0) + claims;
      guessed[guess] = (guessed[guess] ?? 0) + claims;
      if (own === guess) right[own] = claims;
    }
  }
  const claims = sumOf(given);
  const byLabel = right.map((hits, label) => {
    const [own, guesses] = [given[label] ?? 0, guessed[label] ?? 0];
    return [
      guesses === 0 ? null : hits / guesses,
      own === 0 ? null : hits / own,
      own + guesses === 0 ? 0 : (2 * hits) / (own + guesses),
    ] as const;
  });
  const ofMajority = given[majority] ?? 0;
  const hits = sumOf(right);
  return [
    hits / claims,
    sumOf(byLabel.map(([, , f1]) => f1)) / count,
    ofMajority / claims,
    (totals[count * count] ?? 0) / claims,
    (hits - ofMajority) / claims,
    ...byLabel.flat(),
  ];
}

function informationOf(
  { labelled, probabilities, learnedShares }: CrossValidation,
  resampling: Resampling,
): InformationFigures {
  const { gold, foldOf, labels } = labelled;
  const table = new OutcomeTable(1);
  let [before, after] = [0, 0];
  for (const [row, own] of gold.entries()) {
    const blind = -Math.log2(learnedShares[foldOf[row] as number]?.[own] ?? 0);
    const seeing = -Math.log2(Math.max(probabilities[row * labels.length + own] ?? 0, Number.MIN_VALUE));
    before += blind;
    after += seeing;
    table.add([blind - seeing]);
  }
  const claims = gold.length;
  const figuresOf = (totals: readonly number[]) => [(totals[0] ?? 0) / claims];
  return {
    labelEntropy: before / claims,
    conditionalEntropy: after / claims,
    information: {
      value: (before - after) / claims,
      interval: intervalsOf(table, figuresOf, resampling)[0] ?? null,
    },
  };
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0);
}
