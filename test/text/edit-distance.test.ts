import fc from 'fast-check';
import { DamerauLevenshteinDistance } from 'natural/lib/natural/distance/index.js';
import { expect, test } from 'vitest';
import { editDistance } from '../../src/text/edit-distance.ts';
import { runs } from '../runs.ts';

test.each([
  ['karabakh', 'karabakh', 0],
  ['karabakh', 'karabach', 1],
  ['karabakh', 'krabakh', 1],
  ['karabakh', 'kaarabakh', 1],
  ['karabakh', 'akrabakh', 1],
  ['ca', 'abc', 3],
  ['', '', 0],
  ['', 'abc', 3],
])('%s and %s: %d', (one, other, distance) => {
  expect(editDistance(one, other, 9)).toBe(distance);
  expect(editDistance(other, one, distance)).toBe(distance);
  if (distance > 0) expect(editDistance(one, other, distance - 1)).toBeUndefined();
});

test('is the restricted distance of the library, or more than the limit', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'b', 'c', ' '), maxLength: 12 });
  fc.assert(
    fc.property(text, text, fc.integer({ min: 0, max: 6 }), (one, other, limit) => {
      const distance = DamerauLevenshteinDistance(one, other, { restricted: true });
      expect(editDistance(one, other, limit)).toBe(distance <= limit ? distance : undefined);
    }),
    { numRuns: runs(3000) },
  );
});
