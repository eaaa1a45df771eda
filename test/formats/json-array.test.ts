import fc from 'fast-check';
import { expect, test } from 'vitest';
import { firstArrayRecord, printJsonArray, readJsonArray } from '../../src/formats/json-array.ts';
import { growthLimit, measureGrowth } from '../growth.ts';

/** What reading gives: the record as JSON, or place and message of a finding. */
function read(text: string): string[] {
  return [...readJsonArray({ file: 'x', text })].flatMap(({ record, diagnostics = [] }) => {
    if (record !== undefined) {
      const { span } = record.place([]);
      expect(JSON.parse(text.slice(span.start, span.end))).toEqual(record.json);
      return JSON.stringify(record.json);
    }
    return diagnostics.map(
      ({ place: { start, end }, message }) =>
        `${start.line}:${start.column}-${end.line}:${end.column} ${message}`,
    );
  });
}

test.each([
  ['nothing', '', []],
  ['an empty list', ' [ ]\n', []],
  ['a list behind a byte order mark', '\uFEFF[{"a":1},\n{"b":[{}]}]', ['{"a":1}', '{"b":[{}]}']],
  ['objects without a list', '{"a":1}{"a":2}\n{\n"a":3}', ['{"a":1}', '{"a":2}', '{"a":3}']],
  ['JSON Lines', '{"a":1}\n{"a":2}\n', ['{"a":1}', '{"a":2}']],
  [
    'a broken line of JSON Lines',
    '{"a":1}\n{"a":2\n{"a":3}',
    ['{"a":1}', '2:7-2:7 The line is not JSON: expected a comma or the closing `}`.', '{"a":3}'],
  ],
  [
    'text behind the list',
    '[{"a":1}] [{"a":2}]',
    ['{"a":1}', '1:11-1:20 Text follows the list of records; it is not read.'],
  ],
  [
    'a list without end',
    '[{"a":1}\n',
    [
      '{"a":1}',
      '2:1-2:1 The list of records has no end: the file was cut off, or its last bracket is missing.',
    ],
  ],
  [
    'a comma before the end',
    '[{"a":1},]',
    ['{"a":1}', '1:10-1:11 Here a record should begin, but there is the end of the list.'],
  ],
  [
    'no comma',
    '[{"a":1}\n{"a":2}]',
    ['{"a":1}', '2:1-2:2 A comma is missing before this record.', '{"a":2}'],
  ],
  [
    'things that are no objects',
    '[1,"{",[{"a":1}],null,{"a":2}]',
    [
      '1:2-1:3 The record is JSON, but no object: the number 1.',
      '1:4-1:7 The record is JSON, but no object: the string "{".',
      '1:8-1:17 The record is JSON, but no object: a list.',
      '1:18-1:22 The record is JSON, but no object: null.',
      '{"a":2}',
    ],
  ],
  [
    'a bracket too many',
    '[{"a":1}},{"a":2}]',
    ['{"a":1}', '1:9-1:11 Here a record should begin, but there is `}`.', '{"a":2}'],
  ],
  [
    'a bracket too few, inside',
    '[{"a":{"b":1},{"a":2},\n{"a":3}]',
    ['1:14-1:14 The record is not JSON: expected a comma or the closing `}`.', '{"a":2}', '{"a":3}'],
  ],
  [
    'a string without end',
    '[{"a":"1},{"a":"2"},{"a":"3"}]',
    ['1:7-1:10 The record is not JSON: the string is not closed on its line.', '{"a":"2"}', '{"a":"3"}'],
  ],
  [
    'a cut off file',
    '[{"a":1},{"a":',
    [
      '{"a":1}',
      '1:15-1:15 The record is not JSON: expected a value.',
      '1:15-1:15 The list of records has no end: the file was cut off, or its last bracket is missing.',
    ],
  ],
  [
    'a key twice and a number that is too long',
    '[{"id":7,"a":1,\n"a":12345678901234567890}]',
    [
      '2:1-2:4 The key "a" stands a second time in the same object.',
      '2:5-2:25 The number 12345678901234567890 is read as 12345678901234567000.',
    ],
  ],
  ['no JSON at all', 'id,claim\n1,C.', ['1:1-1:3 The record is not JSON: this word is no value.']],
])('%s', (_, text, expected) => {
  expect(read(text).slice(0, Math.max(1, expected.length))).toEqual(expected);
});

test('places are those in the file, with the id of the record', () => {
  const text = '[\n  {"uid": "a", "b": [1, {"c": true}]}\n]';
  const [line] = readJsonArray({ file: 'x', text });
  expect(line?.record?.place(['b', 1, 'c'])).toMatchObject({
    start: { line: 2, column: 31 },
    lineText: '  {"uid": "a", "b": [1, {"c": true}]}',
    claimId: 'a',
    pointer: '/b/1/c',
  });
  expect(line?.record?.lineNumber).toBe(2);
});

test('what is printed is read back, however it is printed', () => {
  fc.assert(
    fc.property(
      fc.array(fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 3 })), { maxLength: 5 }),
      (values) => {
        const records = values.map((value) => JSON.parse(JSON.stringify(value)) as object);
        const expected = records.map((record) => JSON.stringify(record));
        const printed = [...printJsonArray(records)].join('');
        expect(JSON.parse(printed)).toEqual(records);
        for (const text of [printed, JSON.stringify(records, undefined, 2), expected.join(' ')]) {
          expect(read(text)).toEqual(expected);
          if (records.length > 0) expect(firstArrayRecord(text)).toEqual(records[0]);
        }
      },
    ),
  );
});

test('any text is read without an exception, and what is whole before a fault is read', () => {
  fc.assert(
    fc.property(
      fc.nat(200),
      fc.string({ unit: fc.constantFrom(...'[]{}",:1\n\\ '), maxLength: 4 }),
      (at, put) => {
        const text = [
          ...printJsonArray(Array.from({ length: 10 }, (_, id) => ({ id, claim: `C [${id}]` }))),
        ].join('');
        const from = at % text.length;
        const found = read(text.slice(0, from) + put + text.slice(from + put.length));
        const before = text.slice(0, from).split('\n').length - 3;
        expect(found.filter((item) => item.startsWith('{')).length).toBeGreaterThanOrEqual(
          Math.max(0, before),
        );
      },
    ),
  );
});

test('many broken records cost no more than a look through the text each, up to a limit', {
  retry: 1,
}, () => {
  const growth = measureGrowth(
    50_000,
    (count) => `[${'{"a":[1,'.repeat(count)}`,
    (text) => expect(read(text).length).toBeGreaterThan(1),
  );
  expect(growth).toBeLessThan(growthLimit);
});
