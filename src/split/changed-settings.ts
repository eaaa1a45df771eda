import type { SplitPolicy } from './policy.ts';

/** A setting that is not what it was when claims were locked. */
export interface ChangedSetting {
  readonly setting: keyof SplitPolicy;
  /** `null` where the lock has the default. */
  readonly locked: unknown;
  /** `null` where the default holds now. */
  readonly now: unknown;
}

const settings = ['ratios', 'seed', 'nearDuplicate', 'groupBy', 'stratifyBy', 'date'] as const;

/** What has changed between two policies, in the order in which locks have it. */
export function changedSettings(locked: SplitPolicy, now: SplitPolicy): ChangedSetting[] {
  return settings
    .filter((setting) => JSON.stringify(locked[setting]) !== JSON.stringify(now[setting]))
    .map((setting) => ({ setting, locked: locked[setting] ?? null, now: now[setting] ?? null }));
}
