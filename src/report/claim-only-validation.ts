import type { ClaimOnlyFigures, MeasuredClaimOnly } from '../stats/claim-only/claim-only-figures.ts';
import { type CrossValidation, crossValidate } from '../stats/claim-only/cross-validate.ts';
import { measureClaimOnly } from '../stats/claim-only/measure-claim-only.ts';
import type { ReportInput } from './report-input.ts';

/** What classifiers say of the claims of a report that they did not learn from. */
export const claimOnlyValidation = once<CrossValidation>((input) =>
  crossValidate(claimsOf(input), claimOnlyOptions(input)),
);

/** How good these classifiers are. */
export const claimOnlyFigures = once<ClaimOnlyFigures>((input) =>
  measureClaimOnly(claimsOf(input), claimOnlyOptions(input), claimOnlyValidation(input)),
);

/** Whether classifiers guess more labels than always saying the commonest would, by more than chance. */
export function isGuessable({ gain }: MeasuredClaimOnly): boolean {
  return gain.interval === null ? gain.value > 0 : gain.interval.low > 0;
}

/** How sections have classifiers guess labels from claims alone. */
export function claimOnlyOptions({ config, resampling }: ReportInput) {
  return { nearDuplicate: config.split.nearDuplicate, resampling };
}

/** The claims of a report without their splits. */
export function claimsOf({ claims }: ReportInput) {
  return claims.map(({ claim }) => claim);
}

/** What is measured once for all sections of a report. */
function once<Measured>(measure: (input: ReportInput) => Measured): (input: ReportInput) => Measured {
  const known = new WeakMap<ReportInput, Measured>();
  return (input) => {
    const measured = known.get(input) ?? measure(input);
    known.set(input, measured);
    return measured;
  };
}
