import type { Annotation } from '../../claims/annotation.ts';
import type { ClaimId } from '../../claims/claim.ts';
import { claimIdKey } from '../../claims/claim-id-key.ts';
import { toNfc } from '../../text/normalise.ts';

/** What stands of the annotations of one claim. */
export interface AnnotatedClaim {
  /** As its first annotation spells it. */
  readonly id: ClaimId;
  /** By annotator, in the order in which they first annotated the claim. */
  readonly annotations: ReadonlyMap<string, Annotation>;
  /** The latest adjudication of the claim; `undefined` where there is none. */
  readonly adjudication: Annotation | undefined;
}

/** Journals as they stand. */
export interface StandingAnnotations {
  /** In the order of their first annotation or adjudication. Id 12 and id "12" are one claim. */
  readonly claims: readonly AnnotatedClaim[];
  /** Annotations that the same annotator replaced by a later one. */
  readonly superseded: number;
  /** Adjudications, superseded ones too. They are no annotations: they settle what those disagree about. */
  readonly adjudications: number;
}

/**
 * What stands of annotations that come in the order of files and lines. Of several by one annotator of one claim it is the last one, as a
 * journal only grows; of adjudications, which may be in journals of several people, the one with the latest time. Names of annotators are
 * in Unicode normal form C, so that nobody is two who agree with each other.
 */
export function collectAnnotations(annotations: Iterable<Annotation>): StandingAnnotations {
  const byClaim = new Map<
    string,
    { id: ClaimId; annotations: Map<string, Annotation>; adjudication: Annotation | undefined }
  >();
  let superseded = 0;
  let adjudications = 0;
  for (const record of annotations) {
    const annotator = toNfc(record.annotator);
    const annotation = annotator === record.annotator ? record : { ...record, annotator };
    const key = claimIdKey(annotation.claim);
    const own = byClaim.get(key) ?? { id: annotation.claim, annotations: new Map(), adjudication: undefined };
    byClaim.set(key, own);
    if (annotation.adjudication === true) {
      adjudications += 1;
      if (!isEarlier(annotation, own.adjudication)) own.adjudication = annotation;
      continue;
    }
    if (own.annotations.has(annotator)) superseded += 1;
    own.annotations.set(annotator, annotation);
  }
  return { claims: [...byClaim.values()], superseded, adjudications };
}

function isEarlier(annotation: Annotation, other: Annotation | undefined): boolean {
  return other !== undefined && Date.parse(annotation.at) < Date.parse(other.at);
}
