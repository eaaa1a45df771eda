import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { claimIdOf, decodeId, encodeId, queryIdOf } from '../../src/claims/retrieval-id.ts';
import { anyCharacter } from '../any-character.ts';

const id = fc.oneof(
  fc.string({ unit: anyCharacter, minLength: 1 }),
  fc.string({ unit: 'grapheme', minLength: 1 }),
  fc
    .array(
      fc.constantFrom('%', '%25', '%u', 'D83D', '\ud83d', '"', ' ', '\u00a0', '\u2028', '\ufeff', '7', '-'),
      {
        minLength: 1,
      },
    )
    .map((parts) => parts.join('')),
);

describe('encodeId', () => {
  test.each([
    ['Despicable Me 2_sentence_0', 'Despicable%20Me%202_sentence_0'],
    ['Café_(bar)_cell_0_1_1', 'Café_(bar)_cell_0_1_1'],
    ['"A"\tB', '%22A%22%09B'],
    ['100%', '100%25'],
    ['a\u00a0b\u3000c\u2028d', 'a%C2%A0b%E3%80%80c%E2%80%A8d'],
    ['half \ud83d', 'half%20%uD83D'],
    ['😀', '😀'],
  ])('%j is %j', (plain, encoded) => {
    expect(encodeId(plain)).toBe(encoded);
    expect(decodeId(encoded)).toBe(plain);
  });

  test('comes back, and is never split, quoted or without UTF-8', () => {
    fc.assert(
      fc.property(id, (plain) => {
        const encoded = encodeId(plain);
        expect(decodeId(encoded)).toBe(plain);
        expect(encoded).toMatch(/^[^\s"\p{Cc}\p{Z}\p{Surrogate}]+$/u);
      }),
    );
  });

  test.each(['%', '%2', '%zz', 'a%uD8', '%FF'])('%j is nothing that it gives', (encoded) => {
    expect(decodeId(encoded)).toBeUndefined();
  });
});

describe('queryIdOf', () => {
  test.each([
    [7, '7'],
    ['7', '%37'],
    [-7, '-7'],
    ['-7', '%2D7'],
    ['007', '007'],
    ['7a', '7a'],
    ['nkw-0001', 'nkw-0001'],
    ['9007199254740993', '9007199254740993'],
  ])('%j is %j', (claimId, query) => {
    expect(queryIdOf(claimId)).toBe(query);
    expect(claimIdOf(query)).toBe(claimId);
  });

  test('tells every claim from every other', () => {
    fc.assert(
      fc.property(fc.oneof(id, fc.maxSafeInteger(), fc.maxSafeInteger().map(String)), (claimId) => {
        expect(claimIdOf(queryIdOf(claimId))).toBe(claimId);
      }),
    );
  });
});
