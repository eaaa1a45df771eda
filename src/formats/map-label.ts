import type { Label } from '../claims/label.ts';
import type { OpenClaim } from '../claims/open-claim.ts';

/** What labels of another dataset are to become. */
export type LabelMap = ReadonlyMap<string, Label>;

/** The claim with the label that the map has for its own; the claim itself where it has none. */
export function mapLabel(claim: OpenClaim, labelOf: LabelMap): OpenClaim {
  const label = claim.label === undefined ? undefined : labelOf.get(claim.label);
  return label === undefined ? claim : { ...claim, label };
}
