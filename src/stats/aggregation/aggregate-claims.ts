import type { AggregationMethod, LabelSource } from '../../claims/aggregation.ts';
import type { ClaimId, EvidenceSet } from '../../claims/claim.ts';
import { type Label, labels } from '../../claims/label.ts';
import type { AnnotatedClaim } from '../annotations/standing-annotations.ts';
import { aggregateEvidence } from './aggregate-evidence.ts';
import { measureRaterQuality } from './annotator-quality.ts';
import { cautionFor } from './caution.ts';
import { fitDawidSkene } from './dawid-skene.ts';
import { entropyBits } from './entropy.ts';
import { defaultMace, fitMace } from './mace.ts';
import { takeMajority } from './majority.ts';
import { countLabels, type Ratings } from './ratings.ts';

export interface AggregationOptions {
  readonly method: AggregationMethod;
  /** Claims with fewer annotations are left undecided; from 1 on. */
  readonly minAnnotations: number;
  /** Claims whose label is less sure are left undecided; from 0 to 1. */
  readonly minConfidence: number;
  /** Seed of the beginnings of MACE. */
  readonly seed: number;
}

export const defaultAggregation: AggregationOptions = {
  method: 'majority',
  minAnnotations: 2,
  minConfidence: 0,
  seed: 1,
};

/** Why a claim is left as it is. */
export type Undecided = 'few-annotations' | 'tie' | 'low-confidence' | 'unheard' | 'without-evidence';

/** What all who labelled a claim say together. Plain JSON. */
export interface AggregatedClaim {
  readonly id: ClaimId;
  /** Who decides: the adjudicator where there is one, whatever the votes. */
  readonly method: LabelSource;
  /** `null` where the claim is undecided. */
  readonly label: Label | null;
  /** `null` where it is decided. */
  readonly undecided: Undecided | null;
  /** Of the label: the share of the votes, or the probability in a model; `null` for an adjudication and where no label leads. */
  readonly confidence: number | null;
  /** How many annotators gave each label; without labels that nobody gave. */
  readonly votes: Readonly<Partial<Record<Label, number>>>;
  readonly annotators: number;
  /** The label that most gave; `null` where several tie or nobody voted. */
  readonly majority: Label | null;
  /** How unsure the label is in a model of annotators, from 0 to the logarithm of 3; `null` without a model. */
  readonly entropyBits: number | null;
  /** Empty where the claim is undecided. */
  readonly evidence: readonly EvidenceSet[];
  /** How many sets of the evidence contain another one of them. */
  readonly containing: number;
}

/** How good an annotator is, for those who may know. Plain JSON. */
export interface AnnotatorQuality {
  readonly annotator: string;
  /** Claims that others annotated as well. */
  readonly claims: number;
  /** Share of them on which the annotator says what most others say; `null` where there are none. */
  readonly agreement: number | null;
  /** The same, drawn towards the mean of all where the claims are few; `null` where nobody annotated what others did. */
  readonly quality: number | null;
  /** MACE's probability that the annotator looks at the claim at all; `null` where another method was asked for. */
  readonly competence: number | null;
}

/** The labels and evidence that annotations come to. Plain JSON. */
export interface Aggregation {
  readonly method: AggregationMethod;
  readonly annotators: number;
  /** In the order of the annotated claims. */
  readonly claims: readonly AggregatedClaim[];
  /** A sentence where the model of annotators is not to be trusted; `null` where it may be, and for the majority. */
  readonly caution: string | null;
  /** Decided claims for which the model says something else than the majority, or decides a tie. */
  readonly unlikeMajority: number;
  /** The annotators, by name: for those who lead them, not for one another. */
  readonly quality: readonly AnnotatorQuality[];
}

/** Probabilities that differ by less are a tie: which is greater is a matter of rounding. */
const tieWidth = 1e-9;

/**
 * What annotations of claims come to. An adjudication stands, whatever the votes, unless its label needs evidence and it cites none: that
 * leaves the claim undecided, as does what nobody decides.
 */
