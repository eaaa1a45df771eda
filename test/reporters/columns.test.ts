import { expect, test } from 'vitest';
import type { Place } from '../../src/diagnostic/diagnostic.ts';
import { byteColumns, characterColumns, codeUnitColumns } from '../../src/reporters/columns.ts';

function placeOf(lineText: string, from: number, to: number, line = 2, endLine = line): Place {
  return {
    file: 'a.jsonl',
    span: { start: from, end: to },
    start: { line, column: from + 1, offset: from },
    end: { line: endLine, column: to + 1, offset: to },
    lineText,
  };
}

test.each([
  ['ASCII', placeOf('ab X', 3, 4), [4, 5], [4, 5], [4, 5]],
  ['two bytes', placeOf('é X', 2, 3), [3, 4], [4, 5], [3, 4]],
  ['three bytes', placeOf('北 X', 2, 3), [3, 4], [5, 6], [3, 4]],
  ['an astral character before it', placeOf('😀 X', 3, 4), [3, 4], [6, 7], [4, 5]],
  ['an astral character in it', placeOf('a😀b', 1, 3), [2, 3], [2, 6], [2, 4]],
  ['a byte order mark in line 1', placeOf('\uFEFF😀X', 3, 4, 1), [2, 3], [8, 9], [3, 4]],
  ['the byte order mark itself', placeOf('\uFEFFX', 0, 1, 1), [1, 1], [1, 4], [1, 1]],
  ['that character in another line', placeOf('\uFEFFX', 1, 2, 2), [2, 3], [4, 5], [2, 3]],
  ['half a surrogate pair', placeOf('\ud800X', 1, 2), [2, 3], [3, 4], [2, 3]],
  ['more lines', placeOf('é X', 2, 1, 2, 3), [3, undefined], [4, undefined], [3, 2]],
  [
    'a line whose text is not at hand',
    placeOf('', 3, 9),
    [undefined, undefined],
    [undefined, undefined],
    [4, 10],
  ],
  ['its beginning', placeOf('', 0, 9), [1, undefined], [1, undefined], [1, 10]],
  ['an empty line', placeOf('', 0, 0), [1, 1], [1, 1], [1, 1]],
])('%s: characters, bytes, code units', (_, place, characters, bytes, codeUnits) => {
  const columns = [characterColumns(place), byteColumns(place), codeUnitColumns(place)];
  expect(columns.map(({ start, end }) => [start, end])).toEqual([characters, bytes, codeUnits]);
});
