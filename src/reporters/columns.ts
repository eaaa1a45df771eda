import type { Place } from '../diagnostic/diagnostic.ts';

/** The 1-based columns of a place, in some unit. */
export interface Columns {
  /** Absent where it cannot be known: a place that a rule remembered comes without the text of its line. */
  readonly start?: number;
  /** Behind the last character; absent also where the place ends on another line. */
  readonly end?: number;
}

/** Columns in characters (Unicode code points), as editors show them. A byte order mark, which editors hide, is not counted. */
export function characterColumns(place: Place): Columns {
  const mark = markLength(place);
  return countColumns(place, (before) => {
    const pairs = before.match(/[\ud800-\udbff][\udc00-\udfff]/g)?.length ?? 0;
    return Math.max(0, before.length - pairs - mark);
  });
}

/** Columns in bytes of UTF-8, those of a byte order mark included. A byte that is not UTF-8 counts as the three of U+FFFD. */
export function byteColumns(place: Place): Columns {
  return countColumns(place, (before) => {
    let bytes = 0;
    for (let at = 0; at < before.length; at++) {
      const unit = before.charCodeAt(at);
      const isHalf = unit >= 0xd800 && unit <= 0xdfff;
      bytes += unit < 0x80 ? 1 : unit < 0x800 || isHalf ? 2 : 3;
    }
    return bytes;
  });
}

/** Columns in UTF-16 code units, a byte order mark not counted. They are known of every place, also where it ends on another line. */
export function codeUnitColumns(place: Place): Required<Columns> {
  const { start, end } = place;
  const mark = markLength(place);
  return {
    start: Math.max(1, start.column - mark),
    end: Math.max(1, end.column - (end.line === start.line ? mark : 0)),
  };
}

/** 1 where the line of a place begins with a byte order mark, else 0. */
export function markLength({ start, lineText }: Place): 0 | 1 {
  return start.line === 1 && lineText.startsWith('\uFEFF') ? 1 : 0;
}

function countColumns({ start, end, lineText }: Place, count: (before: string) => number): Columns {
  const isKnown = (column: number): boolean => lineText !== '' || column === 1;
  const columnOf = (column: number): number => count(lineText.slice(0, column - 1)) + 1;
  return {
    ...(isKnown(start.column) && { start: columnOf(start.column) }),
    ...(end.line === start.line && isKnown(end.column) && { end: columnOf(end.column) }),
  };
}
