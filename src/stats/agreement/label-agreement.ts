import { type Label, labels } from '../../claims/label.ts';
import { plural } from '../../text/plural.ts';
import type { StandingAnnotations } from '../annotations/standing-annotations.ts';
import type { Resampling } from '../resampling/resampling.ts';
import { type AdjudicatedAnnotator, compareWithAdjudications } from './adjudicated-annotators.ts';
import { type AgreementWarning, warningsOf } from './agreement-warnings.ts';
import { type AnnotatorPair, comparePairs } from './annotator-pairs.ts';
import type { MeasuredCoefficient } from './coefficient.ts';
import { countLabels } from './count-labels.ts';
import { countPairs, mostPairs } from './count-pairs.ts';
import { type DisputedClaim, findDisputed } from './disputed-claims.ts';
import {
  type CoefficientId,
  type LabelFigure,
  type LabelFigures,
  measureLabelFigures,
  ordinalLabels,
} from './label-figures.ts';
import { measureMeanKappa } from './mean-kappa.ts';
import { nothingShared } from './undefined-coefficient.ts';

/** How far annotators agree on the labels of claims: figures of one pool of claims, not means of figures of its parts. Plain JSON. */
export interface LabelAgreement {
  /** In the order of all matrices and lists here. */
  readonly labels: readonly Label[];
  /** From least to most, as `alphaOrdinal` takes them. */
  readonly order: readonly Label[];
  /** Claims with two or more annotators: all but `adjudicated` is of these. */
  readonly claims: number;
  /** Who annotated at least one of them. */
  readonly annotators: number;
  /** Labels of these claims. */
  readonly annotations: number;
  /** Pairs of labels of the same claim. */
  readonly pairs: number;
  /** Labels a claim: 0 for all three where there are no claims. */
  readonly perClaim: { readonly min: number; readonly mean: number; readonly max: number };
  /** The share that intervals over claims hold; `null` where none were asked for. */
  readonly confidence: number | null;
  /** In the order in which they are printed. */
  readonly figures: readonly AgreementFigure[];
  /** Each label against the other two. */
  readonly perLabel: readonly LabelFigure[];
  /**
   * The coincidence matrix: each pair of labels of a claim both ways round, those of a claim with m labels weighted by 1/(m - 1). Its sum
   * is `annotations`.
   */
  readonly coincidences: readonly (readonly number[])[];
  /** Every two annotators who share a claim, by their names. */
  readonly annotatorPairs: readonly AnnotatorPair[];
  /** Annotators of claims that somebody else adjudicated, by their names. */
  readonly adjudicated: readonly AdjudicatedAnnotator[];
  /** How many claims got more than one label, and the most disputed of them. */
  readonly disputed: { readonly claims: number; readonly most: readonly DisputedClaim[] };
  /** What counts in none of the figures but `adjudicated`. */
  readonly leftOut: readonly LeftOut[];
  /** Where figures may mislead. */
  readonly warnings: readonly AgreementWarning[];
}

/** What figures of all labels are called, in the order in which they are printed. */
export const agreementFigureTitles = {
  observed: 'Observed agreement',
  alpha: "Krippendorff's alpha",
  alphaOrdinal: "Krippendorff's alpha, ordinal",
  kappa: "Cohen's kappa",
  meanKappa: "Cohen's kappa, mean of pairs",
  pi: "Scott's pi",
  fleiss: "Fleiss' kappa",
  ac1: "Gwet's AC1",
  s: "Bennett's S",
} as const satisfies Readonly<Record<CoefficientId | 'kappa' | 'meanKappa' | 'pi', string>>;

export type AgreementFigureId = keyof typeof agreementFigureTitles;

/** A coefficient of all labels. */
export type AgreementFigure = MeasuredCoefficient & {
  readonly id: AgreementFigureId;
  readonly title: string;
};

/** Something that was left out. */
export interface LeftOut {
  readonly id: 'oneAnnotation' | 'onlyAdjudicated' | 'superseded' | 'adjudications';
  readonly count: number;
  /** What it is and why, to follow the number: `claims with one annotation, which …`. */
  readonly about: string;
}

/**
 * How far those who annotated the same claims gave the same labels.
 *
 * @param resampling `undefined` for figures without intervals
 * @throws UsageError for options out of range
 */
