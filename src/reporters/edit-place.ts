import type { Place } from '../diagnostic/diagnostic.ts';
import type { Point, Span } from '../text/span.ts';

/**
 * Where an edit of a finding is, in lines and columns, for formats that know no offsets; `undefined` where the edit reaches beyond
 * the line of the finding, whose text is all that is at hand.
 */
export function placeOfEdit(place: Place, span: Span): Place | undefined {
  const start = pointAt(place, span.start);
  const end = pointAt(place, span.end);
  if (start === undefined || end === undefined || start.line !== place.start.line) return undefined;
  return { ...place, span, start, end };
}

function pointAt({ start, end, lineText }: Place, offset: number): Point | undefined {
  if (offset === start.offset) return start;
  if (offset === end.offset) return end;
  const column = offset - start.offset + start.column;
  const isInLine = column >= 1 && column <= lineText.length + 1;
  return isInLine ? { line: start.line, column, offset } : undefined;
}
