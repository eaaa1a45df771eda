import type { z } from 'zod';

/** What this browser keeps under the name; `undefined` where nothing, or nothing of that form, is kept. */
export function settingKept<Schema extends z.ZodType>(
  name: string,
  schema: Schema,
): z.infer<Schema> | undefined {
  try {
    const text = localStorage.getItem(`claimset.${name}`);
    return text === null ? undefined : schema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

/** Keeps a setting in this browser, for all its tabs; where it keeps nothing, the setting lasts as long as the page. */
export function keepSetting(name: string, value: unknown): void {
  try {
    localStorage.setItem(`claimset.${name}`, JSON.stringify(value));
  } catch {
    // Private windows and full disks: the page works without.
  }
}
