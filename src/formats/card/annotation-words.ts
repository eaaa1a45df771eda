import { countWords, formatNumber } from '../../reporters/count-words.ts';
import type { AnnotationFigures } from '../../stats/annotations/annotation-figures.ts';

/** How far annotators agree, in sentences. */
export function agreementWords({ agreement }: AnnotationFigures): string {
  const { alpha, observedDisagreement, units } = agreement;
  if (units === 0) return 'No claim was annotated twice: how far annotators agree is not known.';
  const agreed = `On ${countWords(units, 'claim')} with two or more annotations the annotators gave the same label in ${((1 - observedDisagreement) * 100).toFixed(1)} % of the pairs`;
  return alpha === undefined
    ? `${agreed}, all of them the same.`
    : `${agreed}; Krippendorff's alpha (nominal) is ${alpha.toFixed(3)}.`;
}

/** How many annotations claims have, such as `2 to 3 a claim, 2.35 on average`, or `2 a claim` where all have as many. */
export function perClaimWords(
  { min, mean, max }: AnnotationFigures['perClaim'],
  unit: '' | ' a claim',
): string {
  return min === max ? `${min}${unit}` : `${min} to ${max}${unit}, ${mean.toFixed(2)} on average`;
}

/** How many annotators there were, and how many a claim, in sentences; `all` is the number of claims of the dataset. */
export function annotatorWords(figures: AnnotationFigures, all: number): string {
  const { annotators, claims, annotations, adjudications, perClaim, medianSeconds } = figures;
  return [
    `${countWords(annotators, 'annotator')} made ${countWords(annotations, 'annotation')} of ${formatNumber(claims)} of the ${countWords(all, 'claim')}: ${perClaimWords(perClaim, ' a claim')}.`,
    ...(adjudications > 0 ? [`${formatNumber(adjudications)} were settled by adjudication.`] : []),
    ...(medianSeconds === undefined ? [] : [`The median annotation took ${medianSeconds} seconds.`]),
  ].join(' ');
}
