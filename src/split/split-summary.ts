import type { Claim } from '../claims/claim.ts';
import { type Label, labels } from '../claims/label.ts';
import type { ClaimDates } from './claim-dates.ts';
import type { Pin } from './placed-component.ts';

/** One split of the policy, wanted and realised. */
export interface SplitSummary {
  readonly split: string;
  /** Wanted share of the claims. */
  readonly ratio: number;
  readonly claims: number;
  readonly labels: Readonly<Record<Label, number>>;
  /** Claims that had to be here: by the lock or by their own `split`. */
  readonly pinned: number;
  /** Only of a split by date. */
  readonly dates?: DateRange;
}

/** From when to when claims are dated. */
export interface DateRange {
  /** As the claim has it that is first, and last; absent where none has a date. */
  readonly first?: string;
  readonly last?: string;
  readonly undated: number;
}

/** The dates of claims and the key that they stand under. */
export interface KeyedDates extends ClaimDates {
  readonly key: string;
}

/** The splits in the order of the ratios. `splitOf` and `pins` are by position of the claim. */
export function summariseSplits(
  claims: readonly Claim[],
  ratios: Readonly<Record<string, number>>,
  splitOf: readonly string[],
  pins: readonly (Pin | undefined)[],
  dates?: KeyedDates,
): SplitSummary[] {
  return Object.entries(ratios).map(([split, ratio]) => {
    const members = [...claims.keys()].filter((at) => splitOf[at] === split);
    const count = (label: Label) => members.filter((at) => claims[at]?.label === label).length;
    return {
      split,
      ratio,
      claims: members.length,
      labels: Object.fromEntries(labels.map((label) => [label, count(label)])) as Record<Label, number>,
      pinned: members.filter((at) => pins[at] !== undefined).length,
      ...(dates !== undefined && { dates: rangeOf(members, claims, dates) }),
    };
  });
}

function rangeOf(
  members: readonly number[],
  claims: readonly Claim[],
  { key, times }: KeyedDates,
): DateRange {
  const dated = members
    .flatMap((at) => {
      const time = times[at];
      return time === undefined ? [] : [{ time, text: String(claims[at]?.[key]) }];
    })
    .sort((a, b) => a.time - b.time || (a.text < b.text ? -1 : 1));
  const [first, last] = [dated[0]?.text, dated.at(-1)?.text];
  return {
    ...(first !== undefined && { first }),
    ...(last !== undefined && { last }),
    undated: members.length - dated.length,
  };
}
