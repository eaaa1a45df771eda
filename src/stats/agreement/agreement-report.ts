import type { Annotation } from '../../claims/annotation.ts';
import { labels } from '../../claims/label.ts';
import { toNfc } from '../../text/normalise.ts';
import { plural } from '../../text/plural.ts';
import { collectAnnotations } from '../annotations/standing-annotations.ts';
import type { Resampling } from '../resampling/resampling.ts';
import { measureWeeks, type WeekAgreement } from './agreement-by-week.ts';
import type { MeasuredCoefficient } from './coefficient.ts';
import { type EvidenceAgreement, measureEvidenceAgreement } from './evidence-agreement.ts';
import {
  type AgreementFigureId,
  agreementFigureTitles,
  type LabelAgreement,
  measureLabelAgreement,
} from './label-agreement.ts';

/** How far annotators agree on labels and evidence. Plain JSON. */
export interface AgreementReport {
  /** What was asked for. */
  readonly restriction: AgreementRestriction;
  /** How the intervals came about; `null` where none were asked for. */
  readonly resampling: Resampling | null;
  /** Records that the restriction leaves out, with how many there are. */
  readonly leftOut: readonly RestrictedRecords[];
  readonly labels: LabelAgreement;
  readonly evidence: EvidenceAgreement;
  /** Of the labels; `null` where they were not asked for. */
  readonly weeks: readonly WeekAgreement[] | null;
}

/** Which annotations count. Adjudications count by their day, whoever made them. */
export interface AgreementRestriction {
  /** Of these annotators; `null` for all. */
  readonly annotators: readonly string[] | null;
  /** The first day, YYYY-MM-DD, by the day that an annotation says; `null` for all days before. */
  readonly since: string | null;
  /** The last day. */
  readonly until: string | null;
}

export interface RestrictedRecords {
  readonly id: 'otherAnnotators' | 'otherDays';
  readonly count: number;
  /** To follow the number: `annotations by other annotators`. */
  readonly about: string;
}

export interface AgreementRequest {
  readonly restriction: AgreementRestriction;
  /** `undefined` for figures without intervals. */
  readonly resampling: Resampling | undefined;
  readonly hasWeeks: boolean;
}

/**
 * Measures annotations in the order in which they were made. Those that the restriction leaves out count as never made: they replace
 * no others.
 *
 * @throws UsageError for resampling options out of range
 */
export function measureAgreementReport(
  annotations: Iterable<Annotation>,
  { restriction, resampling, hasWeeks }: AgreementRequest,
): AgreementReport {
  const { annotators, since, until } = restriction;
  const wanted = annotators === null ? undefined : new Set(annotators.map(toNfc));
  let [others, otherDays] = [0, 0];
  const counting = function* (): Generator<Annotation> {
    for (const annotation of annotations) {
      const day = annotation.at.slice(0, 10);
      if ((since !== null && day < since) || (until !== null && day > until)) otherDays += 1;
      else if (annotation.adjudication === true || wanted?.has(toNfc(annotation.annotator)) !== false)
        yield annotation;
      else others += 1;
    }
  };
  const standing = collectAnnotations(counting());
  const leftOut: readonly RestrictedRecords[] = [
    { id: 'otherDays', count: otherDays, about: `${plural('record', otherDays)} of other days` },
    { id: 'otherAnnotators', count: others, about: `${plural('annotation', others)} by other annotators` },
  ];
  return {
    restriction,
    resampling: resampling ?? null,
    leftOut: leftOut.filter(({ count }) => count > 0),
    labels: measureLabelAgreement(standing, resampling),
    evidence: measureEvidenceAgreement(standing.claims, resampling),
    weeks: hasWeeks ? measureWeeks(standing.claims, resampling) : null,
  };
}

/** A figure that can be asked to be good enough. */
export interface NamedFigure {
  readonly id: string;
  readonly title: string;
  readonly of: (report: AgreementReport) => MeasuredCoefficient | undefined;
}

/** The figures of evidence, in the order in which they are printed. */
export const evidenceFigures: readonly NamedFigure[] = [
  { id: 'evidenceStrict', title: 'A set in common', of: ({ evidence }) => evidence.strict },
  { id: 'evidenceLenient', title: 'A set within a set', of: ({ evidence }) => evidence.lenient },
  { id: 'evidenceBestMatch', title: 'F1 of the sets most alike', of: ({ evidence }) => evidence.bestMatch },
  { id: 'evidenceF1', title: 'F1 of evidence, pooled', of: ({ evidence }) => evidence.pooledF1 },
  { id: 'evidenceJaccard', title: 'Alpha with Jaccard', of: ({ evidence }) => evidence.alpha.jaccard },
  { id: 'evidenceMasi', title: 'Alpha with MASI', of: ({ evidence }) => evidence.alpha.masi },
];

/** All figures by the names under which `--fail-under` knows them. */
export const namedFigures: readonly NamedFigure[] = [
  ...(Object.keys(agreementFigureTitles) as AgreementFigureId[]).map(
    (id): NamedFigure => ({
      id,
      title: agreementFigureTitles[id],
      of: (report) => report.labels.figures.find((figure) => figure.id === id),
    }),
  ),
  ...labels.map(
    (label): NamedFigure => ({
      id: `alpha:${label}`,
      title: `Krippendorff's alpha of ${label}`,
      of: (report) => report.labels.perLabel.find((figure) => figure.label === label)?.alpha,
    }),
  ),
  ...evidenceFigures,
];
