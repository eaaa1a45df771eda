import fc from 'fast-check';
import { expect, test } from 'vitest';
import { locateInLine } from '../../src/text/locate-in-line.ts';
import { findMemberSpan } from '../../src/text/member-span.ts';

function spanOf(text: string, key: string) {
  const span = { start: -1, end: -1 };
  return findMemberSpan(text, key, span) ? span : undefined;
}

test.each<[string, string, string | undefined]>([
  ['{"id":7,"label":"x"}', 'id', '7'],
  ['{ "id" : "a\\"}b" , "label" : [1,{"id":2}] }', 'id', '"a\\"}b"'],
  ['{ "id" : "a\\"}b" , "label" : [1,{"id":2}] }', 'label', '[1,{"id":2}]'],
  ['{"x":{"id":1},"y":"\\"id\\":3","id":-1.5e3}', 'id', '-1.5e3'],
  ['{"id2":1,"xid":2,"i":3,"":4,"id":5}', 'id', '5'],
  ['{"id2":1,"":4}', '', '4'],
  ['\uFEFF{"id":1}', 'id', '1'],
  ['{"id":1,"id":2}', 'id', '1'],
  // Not plain to see.
  [' {"id":1}', 'id', undefined],
  ['{"\\u0069d":0,"id":1}', 'id', undefined],
  // Not there, or no object.
  ['{"x":{"id":1}}', 'id', undefined],
  ['{}', 'id', undefined],
  ['{"id"}', 'id', undefined],
  ['{"id":', 'id', undefined],
  ['[{"id":1}]', 'id', undefined],
  ['"id"', 'id', undefined],
  ['', 'id', undefined],
])('in %j under %j stands %j', (text, key, expected) => {
  const span = spanOf(text, key);
  expect(span && text.slice(span.start, span.end)).toBe(expected);
});

test('what is found is what the scanner for any path finds, and little is not', () => {
  const keys = fc.constantFrom('id', 'label', 'claim', '__proto__', '', 'é', 'a b', 'i', 'id2');
  const record = fc.dictionary(keys, fc.jsonValue({ maxDepth: 3 }), { maxKeys: 5 });
  fc.assert(
    fc.property(record, keys, fc.constantFrom('', ' ', '\t'), fc.boolean(), (value, key, blank, mark) => {
      const json = `{${Object.entries(value)
        .map(
          ([name, inner]) =>
            `${blank}${JSON.stringify(name)}${blank}:${blank}${JSON.stringify(inner)}${blank}`,
        )
        .join(',')}}`;
      const text = mark ? `\uFEFF${json}` : json;
      const has = Object.hasOwn(value, key);
      expect(spanOf(text, key)).toEqual(has ? locateInLine({ offset: 0, text }, [key]) : undefined);
    }),
    { numRuns: 1000 },
  );
});

test('any text is looked through to its end at most', () => {
  const piece = fc.constantFrom(
    '{',
    '}',
    '[',
    ']',
    ',',
    ':',
    '"',
    '\\',
    '"id"',
    '"id":',
    '1',
    ' ',
    'x',
    '\uFEFF',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      const text = `{${pieces.join('')}`;
      const span = spanOf(text, 'id');
      if (span === undefined) return;
      expect(span.start).toBeLessThan(span.end);
      expect(span.end).toBeLessThanOrEqual(text.length);
    }),
    { numRuns: 1000 },
  );
});
