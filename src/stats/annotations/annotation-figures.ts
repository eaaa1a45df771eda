import type { Annotation } from '../../claims/annotation.ts';
import { countLabels } from '../agreement/count-labels.ts';
import { type Agreement, measureAgreement } from '../agreement/krippendorff.ts';
import { collectAnnotations } from './standing-annotations.ts';

/** What annotators did, in numbers. Adjudications are no annotations: they settle what those disagree about. */
export interface AnnotationFigures {
  readonly annotators: number;
  /** Claims that somebody annotated. */
  readonly claims: number;
  /** What stands: of several annotations of a claim by one annotator the last. */
  readonly annotations: number;
  readonly adjudications: number;
  /** Annotators a claim: 0 for all three where nobody annotated. */
  readonly perClaim: { readonly min: number; readonly mean: number; readonly max: number };
  /** Of the labels. */
  readonly agreement: Agreement;
  /** Median time of an annotation in seconds; `undefined` where no annotation says how long it took. */
  readonly medianSeconds: number | undefined;
  /** The first and last day, YYYY-MM-DD as the annotations spell it; `undefined` where there are none. */
  readonly days: { readonly first: string; readonly last: string } | undefined;
}

/** The figures of annotations in the order in which they were made. */
export function measureAnnotations(annotations: Iterable<Annotation>): AnnotationFigures {
  let [first, last]: (string | undefined)[] = [];
  const seen = function* (): Generator<Annotation> {
    for (const annotation of annotations) {
      const day = annotation.at.slice(0, 10);
      if (first === undefined || day < first) first = day;
      if (last === undefined || day > last) last = day;
      yield annotation;
    }
  };
  const { claims, adjudications } = collectAnnotations(seen());
  const all = claims.map((claim) => claim.annotations).filter(({ size }) => size > 0);
  const annotators = new Set(all.flatMap((own) => [...own.keys()]));
  const sizes = all.map(({ size }) => size);
  const sum = sizes.reduce((total, size) => total + size, 0);
  const seconds = all
    .flatMap((own) => [...own.values()].flatMap((annotation) => annotation.seconds ?? []))
    .sort((a, b) => a - b);
  return {
    annotators: annotators.size,
    claims: all.length,
    annotations: sum,
    adjudications,
    perClaim: {
      min: sizes.reduce((least, size) => Math.min(least, size), sizes[0] ?? 0),
      mean: all.length === 0 ? 0 : sum / all.length,
      max: sizes.reduce((most, size) => Math.max(most, size), 0),
    },
    agreement: measureAgreement(all.map(countLabels)),
    medianSeconds: medianOf(seconds),
    days: first === undefined || last === undefined ? undefined : { first, last },
  };
}

/** The median of sorted numbers. */
function medianOf(sorted: readonly number[]): number | undefined {
  const [low, high] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.floor(sorted.length / 2)]];
  return low === undefined || high === undefined ? undefined : (low + high) / 2;
}
