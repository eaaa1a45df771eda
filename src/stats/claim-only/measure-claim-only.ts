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
import type { LabelledClaims } from './labelled-claims.ts';
import { likeliest } from './likeliest.ts';
import { weightiestNgrams } from './weightiest-ngrams.ts';

const defaultNgrams = 20;

/**
 * How well the labels of claims are guessed from their words alone: what a system can get without looking at any evidence.
 *
 * The classifier is a multinomial logistic regression on which words and pairs of neighbouring words a claim has, learned from the other
 * folds. Claims that hang together, such as a claim and its negation, are in the same fold: otherwise what is measured is memory.
 * Intervals are drawn over these groups. V-information uses the same classifier, and the shares of the labels where no claim is seen.
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
/** What is counted for each label: claims that have it, claims that are guessed to have it, and those of which both is true. */
const countsOfLabel = 3;

/** What follows from labels and guesses. */
function guessFigures(
  { labelled, probabilities, learnedShares }: CrossValidation,
  { labels }: ClaimOnlyBase,
  resampling: Resampling,
): GuessFigures {
  const { gold, foldOf } = labelled;
  const count = labels.length;
  const majority = likeliest(Float64Array.from(labels, (label) => label.claims));
  const majorities = learnedShares.map(likeliest);
  const confusion = labels.map(() => labels.map(() => 0));
  const table = tableOfGroups(labelled, count * countsOfLabel + 1, (row, add) => {
    const own = gold[row] as number;
    const guess = likeliest(probabilities.subarray(row * count, (row + 1) * count));
    const line = confusion[own] as number[];
    line[guess] = (line[guess] ?? 0) + 1;
    add(own * countsOfLabel, 1);
    add(guess * countsOfLabel + 1, 1);
    if (own === guess) add(own * countsOfLabel + 2, 1);
    // Whether the commonest label that was learned is right.
    if (majorities[foldOf[row] as number] === own) add(count * countsOfLabel, 1);
  });
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
    confusion,
  };
}

/**
 * What rows add, summed up by group, so that groups are what is drawn anew: claims that hang together are guessed right or wrong
 * together, and as many claims that have nothing to do with each other would tell more.
 */
function tableOfGroups(
  { gold, groupOf }: LabelledClaims,
  width: number,
  countRow: (row: number, add: (part: number, value: number) => void) => void,
): OutcomeTable {
  const table = new OutcomeTable(width);
  const sums = new Array<number>(width).fill(0);
  const add = (part: number, value: number): void => {
    sums[part] = (sums[part] ?? 0) + value;
  };
  const rows = [...gold.keys()].sort((a, b) => (groupOf[a] as number) - (groupOf[b] as number));
  for (const [at, row] of rows.entries()) {
    countRow(row, add);
    if (groupOf[row] === groupOf[rows[at + 1] ?? -1]) continue;
    table.add(sums);
    sums.fill(0);
  }
  return table;
}

/** Accuracy, macro-F1, accuracy of the majority and of that of the other folds, gain; then precision, recall and F1 of each label. */
function figuresOfTotals(totals: readonly number[], count: number, majority: number): (number | null)[] {
  const countOf = (label: number, which: number) => totals[label * countsOfLabel + which] ?? 0;
  let [claims, hits, sumOfF1] = [0, 0, 0];
  const byLabel: (number | null)[] = [];
  for (let label = 0; label < count; label++) {
    const [own, guesses, right] = [countOf(label, 0), countOf(label, 1), countOf(label, 2)];
    const f1 = own + guesses === 0 ? 0 : (2 * right) / (own + guesses);
    claims += own;
    hits += right;
    sumOfF1 += f1;
    byLabel.push(guesses === 0 ? null : right / guesses, own === 0 ? null : right / own, f1);
  }
  const ofMajority = countOf(majority, 0);
  return [
    hits / claims,
    sumOfF1 / count,
    ofMajority / claims,
    (totals[count * countsOfLabel] ?? 0) / claims,
    (hits - ofMajority) / claims,
    ...byLabel,
  ];
}

function informationOf(
  { labelled, probabilities, learnedShares }: CrossValidation,
  resampling: Resampling,
): InformationFigures {
  const { gold, foldOf, labels } = labelled;
  let [before, after] = [0, 0];
  const table = tableOfGroups(labelled, 2, (row, add) => {
    const own = gold[row] as number;
    const blind = -Math.log2(learnedShares[foldOf[row] as number]?.[own] ?? 0);
    const seeing = -Math.log2(Math.max(probabilities[row * labels.length + own] ?? 0, Number.MIN_VALUE));
    before += blind;
    after += seeing;
    add(0, blind - seeing);
    add(1, 1);
  });
  const claims = gold.length;
  const figuresOf = ([bits = 0, drawn = 1]: readonly number[]) => [bits / drawn];
  return {
    labelEntropy: before / claims,
    conditionalEntropy: after / claims,
    information: {
      value: (before - after) / claims,
      interval: intervalsOf(table, figuresOf, resampling)[0] ?? null,
    },
  };
}
