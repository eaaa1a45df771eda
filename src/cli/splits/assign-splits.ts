import { join } from 'node:path';
import type { Claim } from '../../claims/claim.ts';
import { defaultGroupBy, type GroupKind } from '../../claims/group-kind.ts';
import type { StratumKind } from '../../claims/stratum-kind.ts';
import { kindOfPath, readText } from '../../io/files.ts';
import { policyOf, type SplitPolicy } from '../../split/policy.ts';
import { type SplitResult, splitClaims } from '../../split/split-claims.ts';
import { parseSplitLock, printSplitLock, type SplitLock, updateSplitLock } from '../../split/split-lock.ts';
import { measureFurtherLeakage } from '../../stats/group-leakage.ts';
import type { GroupLookup } from '../../stats/group-links.ts';
import { measureLeakage } from '../../stats/leakage.ts';
import type { CommandIo } from '../command-io.ts';
import type { LoadedDataset } from '../dataset/load-dataset.ts';
import { lockName } from '../dataset/lock-name.ts';
import { groupLookupOf } from './group-lookup.ts';
import { type AuditedSplits, countGroupedLeaks } from './leak-counts.ts';

/** What goes before the configuration and the lock file. */
export interface SplitRequest {
  readonly ratios?: Readonly<Record<string, number>> | undefined;
  readonly seed?: number | undefined;
  readonly groupBy?: readonly GroupKind[] | undefined;
  readonly stratifyBy?: readonly StratumKind[] | undefined;
  /** Key of the claims; empty for none. */
  readonly date?: string | undefined;
  /** Forget where claims were before. */
  readonly relock?: boolean | undefined;
}

/** The splits of a dataset, audited. */
export interface AssignedSplits extends AuditedSplits {
  readonly policy: SplitPolicy;
  readonly result: SplitResult;
  /** The lock that was heeded; absent where there is none, or it is to be forgotten. */
  readonly lock?: SplitLock;
  readonly lookup: GroupLookup;
  readonly lockPath: string;
  readonly lockText: string;
  /** What `lockText` adds to the lock file that is there, a sentence; absent where it says the same. */
  readonly lockChange?: string;
}

/** Whether the splits may be written: nothing leaks, nothing that was pinned has moved. */
export function isSound(assigned: AssignedSplits): boolean {
  return (
    countGroupedLeaks(assigned) === 0 &&
    !assigned.result.problems.some(({ severity }) => severity === 'error')
  );
}

/** The claims of one split, in their order. */
export function claimsOfSplit(claims: readonly Claim[], { result }: AssignedSplits, split: string): Claim[] {
  return claims.filter(({ id }) => result.assignments.get(id) === split);
}

/** The claims of each split, in their order; the splits in the order of the policy. */
export function claimsBySplit(claims: readonly Claim[], assigned: AssignedSplits): Map<string, Claim[]> {
  return new Map(
    Object.keys(assigned.policy.ratios).map((split) => [split, claimsOfSplit(claims, assigned, split)]),
  );
}

/**
 * Divides the claims of a dataset, keeping what the lock file says.
 *
 * @throws ToolError for a lock file that cannot be read; UsageError where claims cannot be grouped as asked.
 */
export function assignSplits(dataset: LoadedDataset, request: SplitRequest, io: CommandIo): AssignedSplits {
  const { folder, claims } = dataset;
  const policy = policyFor(dataset, request);
  const { groupBy = defaultGroupBy, nearDuplicate } = policy;
  const lockPath = join(folder, lockName);
  const earlierText = kindOfPath(lockPath) === 'file' ? readText(lockPath) : undefined;
  const lock = earlierText === undefined || request.relock === true ? undefined : parseSplitLock(earlierText);
  const lookup = groupLookupOf(dataset, groupBy, io);
  const result = splitClaims(claims, policy, lock, lookup);
  // Asked of the finished splits: a fault in how they were made would show here.
  const splitOf = (id: Claim['id']) => result.assignments.get(id);
  const leakage = measureLeakage(claims, splitOf, { nearDuplicate });
  const further = measureFurtherLeakage(claims, splitOf, groupBy, lookup);
  const lockText = printSplitLock(updateSplitLock(lock, policy, result.assignments));
  const change = lockChange(earlierText, lockText);
  return {
    policy,
    groupBy,
    result,
    leakage,
    further,
    ...(lock !== undefined && { lock }),
    lookup,
    lockPath,
    lockText,
    ...(change !== undefined && { lockChange: change }),
  };
}

/** How the claims of a dataset are to be divided. */
export function policyFor(
  { config: { split } }: Pick<LoadedDataset, 'config'>,
  request: SplitRequest,
): SplitPolicy {
  return policyOf({
    ratios: request.ratios ?? split.ratios,
    seed: request.seed ?? split.seed,
    nearDuplicate: split.nearDuplicate,
    groupBy: request.groupBy ?? split.groupBy,
    stratifyBy: request.stratifyBy ?? split.stratifyBy,
    date: request.date ?? split.date,
  });
}

/** What changes from one lock text to the next; nothing for line ends, which git may have changed. */
function lockChange(earlier: string | undefined, next: string): string | undefined {
  if (earlier === undefined) return `${lockName} is missing.`;
  if (earlier.replaceAll('\r\n', '\n') === next) return undefined;
  const [before, after] = [parseSplitLock(earlier), parseSplitLock(next)];
  const moved = [...after.splits].filter(([id, split]) => before.splits.get(id) !== split).length;
  if (moved > 0) return `${lockName} lacks ${moved} of the claims, or has them in another split.`;
  return `${lockName} was made with other settings than those of claimset.config.json.`;
}
