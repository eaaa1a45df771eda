import type { AnnotationFigures } from './annotations/annotation-figures.ts';
import type { ClaimOnlyFigures } from './claim-only/claim-only-figures.ts';
import type { Leakage } from './leakage.ts';

/** How good a dataset is, as far as it can be measured: what its cards and descriptions tell of it. */
export interface DatasetQuality {
  readonly leakage: Leakage;
  /** `undefined` where the dataset has no journals of annotators. */
  readonly annotations: AnnotationFigures | undefined;
  readonly claimOnly: ClaimOnlyFigures;
}
