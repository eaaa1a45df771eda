import type { Place } from '../diagnostic/diagnostic.ts';
import { printable } from '../text/printable.ts';
import { characterColumns } from './columns.ts';

/** Line and column of a place, in characters, such as `1:98`; the line alone where the column cannot be known. */
export function printPosition(place: Place): string {
  const { start } = characterColumns(place);
  return start === undefined ? `${place.start.line}` : `${place.start.line}:${start}`;
}

/** A place as editors and terminals know it, such as `claims/a.jsonl:1:98`. */
export function printPlace(place: Place): string {
  return `${printable(place.file)}:${printPosition(place)}`;
}
