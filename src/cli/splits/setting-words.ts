import type { ChangedSetting } from '../../split/changed-settings.ts';
import { printable } from '../../text/printable.ts';

/** A setting then and now, safe for a terminal. */
export function settingWords({ setting, locked, now }: ChangedSetting): string {
  return printable(`split.${setting}: ${valueWords(locked)} when locked, ${valueWords(now)} now`);
}

function valueWords(value: unknown): string {
  return value === null ? 'the default' : JSON.stringify(value);
}
