import fc from 'fast-check';
import { findNodeAtLocation, parseTree } from 'jsonc-parser';
import { describe, expect, test } from 'vitest';
import { findChangedNumbers } from '../../src/text/changed-numbers.ts';
import {
  countMembers,
  findDuplicateKeys,
  findJsonProblem,
  findTooDeep,
  type JsonPath,
  locateJson,
  maxJsonDepth,
  measureJson,
} from '../../src/text/json-text.ts';
import { runs } from '../runs.ts';

const slice = (text: string, { start, end }: { start: number; end: number }) => text.slice(start, end);

describe('the place of a value', () => {
  const text = ' {"a" : [1, {"b\\u0063":"x\\"]", "":null} ,[]], "d":-1.5e3 } ';

  test.each<[JsonPath, string]>([
    [[], text.trim()],
    [['a'], '[1, {"b\\u0063":"x\\"]", "":null} ,[]]'],
    [['a', 0], '1'],
    [['a', 1, 'bc'], '"x\\"]"'],
    [['a', 1, ''], 'null'],
    [['a', 2], '[]'],
    [['d'], '-1.5e3'],
  ])('%j', (path, expected) => {
    expect(slice(text, locateJson(text, path))).toBe(expected);
  });

  test.each<[JsonPath, string]>([
    [['z'], text.trim()],
    [['a', 3], '[1, {"b\\u0063":"x\\"]", "":null} ,[]]'],
    [['a', 2, 0], '[]'],
    [['a', 'length'], '[1, {"b\\u0063":"x\\"]", "":null} ,[]]'],
    [['d', 'e'], '-1.5e3'],
  ])('%j, which is not there, is that of its nearest container', (path, expected) => {
    expect(slice(text, locateJson(text, path))).toBe(expected);
  });

  test.each<[JsonPath, string]>([
    [['a'], '"a"'],
    [['a', 1, 'bc'], '"b\\u0063"'],
    [['a', 0], '1'],
    [[], text.trim()],
  ])('the key of %j', (path, expected) => {
    expect(slice(text, locateJson(text, path, 'key'))).toBe(expected);
  });

  test('is the one that a parser of whole trees finds', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 4 }), fc.constantFrom(undefined, 1, '\t'), (value, indent) => {
        const json = JSON.stringify(value, null, indent);
        const root = parseTree(json);
        for (const path of pathsOf(value)) {
          const node = root && findNodeAtLocation(root, [...path]);
          expect(locateJson(json, path)).toEqual({
            start: node?.offset,
            end: (node?.offset ?? 0) + (node?.length ?? 0),
          });
        }
      }),
    );
  });

  test('lies inside any text', () => {
    const path = fc.array(fc.oneof(fc.constantFrom('a', '', '__proto__'), fc.nat(3)), { maxLength: 4 });
    const piece = fc.constantFrom('{', '}', '[', ']', ',', ':', '"', '\\', '"a"', '"a":', '1', ' ', 'x');
    fc.assert(
      fc.property(fc.array(piece), path, fc.constantFrom('key', 'value'), (pieces, steps, what) => {
        const any = pieces.join('');
        const { start, end } = locateJson(any, steps, what);
        expect(start).toBeGreaterThanOrEqual(0);
        expect(end).toBeGreaterThanOrEqual(start);
        expect(any.length).toBeGreaterThanOrEqual(end);
      }),
    );
  });
});

/** The paths of all values inside a value. Of a repeated key only the last is in the value, so keys are its own. */
function* pathsOf(value: unknown, path: JsonPath = []): Generator<JsonPath> {
  yield path;
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inner] of Object.entries(value))
    yield* pathsOf(inner, [...path, Array.isArray(value) ? Number(key) : key]);
}

describe('depth and members', () => {
  test.each([
    ['"[[["', { depth: 0, colons: 0 }],
    ['{"a:":"\\":"}', { depth: 1, colons: 1 }],
    ['[[],{"a":[]}]', { depth: 3, colons: 1 }],
  ])('%s', (text, expected) => {
    expect(measureJson(text)).toMatchObject(expected);
  });

  test.each([
    ['[1,-23.5,"1234567890123456789","1e5"]', false],
    ['[123456789012345]', false],
    ['[1234567890123456]', true],
    ['[1e5]', true],
    ['[-1E400]', true],
  ])('%s: long numbers %s', (text, expected) => {
    expect(measureJson(text).hasLongNumber).toBe(expected);
  });

  test('without a long number no number changes', () => {
    const digits = fc.string({ unit: fc.constantFrom(...'0123456789.eE+-'), maxLength: 24 });
    fc.assert(
      fc.property(digits, (raw) => {
        const text = `{"a":[${raw}]}`;
        fc.pre(findJsonProblem(text) === undefined && !measureJson(text).hasLongNumber);
        expect(findChangedNumbers(text)).toEqual([]);
      }),
    );
  });

  test('a bracket is too deep behind as many open ones as are allowed', () => {
    const deep = '['.repeat(maxJsonDepth);
    expect(findTooDeep(`${deep}${']'.repeat(maxJsonDepth)}`)).toBeUndefined();
    expect(findTooDeep(`["[[",${deep}`)).toBe(6 + maxJsonDepth - 1);
  });

  test('there are as many members as colons where no key stands twice', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 5 }), (value) => {
        const text = JSON.stringify(value);
        expect(countMembers(JSON.parse(text))).toBe(measureJson(text).colons);
        expect(findDuplicateKeys(text)).toEqual([]);
      }),
    );
  });

  test('keys that stand twice are found in order, written with escapes or without', () => {
    const text = '{"a":{"b":1,"\\u0062":2},"__proto__":1,"a":3,"__proto__":2}';
    expect(
      findDuplicateKeys(text).map(({ key, first, again }) => [key, slice(text, first), slice(text, again)]),
    ).toEqual([
      ['b', '"b"', '"\\u0062"'],
      ['a', '"a"', '"a"'],
      ['__proto__', '"__proto__"', '"__proto__"'],
    ]);
  });
});

describe('the first problem', () => {
  test('is found in every text that is not JSON and in no other', () => {
    const piece = fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      ',',
      ':',
      '"',
      '\\',
      '"a"',
      '"a":',
      '1',
      '-',
      '0',
      '.',
      'e',
      'null',
      ' ',
      '\t',
      '\r',
      '//',
      '/*',
      '\u00a0',
      '\ufeff',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const text = pieces.join('');
        let isJson = true;
        try {
          JSON.parse(text);
        } catch {
          isJson = false;
        }
        expect(findJsonProblem(text) === undefined).toBe(isJson);
      }),
      { numRuns: runs(5000) },
    );
  });

  test.each([
    ['wrong closing brackets', '[}},'.repeat(1e5)],
    ['a string that a carriage return ends', `["\r${'['.repeat(1e6)}`],
    ['a quote in a comment', `[/*"*/${'['.repeat(1e6)}`],
  ])('is found although behind it the text nests without end: %s', (_, text) => {
    expect(findJsonProblem(text)?.span.start).toBeLessThan(10);
  });
});
