import fc from 'fast-check';

/**
 * Any character that UTF-8 can write, control characters and unassigned ones too: the unit of texts that may hold anything. The unit
 * `binary` of fast-check draws the same, after a second of preparation in every test file.
 */
export const anyCharacter: fc.Arbitrary<string> = fc
  .oneof(fc.integer({ min: 0, max: 0xd7ff }), fc.integer({ min: 0xe000, max: 0x10ffff }))
  .map((code) => String.fromCodePoint(code));
