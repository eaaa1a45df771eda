import type { Annotation } from '../../claims/annotation.ts';
import type { AnnotatedClaim } from '../annotations/standing-annotations.ts';
import { OutcomeTable } from '../resampling/outcome-table.ts';
import type { Resampling } from '../resampling/resampling.ts';
import { type CitedEvidence, citedEvidence, countShared } from './cited-evidence.ts';
import type { MeasuredCoefficient } from './coefficient.ts';
import { scoreAgainstGold } from './evidence-oracle.ts';
import { matchEvidence } from './match-evidence.ts';
import { measureRatios, type Ratio } from './ratio-figures.ts';
import { measureSetAlpha } from './set-alpha.ts';
import { jaccardDistance, masiDistance } from './set-distance.ts';

/** Annotations that were not compared. */
export interface LeftOutEvidence {
  readonly id: 'not-enough-info' | 'without-evidence' | 'alone';
  /** What they are, for a person: `NOT ENOUGH INFO without evidence`. */
  readonly what: string;
  readonly annotations: number;
}

/** How many pairs of annotations of one claim have the same label. */
export interface SameLabels {
  readonly pairs: number;
  /** Share of the pairs. */
  readonly same: MeasuredCoefficient;
}

/** How far annotators cite the same evidence. Plain JSON. */
export interface EvidenceAgreement {
  /** Claims for which two or more annotators cite evidence, the only ones that count here. */
  readonly claims: number;
  readonly annotations: number;
  readonly annotators: number;
  /** Pairs of annotations of the same claim. */
  readonly pairs: number;
  /** Share of the pairs in which a set of the one is a set of the other. */
  readonly strict: MeasuredCoefficient;
  /** Share of the pairs in which a set of the one contains a set of the other. */
  readonly lenient: MeasuredCoefficient;
  /** Mean over the pairs of the F1 of each set with the set of the other annotator that is most like it, both ways. */
  readonly bestMatch: MeasuredCoefficient;
  /** F1 of evidence ids, all sets of an annotator taken together, over all pairs at once. */
  readonly pooledF1: MeasuredCoefficient;
  /** Krippendorff's alpha; the value of an annotator is all ids of his or her sets together. */
  readonly alpha: { readonly jaccard: MeasuredCoefficient; readonly masi: MeasuredCoefficient };
  /** Whether labels are confused over the same evidence, or other evidence was found. */
  readonly labels: {
    /** Pairs that cite an id in common. */
    readonly overlapping: SameLabels;
    /** Pairs that cite evidence, with no id in common. */
    readonly disjoint: SameLabels;
    /** Pairs of which only one cites evidence. */
    readonly oneWithout: SameLabels;
  };
  /** Annotations against the adjudication of their claim by somebody else, all ids together: means over the annotations. */
  readonly adjudicated: {
    readonly claims: number;
    readonly annotations: number;
    readonly precision: MeasuredCoefficient;
    readonly recall: MeasuredCoefficient;
  };
  /** Without those that are none. */
  readonly leftOut: readonly LeftOutEvidence[];
  /** Sentences on what was not measured, and why. */
  readonly remarks: readonly string[];
}

/**
 * How far the annotators of claims cite the same evidence. The cost is that of the pairs of annotations of one claim; for alpha, see
 * {@link measureSetAlpha}.
 *
 * @param resampling `undefined` for figures without intervals
 */