export function aggregateClaims(
  claims: readonly AnnotatedClaim[],
  options: AggregationOptions = defaultAggregation,
): Aggregation {
  const names = [...new Set(claims.flatMap(({ annotations }) => [...annotations.keys()]))].sort();
  const numbers = new Map(names.map((name, rater) => [name, rater]));
  const voted = claims.filter(({ annotations }) => annotations.size > 0);
  const ratings: Ratings = {
    labels: labels.length,
    raters: names.length,
    items: voted.map(({ annotations }) =>
      [...annotations].map(([name, { label }]) => ({
        rater: numbers.get(name) ?? 0,
        label: labels.indexOf(label),
      })),
    ),
  };
  const model = modelOf(ratings, options);
  const posteriors = new Map(voted.map((claim, at) => [claim, model?.posteriors[at]]));
  const aggregated = claims.map((claim) => aggregateClaim(claim, posteriors.get(claim), options));
  const quality = measureRaterQuality(ratings);
  return {
    method: options.method,
    annotators: names.length,
    claims: aggregated,
    caution: model === undefined ? null : cautionFor(ratings),
    unlikeMajority: aggregated.filter(
      ({ method, label, majority }) => method !== 'adjudication' && label !== null && label !== majority,
    ).length,
    quality: names.map((annotator, rater) => {
      const { items = 0, agreed = 0, quality: shrunk = null } = quality[rater] ?? {};
      return {
        annotator,
        claims: items,
        agreement: items === 0 ? null : agreed / items,
        quality: shrunk,
        competence: model?.competences?.[rater] ?? null,
      };
    }),
  };
}

interface Model {
  readonly posteriors: readonly (readonly number[])[];
  readonly competences?: readonly number[];
}

function modelOf(ratings: Ratings, { method, seed }: AggregationOptions): Model | undefined {
  if (method === 'majority') return undefined;
  return method === 'mace' ? fitMace(ratings, { ...defaultMace, seed }) : fitDawidSkene(ratings);
}

function aggregateClaim(
  { id, annotations, adjudication }: AnnotatedClaim,
  posterior: readonly number[] | undefined,
  { method, minAnnotations, minConfidence }: AggregationOptions,
): AggregatedClaim {
  const given = [...annotations.values()];
  const counts = countLabels(
    given.map(({ label }) => ({ rater: 0, label: labels.indexOf(label) })),
    labels.length,
  );
  const majority = takeMajority(counts);
  const voted = {
    id,
    votes: Object.fromEntries(labels.flatMap((label, at) => (counts[at] ? [[label, counts[at]]] : []))),
    annotators: given.length,
    majority: majority.winners.length === 1 ? (labels[majority.winners[0] ?? -1] ?? null) : null,
    entropyBits: posterior === undefined ? null : entropyBits(posterior),
  };
  if (adjudication !== undefined) {
    const { label } = adjudication;
    const { sets, containing } = aggregateEvidence([adjudication]);
    const settled = {
      ...voted,
      method: 'adjudication',
      confidence: null,
      evidence: sets,
      containing,
    } as const;
    return lacksEvidence(label, sets)
      ? { ...settled, label: null, undecided: 'without-evidence' }
      : { ...settled, label, undecided: null };
  }
  const greatest = Math.max(0, ...(posterior ?? []));
  const winners =
    posterior === undefined
      ? majority.winners
      : posterior.flatMap((probability, at) => (probability >= greatest - tieWidth ? [at] : []));
  const [first] = winners;
  const label = first === undefined || winners.length > 1 ? null : (labels[first] ?? null);
  const confidence = label === null ? null : posterior === undefined ? majority.share : greatest;
  const { sets, containing } = aggregateEvidence(given.filter((annotation) => annotation.label === label));
  const undecided = whyUndecided(
    { label, confidence, sets, annotators: given.length, isHeard: (counts[first ?? -1] ?? 0) > 0 },
    { minAnnotations, minConfidence },
  );
  return undecided === null
    ? { ...voted, method, label, undecided, confidence, evidence: sets, containing }
    : { ...voted, method, label: null, undecided, confidence, evidence: [], containing: 0 };
}

function whyUndecided(
  found: {
    readonly label: Label | null;
    readonly confidence: number | null;
    readonly sets: readonly EvidenceSet[];
    readonly annotators: number;
    /** Whether somebody gave the label: a model may find that all are wrong. */
    readonly isHeard: boolean;
  },
  limits: Pick<AggregationOptions, 'minAnnotations' | 'minConfidence'>,
): Undecided | null {
  if (found.annotators < limits.minAnnotations) return 'few-annotations';
  if (found.label === null) return 'tie';
  if ((found.confidence ?? 0) < limits.minConfidence) return 'low-confidence';
  if (!found.isHeard) return 'unheard';
  return lacksEvidence(found.label, found.sets) ? 'without-evidence' : null;
}

function lacksEvidence(label: Label, sets: readonly EvidenceSet[]): boolean {
  return sets.length === 0 && label !== 'NOT ENOUGH INFO';
}
