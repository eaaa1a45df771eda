import { type AuditKind, auditKinds } from './audit-kinds.ts';
import type { LeakAudit } from './leak-audit.ts';

/** How many of each kind are allowed; `null` for any number. */
export type LeakBudgets = Readonly<Record<AuditKind, number | null>>;

/** A kind of which there is more than is allowed. */
export interface OverBudget {
  readonly kind: AuditKind;
  readonly count: number;
  readonly allowed: number;
}

/** The kinds of an audit that are over their budgets, in its order. */
export function overLeakBudgets({ figures }: LeakAudit, budgets: LeakBudgets): OverBudget[] {
  return auditKinds.flatMap((kind) => {
    const allowed = budgets[kind];
    const { count } = figures[kind];
    return allowed === null || count <= allowed ? [] : { kind, count, allowed };
  });
}
