import { compareLabels } from '../../claims/label-order.ts';
import type { OpenClaim } from '../../claims/open-claim.ts';

/** Labels that are told apart; with free texts as labels there would be as many as claims. */
const maxLabels = 30;

/**
 * The labels that claims have, in the order that does not depend on which came first. Of more than thirty the commonest: claims with
 * another one are left out as those without any are.
 */
export function labelsOf(claims: Iterable<Pick<OpenClaim, 'label'>>): string[] {
  const counts = new Map<string, number>();
  for (const { label } of claims) if (label !== undefined) counts.set(label, (counts.get(label) ?? 0) + 1);
  return commonestLabels(counts);
}

/** As {@link labelsOf}, of claims that were counted by label. */
export function commonestLabels(counts: ReadonlyMap<string, number>): string[] {
  return [...counts]
    .sort(([a, countA], [b, countB]) => countB - countA || compareLabels(a, b))
    .slice(0, maxLabels)
    .map(([label]) => label)
    .sort(compareLabels);
}
