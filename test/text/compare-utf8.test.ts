import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareUtf8 } from '../../src/text/compare-utf8.ts';
import { anyCharacter } from '../any-character.ts';

test('orders texts as their bytes are ordered', () => {
  const unit = fc.constantFrom('', 'a', 'b', 'é', '\ud7ff', '\ue000', '\uffff', '\u{10000}', '\u{1f600}');
  const text = fc.oneof(
    fc.array(unit, { maxLength: 4 }).map((parts) => parts.join('')),
    fc.string({ unit: anyCharacter, maxLength: 6 }),
  );
  fc.assert(
    fc.property(text, text, (a, b) => {
      const order = compareUtf8(a, b);
      expect(Math.sign(order)).toBe(Buffer.compare(Buffer.from(a), Buffer.from(b)));
      expect(Math.sign(compareUtf8(b, a))).toBe(0 - Math.sign(order));
    }),
  );
});

test('a character beyond U+FFFF stands behind U+FFFD, where JavaScript puts it before', () => {
  expect(compareUtf8('\u{10000}', '\ufffd')).toBeGreaterThan(0);
  expect('\u{10000}' < '\ufffd').toBe(true);
});