export function measureLabelAgreement(
  standing: StandingAnnotations,
  resampling: Resampling | undefined,
): LabelAgreement {
  const claims = standing.claims.filter(({ annotations }) => annotations.size > 1);
  const sizes = claims.map(({ annotations }) => annotations.size);
  const annotations = sizes.reduce((sum, size) => sum + size, 0);
  const annotators = new Set(claims.flatMap((claim) => [...claim.annotations.keys()])).size;
  const pairs = countPairs(claims);
  const measured = measureLabelFigures(
    claims.map((claim) => countLabels(claim.annotations)),
    resampling,
  );
  const agreement = {
    labels,
    order: ordinalLabels,
    claims: claims.length,
    annotators,
    annotations,
    pairs: sizes.reduce((sum, size) => sum + (size * (size - 1)) / 2, 0),
    perClaim: {
      min: sizes.reduce((least, size) => Math.min(least, size), sizes[0] ?? 0),
      mean: claims.length === 0 ? 0 : annotations / claims.length,
      max: sizes.reduce((most, size) => Math.max(most, size), 0),
    },
    confidence: resampling?.confidence ?? null,
    figures: figuresOf(
      measured.coefficients,
      annotators,
      pairs === undefined ? tooMany : measureMeanKappa(pairs, resampling),
    ),
    perLabel: measured.perLabel,
    coincidences: measured.coincidences,
    annotatorPairs: pairs === undefined ? [] : comparePairs(pairs),
    adjudicated: compareWithAdjudications(standing.claims, resampling?.confidence),
    disputed: findDisputed(claims),
    leftOut: [...leftOutOf(standing)],
  };
  const adjudicatedClaims = claims.filter(({ adjudication }) => adjudication !== undefined).length;
  return {
    ...agreement,
    warnings: [...warningsOf(agreement, { adjudicatedClaims, hasPairs: pairs !== undefined })],
  };
}

const tooMany: MeasuredCoefficient = {
  value: null,
  reason: `More than ${mostPairs} pairs of annotators share claims. Look at Krippendorff's alpha, which is of all of them.`,
  interval: null,
};

function figuresOf(
  coefficients: LabelFigures['coefficients'],
  annotators: number,
  meanKappa: MeasuredCoefficient,
): AgreementFigure[] {
  const ofTwo = (figure: MeasuredCoefficient, instead: string): MeasuredCoefficient =>
    annotators === 2
      ? figure
      : {
          ...(annotators < 2
            ? nothingShared
            : { value: null, reason: `Defined for two annotators, and there are ${annotators}. ${instead}` }),
          interval: null,
        };
  const all: Readonly<Record<AgreementFigureId, MeasuredCoefficient>> = {
    ...coefficients,
    kappa: ofTwo(meanKappa, 'Look at that of each pair, and at the mean of these.'),
    meanKappa,
    // Of two annotators the same number.
    pi: ofTwo(
      coefficients.fleiss,
      "Look at that of each pair, and at Fleiss' kappa, which is the same for more.",
    ),
  };
  const ids = Object.keys(agreementFigureTitles) as AgreementFigureId[];
  return ids.map((id) => ({ id, title: agreementFigureTitles[id], ...all[id] }));
}

function* leftOutOf({ claims, superseded, adjudications }: StandingAnnotations): Generator<LeftOut> {
  const one = claims.filter(({ annotations }) => annotations.size === 1).length;
  const none = claims.filter(({ annotations }) => annotations.size === 0).length;
  const all: readonly LeftOut[] = [
    {
      id: 'oneAnnotation',
      count: one,
      about: `${plural('claim', one)} with one annotation, which there is nothing to compare with`,
    },
    { id: 'onlyAdjudicated', count: none, about: `${plural('claim', none)} adjudicated, but not annotated` },
    {
      id: 'superseded',
      count: superseded,
      about: `${plural('annotation', superseded)} that the same annotator replaced later`,
    },
    {
      id: 'adjudications',
      count: adjudications,
      about: `${plural('adjudication', adjudications)}, which settle what annotators disagree about`,
    },
  ];
  yield* all.filter(({ count }) => count > 0);
}
