import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { createRng } from '../../../../src/text/rng.ts';
import { readLines } from '../../../../src/text/source-line.ts';
import { rules } from '../../../../src/validate/rules/index.ts';
import { createValidator } from '../../../../src/validate/validate.ts';

const fileRules = rules.filter(({ level }) => level === 1);

function findingsOf(bytes: Uint8Array): string[] {
  const validator = createValidator(undefined, { rules: fileRules });
  const found = [...readLines('a', [bytes])].flatMap((line) => validator.check('claim', line));
  return found.map(({ ruleId }) => ruleId);
}

test('a claim file that is cut at any byte is told as such, and nothing else', () => {
  const file = resolve(import.meta.dirname, '../../../../claims/tables.jsonl');
  const bytes = readFileSync(file);
  expect(findingsOf(bytes)).toEqual([]);
  const rng = createRng(3);
  const cuts = new Set(Array.from({ length: 300 }, () => 1 + Math.floor(rng() * (bytes.length - 1))));
  // The first record byte by byte, and characters of several bytes: an en dash.
  for (let at = 1; at < bytes.indexOf(0x0a) + 3; at++) cuts.add(at);
  const dash = bytes.indexOf(Buffer.from('–'));
  expect(dash).toBeGreaterThan(0);
  for (const at of [dash + 1, dash + 2]) cuts.add(at);
  for (const at of cuts) {
    const last = at === bytes.length || bytes[at - 1] === 0x0a;
    const isWhole = bytes[at] === 0x0a;
    expect([at, findingsOf(bytes.subarray(0, at))]).toEqual([
      at,
      last ? [] : isWhole ? ['file/no-final-line-end'] : ['file/truncated-line'],
    ]);
  }
});

test.each([
  ['a record with a slip at the end', '{"id":1,}', ['file/json-syntax']],
  ['a record with a slip before its end', '{"id" 1', ['file/json-syntax']],
  ['a list that is open', '[[[', ['file/json-syntax']],
  ['a record that is open, but not at the end of the file', '{"id":1\n', ['file/json-syntax']],
  [
    'a record that is open behind a byte order mark',
    '\uFEFF{"id":1',
    ['file/byte-order-mark', 'file/truncated-line'],
  ],
  ['one character', '{', ['file/truncated-line']],
])('%s', (_, text, expected) => {
  expect(findingsOf(new TextEncoder().encode(text))).toEqual(expected);
});

test('bytes that are no part of a character are no cut', () => {
  const bytes = Uint8Array.from([...new TextEncoder().encode('{"a":"x'), 0xff, 0xff, 0xff, 0xff]);
  expect(findingsOf(bytes)).toEqual(['file/not-utf8']);
  expect(findingsOf(Uint8Array.from([...new TextEncoder().encode('{"a":"'), 0xe2, 0x80]))).toEqual([
    'file/truncated-line',
  ]);
});
