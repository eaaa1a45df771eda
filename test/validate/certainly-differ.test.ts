import fc from 'fast-check';
import { expect, test } from 'vitest';
import { certainlyDiffer } from '../../src/validate/evidence/certainly-differ.ts';

const piece = fc.constantFrom(
  'a',
  'A',
  'e',
  'é',
  'e\u0301',
  '\u0301',
  '\u212a',
  'K',
  ';',
  '\u037e',
  '_sentence_1',
  '_sentence_2',
  '가',
  '\u1100',
  '\u1161',
);
const text = fc.oneof(
  fc.array(piece, { maxLength: 5 }).map((pieces) => pieces.join('')),
  fc.string({ maxLength: 4 }),
);

test('texts that certainly differ are not the same in NFC, and plain ones are told apart', () => {
  let differing = 0;
  fc.assert(
    fc.property(text, text, (one, other) => {
      const isSame = one.normalize('NFC') === other.normalize('NFC');
      if (certainlyDiffer(one, other)) {
        differing += 1;
        expect(isSame).toBe(false);
      }
      const isAscii = [one, other].every((each) => [...each].every((letter) => letter < '\u0080'));
      if (isAscii) expect(certainlyDiffer(one, other)).toBe(!isSame);
    }),
    { numRuns: 3000 },
  );
  expect(differing).toBeGreaterThan(500);
});
