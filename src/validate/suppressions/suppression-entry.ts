import type { Suppression } from '../../claims/suppression.ts';
import type { Edit, Place } from '../../diagnostic/diagnostic.ts';
import { placeInLine } from '../../diagnostic/place-in-line.ts';
import { formatPointer } from '../../text/json-pointer.ts';
import type { JsonPath } from '../../text/json-text.ts';
import { locateInLine } from '../../text/locate-in-line.ts';
import type { SourceLine } from '../../text/source-line.ts';

/** A suppression with the line that it stands on. */
export interface SuppressionEntry {
  readonly suppression: Suppression;
  readonly line: SourceLine;
}

/** The place of the value (or key) at a path of a suppression; of all of it by default. */
export function placeOfSuppression(line: SourceLine, path: JsonPath = [], what?: 'value' | 'key'): Place {
  return placeInLine(line, locateInLine(line, path, what), { pointer: formatPointer(path) });
}

/** The edits that delete a line. */
export function deleteLine({ offset, text, end }: SourceLine): readonly Edit[] {
  return [{ span: { start: offset, end: offset + text.length + end.length }, text: '' }];
}
