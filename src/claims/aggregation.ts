import { valueAt } from '../text/json-pointer.ts';

/** How several annotations become one label. */
export const aggregationMethods = ['majority', 'dawid-skene', 'mace'] as const;

export type AggregationMethod = (typeof aggregationMethods)[number];

/** What decided the label of a claim. */
export type LabelSource = AggregationMethod | 'adjudication';

/** Key of a claim under which it says how its label and evidence came about. */
export const aggregationKey = 'aggregation';

/** What a claim says that decided its label; `undefined` where it says nothing, or nothing that claimset writes. */
export function labelSourceOf(claim: unknown): LabelSource | undefined {
  const found = valueAt(claim, [aggregationKey, 'method']);
  return sources.find((source) => source === found);
}

const sources: readonly LabelSource[] = [...aggregationMethods, 'adjudication'];