export function measureEvidenceAgreement(
  claims: readonly AnnotatedClaim[],
  resampling: Resampling | undefined,
): EvidenceAgreement {
  const pairs = new OutcomeTable(pairParts.length);
  const adjudicated = new OutcomeTable(adjudicatedParts.length);
  const annotators = new Set<string>();
  const units: (readonly ReadonlySet<string>[])[] = [];
  const leftOut = { 'not-enough-info': 0, 'without-evidence': 0, alone: 0 };
  let annotations = 0;
  for (const claim of claims) {
    const cited = [...claim.annotations].map(([annotator, { label, evidence }]) => ({
      annotator,
      label,
      evidence: citedEvidence(evidence),
    }));
    const settled = claim.adjudication;
    const judged = cited.filter(({ annotator }) => annotator !== settled?.annotator);
    if (settled !== undefined && judged.length > 0)
      adjudicated.add(adjudicatedOutcome(judged, citedEvidence(settled.evidence)));
    for (const { label, evidence } of cited) {
      if (evidence.ids.size > 0) continue;
      leftOut[label === 'NOT ENOUGH INFO' ? 'not-enough-info' : 'without-evidence'] += 1;
    }
    if (cited.length > 1) pairs.add(pairOutcome(cited));
    const compared = cited.filter(({ evidence }) => evidence.ids.size > 0);
    if (compared.length === 1) leftOut.alone += 1;
    if (compared.length < 2) continue;
    annotations += compared.length;
    for (const { annotator } of compared) annotators.add(annotator);
    units.push(compared.map(({ evidence }) => evidence.ids));
  }
  const total = (part: PairPart): number => pairs.totals[pairParts.indexOf(part)] ?? 0;
  const agreed = { resampling, reason: 'No claim has two annotations with evidence.' };
  const same = { resampling, reason: 'There are no such pairs.' };
  const labels = measureRatios(pairs, pairParts, sameLabels, same);
  const alpha = measureSetAlpha(units, { jaccard: jaccardDistance, masi: masiDistance }, resampling);
  return {
    claims: units.length,
    annotations,
    annotators: annotators.size,
    pairs: total('pairs'),
    ...measureRatios(pairs, pairParts, agreements, agreed),
    alpha: alpha.figures,
    labels: {
      overlapping: { pairs: total('overlapping'), same: labels.overlapping },
      disjoint: { pairs: total('disjoint'), same: labels.disjoint },
      oneWithout: { pairs: total('oneWithout'), same: labels.oneWithout },
    },
    adjudicated: {
      claims: adjudicated.claims,
      annotations: adjudicated.totals[0] ?? 0,
      ...measureRatios(adjudicated, adjudicatedParts, oracle, {
        resampling,
        reason: 'No claim has both an adjudication and an annotation by somebody else.',
      }),
    },
    leftOut: leftOutKinds
      .map(({ id, what }) => ({ id, what, annotations: leftOut[id] }))
      .filter((kind) => kind.annotations > 0),
    remarks: alpha.remarks,
  };
}

const leftOutKinds: readonly Pick<LeftOutEvidence, 'id' | 'what'>[] = [
  { id: 'not-enough-info', what: 'NOT ENOUGH INFO without evidence' },
  { id: 'without-evidence', what: 'SUPPORTS or REFUTES without evidence' },
  { id: 'alone', what: 'the only one of its claim with evidence' },
];

/** What is summed up over the pairs of annotations of a claim. */
const pairParts = [
  'pairs',
  'strict',
  'lenient',
  'bestMatch',
  'twiceShared',
  'cited',
  'overlapping',
  'overlappingSame',
  'disjoint',
  'disjointSame',
  'oneWithout',
  'oneWithoutSame',
] as const;
type PairPart = (typeof pairParts)[number];

const agreements = {
  strict: ['strict', 'pairs'],
  lenient: ['lenient', 'pairs'],
  bestMatch: ['bestMatch', 'pairs'],
  pooledF1: ['twiceShared', 'cited'],
} satisfies Record<string, Ratio<PairPart>>;

const sameLabels = {
  overlapping: ['overlappingSame', 'overlapping'],
  disjoint: ['disjointSame', 'disjoint'],
  oneWithout: ['oneWithoutSame', 'oneWithout'],
} satisfies Record<string, Ratio<PairPart>>;

const adjudicatedParts = ['annotations', 'precision', 'recall'] as const;

const oracle = {
  precision: ['precision', 'annotations'],
  recall: ['recall', 'annotations'],
} satisfies Record<string, Ratio<(typeof adjudicatedParts)[number]>>;

/** What one annotator says of a claim. */
interface Cited {
  readonly label: Annotation['label'];
  readonly evidence: CitedEvidence;
}

function pairOutcome(cited: readonly Cited[]): number[] {
  const sums = Object.fromEntries(pairParts.map((part) => [part, 0])) as Record<PairPart, number>;
  for (const [at, one] of cited.entries()) {
    for (const other of cited.slice(at + 1)) {
      const [a, b] = [one.evidence, other.evidence];
      const isSame = Number(one.label === other.label);
      if (a.ids.size === 0 || b.ids.size === 0) {
        if (a.ids.size === b.ids.size) continue;
        sums.oneWithout += 1;
        sums.oneWithoutSame += isSame;
        continue;
      }
      const shared = countShared(a.ids, b.ids);
      sums.pairs += 1;
      sums.twiceShared += 2 * shared;
      sums.cited += a.ids.size + b.ids.size;
      sums[shared > 0 ? 'overlapping' : 'disjoint'] += 1;
      sums[shared > 0 ? 'overlappingSame' : 'disjointSame'] += isSame;
      if (shared === 0) continue;
      const match = matchEvidence(a, b);
      sums.strict += Number(match.isStrict);
      sums.lenient += Number(match.isLenient);
      sums.bestMatch += match.bestMatch;
    }
  }
  return pairParts.map((part) => sums[part]);
}

function adjudicatedOutcome(cited: readonly Cited[], gold: CitedEvidence): number[] {
  const scores = cited.map(({ evidence }) => scoreAgainstGold(evidence, gold));
  return [
    cited.length,
    scores.reduce((sum, { precision }) => sum + precision, 0),
    scores.reduce((sum, { recall }) => sum + recall, 0),
  ];
}
