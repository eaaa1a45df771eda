import { cutText } from '../../text/cut-text.ts';

/** The group of claims that say nothing of what they are divided by. */
export const noGroup = 'none';

/** The group of what has no group of its own. */
export const otherGroup = 'other';

const maxNameChars = 200;

/** The group of what a record has under some key: the text itself, `none` for nothing, `other` for what is no name. */
export function groupName(value: unknown): string {
  if (value === undefined || value === null || value === '') return noGroup;
  if (typeof value === 'string') return cutText(value, maxNameChars);
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : otherGroup;
}

/** The group of a record by one of its own keys. */
export function groupOfKey(record: Readonly<Record<string, unknown>>, key: string): string {
  return groupName(Object.hasOwn(record, key) ? record[key] : undefined);
}
