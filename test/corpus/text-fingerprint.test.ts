import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fingerprintOfText } from '../../src/corpus/text-fingerprint.ts';
import { anyCharacter } from '../any-character.ts';

// Fingerprints are kept in claim files: these never change.
test.each([
  ['', '488bdcb81aee8d83'],
  ['One is a number.', 'c0c2f9389d2db8ec'],
  ['café', 'ab0e790e4b79afa7'],
])('%j has the fingerprint %s', (text, fingerprint) => {
  expect(fingerprintOfText(text)).toBe(fingerprint);
});

test('white space and composition make no difference, anything else does', () => {
  expect(fingerprintOfText(' One  is\u00A0a\n\nnumber. ')).toBe(fingerprintOfText('One is a number.'));
  expect(fingerprintOfText('cafe\u0301')).toBe(fingerprintOfText('café'));
  const texts = [
    'One is a number.',
    'One is a number',
    'one is a number.',
    'One is anumber.',
    'One is no number.',
  ];
  expect(new Set(texts.map(fingerprintOfText)).size).toBe(texts.length);
});

test('is sixteen hexadecimal digits for any text, however it is composed', () => {
  fc.assert(
    fc.property(fc.string({ unit: anyCharacter }), (text) => {
      expect(fingerprintOfText(text)).toMatch(/^[0-9a-f]{16}$/);
      expect(fingerprintOfText(text.normalize('NFD'))).toBe(fingerprintOfText(text));
    }),
  );
});
