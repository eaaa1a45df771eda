import type { CartographyFigures } from '../claim-only/cartography-figures.ts';
import type { ClaimOnlyFigures } from '../claim-only/claim-only-figures.ts';
import type { LabelErrorFigures } from '../claim-only/label-error-figures.ts';
import type { Artefacts } from './artefacts.ts';

/** All that is told of what a dataset gives away without evidence. Plain data. */
export interface BiasFigures extends Artefacts {
  readonly claimOnly: ClaimOnlyFigures;
  readonly cartography: CartographyFigures;
  readonly labelErrors: LabelErrorFigures;
}
