import { type CrossValidation, crossValidate } from '../stats/claim-only/cross-validate.ts';
import type { ReportInput } from './report-input.ts';

const known = new WeakMap<ReportInput, CrossValidation>();

/** What classifiers say of the claims of a report that they did not learn from: made once for all sections of it. */
export function claimOnlyValidation(input: ReportInput): CrossValidation {
  const validated = known.get(input) ?? crossValidate(claimsOf(input), claimOnlyOptions(input));
  known.set(input, validated);
  return validated;
}

/** How sections have classifiers guess labels from claims alone. */
export function claimOnlyOptions({ config, resampling }: ReportInput) {
  return { nearDuplicate: config.split.nearDuplicate, resampling };
}

/** The claims of a report without their splits. */
export function claimsOf({ claims }: ReportInput) {
  return claims.map(({ claim }) => claim);
}
