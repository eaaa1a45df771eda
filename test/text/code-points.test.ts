import fc from 'fast-check';
import { expect, test } from 'vitest';
import { codePointsOf } from '../../src/text/code-points.ts';

test.each([
  ['', 0, 0],
  ['abc', 2, 2],
  ['🎉b', 2, 1],
  ['🎉b', 3, 2],
  ['a🎉🎉b', 5, 3],
  ['é\u0301', 2, 2],
  ['\ud83d\ud83d\ude00', 1, 1],
  ['\ude00\ud83d', 2, 2],
])('%j: unit %i is code point %i, and back', (text, units, points) => {
  expect(codePointsOf(text).fromUnits(units)).toBe(points);
  expect(codePointsOf(text).toUnits(points)).toBe(units);
});

test('an offset inside a pair is its beginning; one behind the end is the end', () => {
  expect(codePointsOf('a🎉').fromUnits(2)).toBe(1);
  expect(codePointsOf('a🎉').toUnits(9)).toBe(3);
});

test('a slice by code points is the slice that Python makes', () => {
  const text = fc
    .array(fc.constantFrom('a', 'é', '🎉', '\ud83d', '\ude00', '\n', '👨‍👩‍👧'))
    .map((parts) => parts.join(''));
  fc.assert(
    fc.property(text, fc.nat(12), fc.nat(12), (value, from, length) => {
      const points = codePointsOf(value);
      const all = Array.from(value);
      const slice = value.slice(points.toUnits(from), points.toUnits(from + length));
      expect(slice).toBe(all.slice(from, from + length).join(''));
      for (let point = 0; point <= all.length; point++)
        expect(points.fromUnits(points.toUnits(point))).toBe(point);
    }),
  );
});
