import { compareLabels } from '../../claims/label-order.ts';
import type { OpenClaim } from '../../claims/open-claim.ts';
import { hashText } from '../../text/hash.ts';

/** Claims of which each label has as many. */
export interface BalancedSample {
  /** Positions of the claims that stay, ascending. */
  readonly kept: readonly number[];
  /** How many of each label stay, in the order of labels. */
  readonly labels: readonly { readonly label: string; readonly kept: number; readonly dropped: number }[];
  /** Claims without a label: they are dropped. */
  readonly unlabelled: number;
}

/**
 * As many claims of each label as the rarest label has, drawn without replacement. Labels that no claim has do not count.
 *
 * Which claims stay depends on the seed and on each claim's id and text, not on the order of the claims: of each label those with the
 * lowest hash stay. So with a new claim at most one of each label changes. Claims are drawn one by one, not with all that hangs
 * together: leaving a claim out makes no leak, and whole groups could hardly be balanced.
 */
export function drawBalanced(claims: readonly OpenClaim[], seed: number): BalancedSample {
  const byLabel = new Map<string, { readonly at: number; readonly key: string; readonly hash: number }[]>();
  let unlabelled = 0;
  for (const [at, { id, claim, label }] of claims.entries()) {
    if (label === undefined) {
      unlabelled += 1;
      continue;
    }
    const key = `${JSON.stringify(id)} ${claim}`;
    const members = byLabel.get(label) ?? [];
    members.push({ at, key, hash: mixed(hashText(key, seed)) });
    byLabel.set(label, members);
  }
  const least = [...byLabel.values()].reduce((fewest, { length }) => Math.min(fewest, length), claims.length);
  const kept: number[] = [];
  for (const members of byLabel.values()) {
    members.sort((a, b) => a.hash - b.hash || (a.key < b.key ? -1 : a.key > b.key ? 1 : a.at - b.at));
    for (const { at } of members.slice(0, least)) kept.push(at);
  }
  return {
    kept: kept.sort((a, b) => a - b),
    labels: [...byLabel]
      .sort(([a], [b]) => compareLabels(a, b))
      .map(([label, { length }]) => ({ label, kept: least, dropped: length - least })),
    unlabelled,
  };
}

/** The bits of a hash stirred: FNV's upper bits hardly change with the last letters of an id. */
function mixed(hash: number): number {
  let bits = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return (bits ^ (bits >>> 16)) >>> 0;
}
