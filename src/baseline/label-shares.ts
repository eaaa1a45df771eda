import { compareLabels } from '../claims/label-order.ts';
import type { LabelledClaim } from './baseline.ts';

/** The share of each label among claims, in the order of labels. */
export function labelSharesOf(claims: readonly LabelledClaim[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { label } of claims) counts.set(label, (counts.get(label) ?? 0) + 1);
  return new Map(
    [...counts]
      .sort(([a], [b]) => compareLabels(a, b))
      .map(([label, count]): [string, number] => [label, count / claims.length]),
  );
}

/** The label with the highest share, the first of several; an empty text where there is none. */
export function likeliestLabel(shares: ReadonlyMap<string, number>): string {
  let likeliest = '';
  let most = -1;
  for (const [label, share] of shares) {
    if (share > most) [likeliest, most] = [label, share];
  }
  return likeliest;
}
