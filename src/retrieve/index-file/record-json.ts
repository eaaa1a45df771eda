import { isObject } from '../../text/is-object.ts';
import type { SearchRecord } from '../records/search-record.ts';

/** A record as it stands in a file: without its kind, and without the title of its article, with which its id nearly always begins. */
export function printSearchRecord({ id, title, text, heads }: SearchRecord, articleTitle: string): string {
  const isShort = title === articleTitle && id.startsWith(title);
  // JSON writes half a surrogate pair so that it can be read again, as UTF-8 cannot.
  return JSON.stringify(isShort ? [id.slice(title.length), text, ...heads] : { id, title, text, heads });
}

/** What {@link printSearchRecord} wrote; `undefined` for what it did not. */
export function parseSearchRecord(
  json: string,
  title: string,
  kind: SearchRecord['kind'],
): SearchRecord | undefined {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    return undefined;
  }
  if (Array.isArray(value)) {
    const [rest, text, ...heads] = value as unknown[];
    return recordOf({ id: typeof rest === 'string' ? title + rest : undefined, title, text, heads }, kind);
  }
  return isObject(value) ? recordOf(value, kind) : undefined;
}

function recordOf(
  { id, title, text, heads }: Readonly<Record<string, unknown>>,
  kind: SearchRecord['kind'],
): SearchRecord | undefined {
  const isWhole = [id, title, text].every((one) => typeof one === 'string') && isTexts(heads);
  return isWhole ? ({ id, title, kind, text, heads } as SearchRecord) : undefined;
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((one) => typeof one === 'string');
}
