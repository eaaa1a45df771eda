import { join } from 'node:path';
import type { Claim } from '../../claims/claim.ts';
import { kindOfPath, readText } from '../../io/files.ts';
import type { SplitPolicy } from '../../split/policy.ts';
import { type SplitResult, splitClaims } from '../../split/split-claims.ts';
import { parseSplitLock, printSplitLock, updateSplitLock } from '../../split/split-lock.ts';
import { type Leakage, leakageKinds, measureLeakage } from '../../stats/leakage.ts';
import type { LoadedDataset } from '../dataset/load-dataset.ts';
import { lockName } from '../dataset/lock-name.ts';

/** What goes before the configuration and the lock file. */
export interface SplitRequest {
  readonly ratios?: Readonly<Record<string, number>> | undefined;
  readonly seed?: number | undefined;
  /** Forget where claims were before. */
  readonly relock?: boolean | undefined;
}

/** The splits of a dataset, audited. */
export interface AssignedSplits {
  readonly policy: SplitPolicy;
  readonly result: SplitResult;
  readonly leakage: Leakage;
  /** Sum of the four numbers of the audit. */
  readonly leaks: number;
  readonly lockPath: string;
  readonly lockText: string;
  /** What `lockText` adds to the lock file that is there, a sentence; absent where it says the same. */
  readonly lockChange?: string;
}

/** Whether the splits may be written: nothing leaks, nothing that was pinned has moved. */
export function isSound({ leaks, result }: AssignedSplits): boolean {
  return leaks === 0 && !result.problems.some(({ severity }) => severity === 'error');
}

/** The claims of one split, in their order. */
export function claimsOfSplit(claims: readonly Claim[], { result }: AssignedSplits, split: string): Claim[] {
  return claims.filter(({ id }) => result.assignments.get(id) === split);
}

/** Divides the claims of a dataset, keeping what the lock file says. @throws ToolError for a lock file that cannot be read. */
export function assignSplits(
  { folder, config, claims }: LoadedDataset,
  request: SplitRequest,
): AssignedSplits {
  const policy: SplitPolicy = {
    ratios: request.ratios ?? config.split.ratios,
    seed: request.seed ?? config.split.seed,
    nearDuplicate: config.split.nearDuplicate,
  };
  const lockPath = join(folder, lockName);
  const earlierText = kindOfPath(lockPath) === 'file' ? readText(lockPath) : undefined;
  const lock = earlierText === undefined || request.relock === true ? undefined : parseSplitLock(earlierText);
  const result = splitClaims(claims, policy, lock);
  // Asked of the finished splits: a fault in how they were made would show here.
  const leakage = measureLeakage(claims, (id) => result.assignments.get(id), {
    nearDuplicate: policy.nearDuplicate,
  });
  const lockText = printSplitLock(updateSplitLock(lock, policy, result.assignments));
  const change = lockChange(earlierText, lockText);
  return {
    policy,
    result,
    leakage,
    leaks: leakageKinds.reduce((sum, kind) => sum + leakage[kind].count, 0),
    lockPath,
    lockText,
    ...(change !== undefined && { lockChange: change }),
  };
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
