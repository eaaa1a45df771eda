import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Edit } from '../../src/diagnostic/diagnostic.ts';
import { placeInLine } from '../../src/diagnostic/place-in-line.ts';
import { drawEdits } from '../../src/reporters/draw-edits.ts';
import { displayWidth } from '../../src/text/display-width.ts';
import { anyCharacter } from '../any-character.ts';

const offset = 100;
const placeOf = (text: string) =>
  placeInLine({ file: 'a.jsonl', number: 2, offset, text }, { start: 0, end: Math.min(1, text.length) });
const edit = (start: number, end: number, text: string): Edit => ({
  span: { start: offset + start, end: offset + end },
  text,
});

test.each<[string, string, Edit[], object | undefined]>([
  ['a change', 'one two', [edit(4, 7, 'three')], { before: 'one two', after: 'one three' }],
  ['two changes', 'a b c', [edit(4, 5, 'C'), edit(0, 1, 'A')], { before: 'a b c', after: 'A b C' }],
  ['an insertion at the end', 'one', [edit(3, 3, '.')], { before: 'one', after: 'one.' }],
  ['a deleted line', 'one', [edit(0, 5, '')], { before: 'one', after: undefined }],
  ['the whole text, and not the line', 'one', [edit(0, 3, '')], { before: 'one', after: '' }],
  ['half of a pair', '\u{1f600}', [edit(1, 2, '\ude01')], { before: '\u{1f600}', after: '\u{1f601}' }],
  ['an edit of the line before', 'one', [edit(-2, 1, '')], undefined],
  ['an edit of the next line', 'one', [edit(3, 6, '')], undefined],
])('%s', (_, text, edits, expected) => {
  expect(drawEdits(placeOf(text), edits, 40)).toEqual(expected);
});

test('any edit of any line fits the width and is safe to look at', () => {
  const part = fc.string({ unit: anyCharacter, maxLength: 60 });
  fc.assert(
    fc.property(
      part,
      fc.nat(60),
      fc.nat(60),
      part,
      fc.integer({ min: 40, max: 90 }),
      (text, a, b, added, width) => {
        const [start, end] = [Math.min(a, b, text.length), Math.min(Math.max(a, b), text.length)];
        const drawn = drawEdits(placeOf(text), [edit(start, end, added)], width);
        for (const line of [drawn?.before, drawn?.after]) {
          expect(displayWidth(line ?? '')).toBeLessThanOrEqual(width);
          expect(line ?? '').not.toMatch(/[\p{Cc}\p{Surrogate}]/u);
        }
      },
    ),
    { numRuns: 100 },
  );
});
