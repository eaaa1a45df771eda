import fc from 'fast-check';
import { expect, test } from 'vitest';
import { claimKey } from '../../src/text/normalise.ts';
import { runs } from '../runs.ts';

/** The key as it is defined, without a short cut for ASCII. */
function keyOf(text: string): string {
  const separators = /(?:(?!(?<![\p{L}\p{N}])-\p{N})[^\p{L}\p{N}\p{M}\p{S}])+/gu;
  return text.normalize('NFKC').toLowerCase().replace(separators, ' ').trim();
}

test.each([
  ['', ''],
  [' .-- ', ''],
  ['One, two.', 'one two'],
  ['A  B', 'a b'],
  ['-5 is not 5-6 or --7', '-5 is not 5 6 or -7'],
  ['$-5, A-5 and (-5)', '$-5 a 5 and -5'],
  ['It\u0000is\tso\u007f', 'it is so'],
  ['İ ǅ ﬁ', 'i\u0307 dž fi'],
])('the key of %j is %j', (text, expected) => {
  expect(claimKey(text)).toBe(expected);
});

test('the key of any text is the one that it has by definition', () => {
  const likely = fc.string({
    unit: fc.constantFrom(...'aZ09 --.$_\'"\t\u0000\u007f', '\u0080', 'é', '½', '-5'),
    maxLength: 12,
  });
  const text = fc.oneof(likely, fc.string({ unit: 'binary-ascii' }), fc.string({ unit: 'grapheme' }));
  fc.assert(
    fc.property(text, (any) => {
      expect(claimKey(any)).toBe(keyOf(any));
    }),
    { numRuns: runs(3000) },
  );
});

test('every pair and triple of ASCII characters around a minus has the key by definition', () => {
  const all = Array.from({ length: 128 }, (_, code) => String.fromCharCode(code));
  for (const before of all) {
    for (const after of all) {
      for (const any of [`${before}${after}`, `${before}-${after}`, `a${before}${after}b`]) {
        if (claimKey(any) !== keyOf(any)) expect(claimKey(any), JSON.stringify(any)).toBe(keyOf(any));
      }
    }
  }
});
