import type { Claim, ClaimId } from '../claims/claim.ts';
import { type Label, labels } from '../claims/label.ts';
import { type ChangedSetting, changedSettings } from './changed-settings.ts';
import type { SplitPolicy } from './policy.ts';
import type { SplitResult } from './split-claims.ts';
import type { SplitLock } from './split-lock.ts';

/** What has become of splits since they were locked. */
export interface SplitDrift {
  /** Settings that are not those of the lock. */
  readonly settings: readonly ChangedSetting[];
  /** Claims that the lock lacks, in the order of the claims. */
  readonly added: readonly ClaimId[];
  /** Claims of the lock that are no longer there, in its order. */
  readonly gone: readonly ClaimId[];
  /** Claims of the lock that are still there. */
  readonly kept: number;
  /** The splits of the ratios, then others that the lock names. */
  readonly splits: readonly DriftedSplit[];
  /** All claims, whatever their split. */
  readonly labels: LabelDrift;
  /** What splitting anew would move of the claims that are locked. */
  readonly relock: { readonly moved: number; readonly moves: readonly Move[] };
}

/** Claims that would go from one split to another. */
export interface Move {
  readonly from: string;
  readonly to: string;
  readonly claims: number;
}

/** A split then and now. */
export interface DriftedSplit {
  readonly split: string;
  /** Wanted share; `null` where the settings of the time have no such split. */
  readonly ratioLocked: number | null;
  readonly ratio: number | null;
  /** Claims of the lock, those that are gone too, and their share of all that are locked. */
  readonly claimsLocked: number;
  readonly shareLocked: number | null;
  readonly claims: number;
  readonly share: number | null;
  readonly labels: LabelDrift;
  /** How far the labels of the split are from those of all claims now: total variation distance. */
  readonly skew: number | null;
}

/** Labels of the claims that were locked and are still there, and of all. What claims were labelled when they were locked, the lock does not know. */
export interface LabelDrift {
  readonly locked: Readonly<Record<Label, number>>;
  readonly now: Readonly<Record<Label, number>>;
  /** Total variation distance of the two, half the sum of the differences of the shares: 0 to 1; `null` where one has no claims. */
  readonly variation: number | null;
}

/** A division of claims and what it is compared with. */
export interface DriftRequest {
  readonly claims: readonly Claim[];
  readonly lock: SplitLock;
  readonly policy: SplitPolicy;
  /** With the lock. */
  readonly result: SplitResult;
  /** Without it. */
  readonly anew: SplitResult;
}

/** How far splits have gone from what they were when they were locked, and from what they would be without the lock. */
export function measureDrift({ claims, lock, policy, result, anew }: DriftRequest): SplitDrift {
  const ids = new Set(claims.map(({ id }) => id));
  const kept = claims.filter(({ id }) => lock.splits.has(id));
  const names = [...new Set([...Object.keys(policy.ratios), ...lock.splits.values()])];
  const all = countLabels(claims);
  return {
    settings: changedSettings(lock.policy, policy),
    added: claims.filter(({ id }) => !lock.splits.has(id)).map(({ id }) => id),
    gone: [...lock.splits.keys()].filter((id) => !ids.has(id)),
    kept: kept.length,
    splits: names.map((split) => {
      const members = claims.filter(({ id }) => result.assignments.get(id) === split);
      const claimsLocked = [...lock.splits.values()].filter((name) => name === split).length;
      const drift = driftOf(
        kept.filter(({ id }) => lock.splits.get(id) === split),
        members,
      );
      return {
        split,
        ratioLocked: ratioOf(lock.policy, split),
        ratio: ratioOf(policy, split),
        claimsLocked,
        shareLocked: share(claimsLocked, lock.splits.size),
        claims: members.length,
        share: share(members.length, claims.length),
        labels: drift,
        skew: variationOf(drift.now, all),
      };
    }),
    labels: driftOf(kept, claims),
    relock: movesOf(kept, lock, anew),
  };
}

function ratioOf({ ratios }: SplitPolicy, split: string): number | null {
  return Object.hasOwn(ratios, split) ? (ratios[split] ?? null) : null;
}

function movesOf(kept: readonly Claim[], lock: SplitLock, anew: SplitResult): SplitDrift['relock'] {
  const moves = new Map<string, { from: string; to: string; claims: number }>();
  for (const { id } of kept) {
    const [from, to] = [lock.splits.get(id) ?? '', anew.assignments.get(id) ?? ''];
    if (from === to) continue;
    const move = moves.get(`${from} ${to}`) ?? { from, to, claims: 0 };
    move.claims += 1;
    moves.set(`${from} ${to}`, move);
  }
  const sorted = [...moves.values()].sort((a, b) => b.claims - a.claims);
  return { moved: sorted.reduce((sum, { claims }) => sum + claims, 0), moves: sorted };
}

function driftOf(locked: readonly Claim[], now: readonly Claim[]): LabelDrift {
  const counts = { locked: countLabels(locked), now: countLabels(now) };
  return { ...counts, variation: variationOf(counts.locked, counts.now) };
}

function countLabels(claims: readonly Claim[]): Record<Label, number> {
  const counts = Object.fromEntries(labels.map((label) => [label, 0])) as Record<Label, number>;
  for (const { label } of claims) counts[label] += 1;
  return counts;
}

function variationOf(
  one: Readonly<Record<Label, number>>,
  other: Readonly<Record<Label, number>>,
): number | null {
  const [a, b] = [one, other].map((counts) => labels.reduce((sum, label) => sum + counts[label], 0));
  if (!a || !b) return null;
  return labels.reduce((sum, label) => sum + Math.abs(one[label] / a - other[label] / b), 0) / 2;
}

function share(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole;
}
