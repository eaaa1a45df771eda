import type { JsonPath } from '../text/json-text.ts';
import type { Span } from '../text/span.ts';
import type { LineEntry } from './record-entry.ts';

/** The span in the line of a part of the string at a path: `part` counts in the string's value, where escapes are read. */
export function spanInside(entry: LineEntry, path: JsonPath, part: Span): Span {
  const value = entry.span(path);
  const from = value.start - entry.line.offset;
  const raw = entry.line.text.slice(from, value.end - entry.line.offset);
  const start = rawOffset(raw, 1, part.start);
  return { start: from + start, end: from + rawOffset(raw, start, part.end - part.start) };
}

/** Offset in raw JSON of the character that comes `count` characters behind the one at `from`. */
export function rawOffset(raw: string, from: number, count: number): number {
  let at = from;
  for (let left = count; left > 0; left--) at += raw[at] !== '\\' ? 1 : raw[at + 1] === 'u' ? 6 : 2;
  return at;
}
