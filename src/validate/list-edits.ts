import type { Edit } from '../diagnostic/diagnostic.ts';
import type { JsonPath } from '../text/json-text.ts';
import type { LineEntry } from './record-entry.ts';

/** The edits that take the item at a path out of its list of `length` items, with one of its commas. */
export function removeItem(entry: LineEntry, path: JsonPath, length: number): readonly Edit[] {
  const which = path.at(-1) as number;
  const list = path.slice(0, -1);
  const item = entry.span(path);
  if (which > 0) return [{ span: { start: entry.span([...list, which - 1]).end, end: item.end }, text: '' }];
  const end = length > 1 ? entry.span([...list, 1]).start : item.end;
  return [{ span: { start: item.start, end }, text: '' }];
}

/** The edits that put a string behind the item at a path. */
export function insertAfter(entry: LineEntry, path: JsonPath, text: string): readonly Edit[] {
  const { end } = entry.span(path);
  return [{ span: { start: end, end }, text: `,${JSON.stringify(text)}` }];
}
