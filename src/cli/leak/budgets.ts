import { InvalidArgumentError } from 'commander';
import type { Config } from '../../claims/config.ts';
import { type AuditKind, auditKinds } from '../../stats/leak-audit/audit-kinds.ts';
import type { LeakBudgets } from '../../stats/leak-audit/leak-budgets.ts';

/** What the command line calls a kind, such as `near-duplicates`. */
export function optionName(kind: AuditKind): string {
  return kind.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

/** What the configuration calls the budget of a kind, such as `maxNearDuplicates`. */
export function settingName(kind: AuditKind): keyof Config['leak'] {
  return `max${kind.charAt(0).toUpperCase()}${kind.slice(1)}` as keyof Config['leak'];
}

/** The budgets of a configuration, with those of the command line before them. */
export function leakBudgetsOf({ leak }: Config, given: Partial<LeakBudgets> = {}): LeakBudgets {
  const configured = auditKinds.map((kind): [AuditKind, number | null] => {
    const most = leak[settingName(kind)];
    return [kind, most === 'all' ? null : most];
  });
  return { ...(Object.fromEntries(configured) as LeakBudgets), ...given };
}

/** `kind=number,kind=all` as budgets. */
export function parseLeakBudgets(value: string, previous: Partial<LeakBudgets> = {}): Partial<LeakBudgets> {
  const budgets = value.split(',').map((part): [AuditKind, number | null] => {
    const [, name = '', most = ''] = /^([^=]*)=(\d{1,9}|all)$/.exec(part.trim()) ?? [];
    if (name === '')
      throw new InvalidArgumentError('Write it like duplicates=0,near-duplicates=100,shared-evidence=all.');
    const kind = auditKinds.find((one) => optionName(one) === name);
    if (kind === undefined) {
      throw new InvalidArgumentError(
        `There is no "${name}". Choose of ${auditKinds.map(optionName).join(', ')}.`,
      );
    }
    return [kind, most === 'all' ? null : Number(most)];
  });
  return { ...previous, ...Object.fromEntries(budgets) };
}
