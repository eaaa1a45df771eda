import type { OpenClaim } from '../../claims/open-claim.ts';
import type { ClaimOnlyOptions } from './claim-only-options.ts';
import { type LabelledClaims, selectLabelled } from './labelled-claims.ts';
import { fitLogisticRegression, predictProbabilities } from './logistic-regression.ts';
import { type NgramRows, readNgramRows, selectExamples } from './ngram-rows.ts';

/** What classifiers that never saw a claim say of it. */
export interface CrossValidation {
  readonly labelled: LabelledClaims;
  readonly rows: NgramRows;
  /** Probabilities of the labels by claim, then by label; empty where there is a `reason` not to guess. */
  readonly probabilities: Float64Array;
  /** Shares of the labels in what was learned, by fold, then by label. */
  readonly learnedShares: readonly Float64Array[];
}

/** Claims from which on an n-gram is learned. */
export const minClaimsOfNgram = 2;

/**
 * The probabilities of the labels of each claim by a logistic regression on its words and pairs of neighbouring words, learned from the
 * claims of the other folds, with the n-grams that stand in two of these. A hundred or so passes over the claims for each fold.
 *
 * @throws UsageError as {@link selectLabelled}
 */
export function crossValidate(claims: readonly OpenClaim[], options: ClaimOnlyOptions = {}): CrossValidation {
  const labelled = selectLabelled(claims, options);
  const rows = readNgramRows(labelled.claims.map(({ claim }) => claim));
  if (labelled.reason !== null)
    return { labelled, rows, probabilities: new Float64Array(0), learnedShares: [] };
  const { gold, foldOf, folds, labels } = labelled;
  const count = labels.length;
  const probabilities = new Float64Array(gold.length * count);
  const learnedShares: Float64Array[] = [];
  for (let fold = 0; fold < folds; fold++) {
    const learned = Uint32Array.from([...foldOf.keys()].filter((at) => foldOf[at] !== fold));
    learnedShares.push(sharesOf(gold, learned, count));
    const model = fitLogisticRegression(selectExamples(rows, learned, minClaimsOfNgram), gold, count);
    for (const [row, own] of foldOf.entries()) {
      if (own !== fold) continue;
      predictProbabilities(model, rows, row, probabilities.subarray(row * count, (row + 1) * count));
    }
  }
  return { labelled, rows, probabilities, learnedShares };
}

function sharesOf(gold: Int32Array, rows: Uint32Array, labels: number): Float64Array {
  const shares = new Float64Array(labels);
  for (const row of rows)
    shares[gold[row] as number] = (shares[gold[row] as number] as number) + 1 / rows.length;
  return shares;
}
