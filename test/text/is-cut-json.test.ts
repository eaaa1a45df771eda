import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isCutJson } from '../../src/text/is-cut-json.ts';
import { anyCharacter } from '../any-character.ts';

test('every beginning of a JSON object is one that was cut, until it is whole', () => {
  fc.assert(
    fc.property(
      fc.dictionary(fc.string({ unit: anyCharacter, maxLength: 4 }), fc.jsonValue({ maxDepth: 2 })),
      fc.boolean(),
      (object, isSpaced) => {
        const text = JSON.stringify(object, null, isSpaced ? ' ' : undefined).replaceAll('\n', '\t');
        for (let end = 1; end < text.length; end++) expect(isCutJson(text.slice(0, end))).toBe(true);
        expect(isCutJson(text)).toBe(false);
      },
    ),
    { numRuns: 10 },
  );
});

test.each([
  ['{"a":1,}', false],
  ['{"a":1', true],
  ['{"a":1,', true],
  ['{"a":1, "', true],
  ['{"a":"\\', true],
  ['{"a":"\\\\', true],
  ['{"a":"\\"', true],
  ['{"a":"\\u00', true],
  ['{"a":"\\u00g', false],
  ['{"a":"\\x', false],
  ['{"a":tru', true],
  ['{"a":trux', false],
  ['{"a":-', true],
  ['{"a":1.', true],
  ['{"a":1e+', true],
  ['{"a":[[1,{"b":nul', true],
  ['{"a":[1}', false],
  ['{"a" 1', false],
  ["{'a", false],
  ['{"a":"\t', false],
  ['{', true],
  ['  {', true],
  ['[[[[', false],
  ['"a', false],
  ['', false],
  ['}', false],
  ['{} {', false],
])('%j', (text, expected) => {
  expect(isCutJson(text)).toBe(expected);
});
