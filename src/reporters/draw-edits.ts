import { applyEdits } from '../diagnostic/apply-edits.ts';
import type { Edit, Place } from '../diagnostic/diagnostic.ts';
import { drawCodeFrame } from './code-frame.ts';

/** What edits make of a line, each version cut to the part that differs. */
export interface DrawnEdits {
  readonly before: string;
  /** `undefined` where the line is deleted. */
  readonly after: string | undefined;
}

/** The line of a place before and after some edits, in at most `width` columns; `undefined` where they reach beyond that line. */
export function drawEdits(place: Place, edits: readonly Edit[], width: number): DrawnEdits | undefined {
  const { lineText } = place;
  const offset = place.start.offset - (place.start.column - 1);
  const inLine = edits.map(({ span, text }) => ({
    span: { start: span.start - offset, end: span.end - offset },
    text,
  }));
  // A line feed, or both of CRLF, may go with the line.
  if (inLine.some(({ span }) => span.start < 0 || span.end > lineText.length + 2)) return undefined;
  const clipped = inLine.map(({ span: { start, end }, text }) => ({
    span: { start: Math.min(start, lineText.length), end: Math.min(end, lineText.length) },
    text,
  }));
  const after = applyEdits(lineText, [clipped]).text;
  const isDeleted = after === '' && inLine.some(({ span }) => span.end > lineText.length);
  const from = commonStart(lineText, after);
  const tail = commonEnd(lineText, after, from);
  const draw = (text: string): string =>
    drawCodeFrame({ ...place, ...columns(place, from, text.length - tail), lineText: text }, width)?.text ??
    '';
  return { before: draw(lineText), after: isDeleted ? undefined : draw(after) };
}

function columns({ start }: Place, from: number, to: number): Pick<Place, 'start' | 'end'> {
  const point = (at: number) => ({ line: start.line, column: at + 1, offset: start.offset + at });
  return { start: point(from), end: point(to) };
}

/** Length of what two texts begin with in common, no half of a surrogate pair. */
function commonStart(a: string, b: string): number {
  let at = 0;
  while (at < a.length && at < b.length && a[at] === b[at]) at += 1;
  return /[\ud800-\udbff]/.test(a.charAt(at - 1)) ? at - 1 : at;
}

/** Length of what two texts end with in common, behind `from` in both. */
function commonEnd(a: string, b: string, from: number): number {
  const most = Math.min(a.length, b.length) - from;
  let length = 0;
  while (length < most && a[a.length - 1 - length] === b[b.length - 1 - length]) length += 1;
  return /[\udc00-\udfff]/.test(a.charAt(a.length - length)) ? length - 1 : length;
}
