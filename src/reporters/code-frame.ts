import type { Place } from '../diagnostic/diagnostic.ts';
import { boundGrapheme, displayWidth, graphemesOf } from '../text/display-width.ts';
import { printable } from '../text/printable.ts';

/** A line of a file with a place in it underlined. */
export interface CodeFrame {
  /** The line, or the part of it around the place with `…` where it was cut. */
  readonly text: string;
  /** The underline: blanks, then one or more `^`. */
  readonly marker: string;
  /** The underline of another place, with `-`; `undefined` where that place is not wholly in the text of the frame. */
  readonly markOther: (place: Place) => string | undefined;
}

/** Columns of text shown before a place that is longer than the frame. */
const maxTextBefore = 12;

/** One user-perceived character as it is shown. */
interface Shown {
  readonly text: string;
  readonly width: number;
  /** UTF-16 offsets in the line. */
  readonly start: number;
  readonly end: number;
}

/**
 * The frame of a place in at most `width` columns; `undefined` where the line has nothing to show. A place that goes on behind
 * the line or the frame is underlined as far as they go; an empty place gets one `^` where something is missing.
 */
export function drawCodeFrame(place: Place, width: number): CodeFrame | undefined {
  const { start, end, lineText } = place;
  if (lineText.trim() === '') return undefined;
  const from = Math.min(start.column - 1, lineText.length);
  const to =
    end.line === start.line ? Math.min(Math.max(end.column - 1, from), lineText.length) : lineText.length;
  const cells = cellsAround(lineText, from, to, width);
  const first = indexAt(cells, from);
  const last = Math.max(
    first,
    cells.findLastIndex((cell) => cell.start < to && to > from),
  );

  const whole = cells[0]?.start === 0 && cells.at(-1)?.end === lineText.length;
  // An empty place at the end of the line is underlined behind it.
  const needed = widthOf(cells) + (first === cells.length ? 1 : 0);
  const shown =
    whole && needed <= width ? { from: 0, to: cells.length } : grow(cells, first, last, width - 2);
  const before = cells.slice(shown.from, first);
  const marked = cells.slice(first, Math.min(last + 1, shown.to));
  const left = (cells[shown.from]?.start ?? 0) > 0 ? '…' : '';
  const right = (cells[shown.to - 1]?.end ?? lineText.length) < lineText.length ? '…' : '';
  return {
    text: `${left}${cells
      .slice(shown.from, shown.to)
      .map(({ text }) => text)
      .join('')}${right}`,
    marker: ' '.repeat(left.length + widthOf(before)) + '^'.repeat(Math.max(1, widthOf(marked))),
    markOther: (other) =>
      isInLine(other, place) ? underline(cells.slice(shown.from, shown.to), left, other) : undefined,
  };
}

function isInLine({ file, start, end }: Place, line: Place): boolean {
  return file === line.file && start.line === line.start.line && end.line === start.line;
}

/** Blanks and `-` for a place of the line, if all of it is shown. */
function underline(cells: readonly Shown[], left: string, { start, end }: Place): string | undefined {
  const [from, to] = [start.column - 1, end.column - 1];
  const isShown = from >= (cells[0]?.start ?? 0) && to <= (cells.at(-1)?.end ?? 0);
  if (!isShown || from >= to) return undefined;
  const before = cells.filter((cell) => cell.end <= from);
  const marked = cells.filter((cell) => cell.end > from && cell.start < to);
  return ' '.repeat(left.length + widthOf(before)) + '-'.repeat(Math.max(1, widthOf(marked)));
}

/** The characters around a range of a line, enough to fill the frame: a line of 100 kB is not taken apart. */
function cellsAround(line: string, from: number, to: number, width: number): Shown[] {
  const reach = width * 2;
  const begin = wholeCharacter(line, Math.max(0, from - reach));
  const end = wholeCharacter(line, Math.min(line.length, Math.min(to, from + reach) + reach));
  const cells: Shown[] = [];
  let at = begin;
  // From the place itself in both directions, so that its first character is never glued to the one before.
  for (const part of [line.slice(begin, from), line.slice(from, end)]) {
    for (const grapheme of graphemesOf(part)) {
      // Nearly all of them, and a report can have 10,000 frames.
      const plain = grapheme.length === 1 && grapheme >= ' ' && grapheme <= '~';
      const text = plain ? grapheme : showGrapheme(grapheme, at, at >= from && at < to);
      const shownWidth = plain ? 1 : displayWidth(text);
      cells.push({ text, width: shownWidth, start: at, end: at + grapheme.length });
      at += grapheme.length;
    }
  }
  return cells;
}

/** Outside the place, a byte order mark is hidden and a no-break space is a blank: they are not what the finding is about. */
function showGrapheme(grapheme: string, offset: number, marked: boolean): string {
  if (marked) return printable(boundGrapheme(grapheme));
  if (offset === 0 && grapheme === '\uFEFF') return '';
  return printable(boundGrapheme(grapheme).replace(/\p{Space_Separator}/gu, ' '));
}

/** An offset that does not cut a surrogate pair. */
function wholeCharacter(line: string, offset: number): number {
  const isTrail =
    /[\udc00-\udfff]/.test(line.charAt(offset)) && /[\ud800-\udbff]/.test(line.charAt(offset - 1));
  return isTrail ? offset - 1 : offset;
}

function indexAt(cells: readonly Shown[], offset: number): number {
  const index = cells.findIndex(({ end }) => end > offset);
  return index < 0 ? cells.length : index;
}

/** The cells from `first` to `last` as far as they fit, then more by turns on both sides. What does not fit keeps some text before it. */
function grow(
  cells: readonly Shown[],
  first: number,
  last: number,
  width: number,
): { from: number; to: number } {
  let [from, to, left] = [first, first, width];
  const take = (cell: Shown | undefined): boolean => {
    if (cell === undefined || cell.width > left) return false;
    left -= cell.width;
    return true;
  };
  if (widthOf(cells.slice(first, last + 1)) > width) {
    while (left > width - maxTextBefore && take(cells[from - 1])) from -= 1;
  }
  while (to <= last && take(cells[to])) to += 1;
  for (let grew = true; grew; ) {
    grew = false;
    if (take(cells[from - 1])) {
      from -= 1;
      grew = true;
    }
    if (take(cells[to])) {
      to += 1;
      grew = true;
    }
  }
  return { from, to };
}

function widthOf(cells: readonly Shown[]): number {
  return cells.reduce((sum, { width }) => sum + width, 0);
}
