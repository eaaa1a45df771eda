import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Place } from '../../src/diagnostic/diagnostic.ts';
import { drawCodeFrame } from '../../src/reporters/code-frame.ts';
import { displayWidth } from '../../src/text/display-width.ts';
import { printable } from '../../src/text/printable.ts';
import { hostilePieces } from './arbitrary-report.ts';

function placeIn(lineText: string, from: number, to: number, endLine = 1): Place {
  return {
    file: 'a.txt',
    span: { start: from, end: to },
    start: { line: 1, column: from + 1, offset: from },
    end: { line: endLine, column: to + 1, offset: to },
    lineText,
  };
}

function draw(lineText: string, from: number, to: number, width = 40, endLine = 1): string {
  const frame = drawCodeFrame(placeIn(lineText, from, to, endLine), width);
  return frame === undefined ? '' : `${frame.text}\n${frame.marker}`;
}

test.each([
  ['a short line', 'one two three', 4, 7, 'one two three\n    ^^^'],
  ['wide characters before it', '北京 two', 3, 6, '北京 two\n     ^^^'],
  ['an astral character before it', '😀 two', 3, 6, '😀 two\n   ^^^'],
  ['a family of emoji before it', '👨‍👩‍👧 two', 9, 12, '👨‍👩‍👧 two\n   ^^^'],
  ['combining marks before it', 'e\u0301e\u0301 two', 5, 8, 'e\u0301e\u0301 two\n   ^^^'],
  ['wide characters in it', 'a 北京 b', 2, 4, 'a 北京 b\n  ^^^^'],
  ['an escape before it', '\u001b[2J two', 5, 8, '\\u{1b}[2J two\n          ^^^'],
  ['a byte order mark before it', '\ufeffone two', 5, 8, 'one two\n    ^^^'],
  ['a byte order mark that is the place', '\ufeffone', 0, 1, '\\u{feff}one\n^^^^^^^^'],
  ['a no-break space outside it', 'a\u00a0b c', 4, 5, 'a b c\n    ^'],
  ['a no-break space in it', 'a\u00a0b c', 0, 3, 'a\\u{a0}b c\n^^^^^^^^'],
  ['an empty place', 'one two', 4, 4, 'one two\n    ^'],
  ['an empty place at the end', 'one', 3, 3, 'one\n   ^'],
  ['a place behind the end', 'one', 90, 99, 'one\n   ^'],
])('%s', (_, lineText, from, to, expected) => {
  expect(draw(lineText, from, to)).toBe(expected);
});

test.each([
  ['before the place', 'one two', 0, 3, '---'],
  ['behind it', '北 one two', 6, 9, '       ---'],
  ['over it', 'one two', 2, 6, '  ----'],
  ['of wide characters', '北京 two', 0, 2, '----'],
])('another place %s', (_, lineText, from, to, expected) => {
  const frame = drawCodeFrame(placeIn(lineText, lineText.indexOf('o'), lineText.indexOf('o') + 1), 40);
  expect(frame?.markOther(placeIn(lineText, from, to))).toBe(expected);
});

test.each([
  ['in another line', { ...placeIn('one two', 0, 3), start: { line: 2, column: 1, offset: 0 } }],
  ['in another file', { ...placeIn('one two', 0, 3), file: 'b.txt' }],
  ['that ends in another line', placeIn('one two', 0, 3, 2)],
  ['behind the frame', placeIn('', 90, 93)],
  ['half behind the frame', placeIn('', 10, 90)],
  ['that is empty', placeIn('', 3, 3)],
])('another place %s is not marked', (_, other) => {
  const frame = drawCodeFrame(placeIn(`one two ${'x'.repeat(100)}`, 4, 7), 40);
  expect(frame?.markOther(other)).toBeUndefined();
});

test('a place that goes on behind the line is underlined to its end', () => {
  expect(draw('one two', 4, 2, 40, 3)).toBe('one two\n    ^^^');
});

test('a line of blanks has no frame', () => {
  expect(drawCodeFrame(placeIn('  ', 0, 2), 40)).toBeUndefined();
});

test('a line of 100 kB is cut on both sides', () => {
  expect(draw(`${'a'.repeat(50_000)}HERE${'b'.repeat(50_000)}`, 50_000, 50_004)).toMatchInlineSnapshot(`
    "…aaaaaaaaaaaaaaaaaHEREbbbbbbbbbbbbbbbbb…
                      ^^^^"
  `);
});

test('a place longer than the frame is cut behind, with some text before it', () => {
  expect(draw(`"id":"a-1","claim":"${'x'.repeat(100_000)}" after`, 19, 100_019)).toMatchInlineSnapshot(`
    "…-1","claim":"xxxxxxxxxxxxxxxxxxxxxxxxx…
                 ^^^^^^^^^^^^^^^^^^^^^^^^^^"
  `);
});

test('a character under a mountain of accents does not fill the frame', () => {
  const text = drawCodeFrame(placeIn(`a${'\u0301'.repeat(100_000)}b`, 0, 1), 40)?.text ?? '';
  expect(text.length).toBeLessThan(300);
});

test('a frame fits its width, and its underline is below the place', () => {
  const pieces = fc.array(fc.constantFrom(...hostilePieces), { maxLength: 15 });
  fc.assert(
    fc.property(pieces, pieces, pieces, (before, marked, after) => {
      const [left, inside, right] = [before, marked, after].map((part) => part.join(''));
      // A place never cuts a character in two.
      const cuts = (one = '', other = ''): boolean =>
        /[\uD800-\uDBFF]$/.test(one) && /^[\uDC00-\uDFFF]/.test(other);
      fc.pre(!cuts(left, `${inside}${right}`) && !cuts(`${left}${inside}`, right));
      const line = `${left}${inside}${right}`;
      const from = left?.length ?? 0;
      const frame = drawCodeFrame(placeIn(line, from, from + (inside?.length ?? 0)), 60);
      if (frame === undefined) return;
      expect(displayWidth(frame.text)).toBeLessThanOrEqual(60);
      expect(displayWidth(frame.marker)).toBeLessThanOrEqual(60);
      const [, blanks = '', carets = ''] = /^( *)(\^+)$/.exec(frame.marker) ?? [];
      const shown = printable(inside ?? '');
      // What is longer than the frame, or empty, has no text to compare with.
      if (shown === '' || displayWidth(shown) > 58) return;
      expect(carets).toHaveLength(Math.max(1, displayWidth(shown)));
      const starts = [...frame.text.matchAll(/(?=.)/gsu)].map(({ index }) => index);
      const under = starts.filter((start) => displayWidth(frame.text.slice(0, start)) === blanks.length);
      expect(under.some((start) => frame.text.startsWith(shown, start))).toBe(true);
    }),
  );
});
