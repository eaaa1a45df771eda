import type { GroupKind } from '../../claims/group-kind.ts';
import { type FurtherLeakage, isGrouped } from '../../stats/group-leakage.ts';
import { type Leakage, leakageKinds } from '../../stats/leakage.ts';

/** Splits or folds that were audited. */
export interface AuditedSplits {
  /** What claims are grouped by besides being duplicates. */
  readonly groupBy: readonly GroupKind[];
  /** All four ways, whatever claims are grouped by. */
  readonly leakage: Leakage;
  /** What else claims are grouped by. */
  readonly further: FurtherLeakage;
}

/** The numbers of an audit by the names that `--json` has for them. */
export function leakCounts({
  leakage,
  further,
}: Pick<AuditedSplits, 'leakage' | 'further'>): Record<string, number> {
  return Object.fromEntries([
    ...leakageKinds.map((kind) => [kind, leakage[kind].count]),
    ...Object.entries(further).map(([kind, { count }]) => [kind, count]),
  ]);
}

/** Leaks in the ways that claims are grouped by: others were asked for. */
export function countGroupedLeaks({ groupBy, leakage, further }: AuditedSplits): number {
  return [
    ...leakageKinds.filter((kind) => isGrouped(kind, groupBy)).map((kind) => leakage[kind]),
    ...Object.values(further),
  ].reduce((sum, { count }) => sum + count, 0);
}
