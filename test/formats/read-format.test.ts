import { describe, expect, test } from 'vitest';
import type { Claim } from '../../src/claims/claim.ts';
import type { OpenClaim } from '../../src/claims/open-claim.ts';
import { findReadableFormat, findWritableFormat } from '../../src/formats/index.ts';
import { readFormat } from '../../src/formats/read-format.ts';
import { decodeLossless } from '../../src/text/decode-utf8.ts';
import { context, exampleClaims } from './example-claims.ts';

const claims: readonly Claim[] = [
  { id: 1, claim: 'It is plain.', label: 'SUPPORTS', evidence: [['A_sentence_0']] },
  { id: 2, claim: 'It is a café.', label: 'REFUTES', evidence: [['A_sentence_1']] },
  { id: 3, claim: 'Élodie was in a café.', label: 'REFUTES', evidence: [['A_sentence_2']] },
];

function write(id: string, some: readonly OpenClaim[] = claims): string {
  return [...findWritableFormat(id).write(some, context)].join('');
}

function read(id: string, bytes: Uint8Array) {
  return [...readFormat(findReadableFormat(id), { file: 'x', ...decodeLossless(bytes) }, context)];
}

const latin1 = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));
const utf16 = (text: string, bigEndian: boolean) =>
  Uint8Array.from(
    [...`\uFEFF${text}`].flatMap((character) => {
      const code = character.charCodeAt(0);
      return bigEndian ? [code >> 8, code & 0xff] : [code & 0xff, code >> 8];
    }),
  );

// The formats that take any claims; each format of a dataset has its own tests.
describe.each(['csv', 'fever', 'feverous', 'jsonl', 'tsv'].map(findReadableFormat))('$id', ({ id }) => {
  test('bytes that are not UTF-8 are told first, and no claim is read that holds one', () => {
    const text = write(id);
    const [first, ...others] = read(id, latin1(text));
    const offset = text.indexOf('é');
    expect(first?.diagnostic).toMatchObject({
      ruleId: 'format/not-utf8',
      severity: 'error',
      message: `Byte 0xe9 at byte ${offset} of the file (counted from 0) is not UTF-8; the file has 3 such bytes.`,
    });
    expect(first?.diagnostic?.help).toContain('WINDOWS-1252');
    expect(first?.diagnostic?.place.span).toEqual({ start: offset, end: offset + 1 });
    const { lineText = '', start } = first?.diagnostic?.place ?? {};
    expect(lineText.slice((start?.column ?? 0) - 2)).toMatch(/^f\uFFFD\./);
    expect(others).toEqual([{ claim: claims[0] }]);
  });

  test('one such byte is told as one', () => {
    const [first] = read(id, latin1(write(id, claims.slice(0, 2))));
    expect(first?.diagnostic?.messageId).toBe('onlyByte');
  });

  test.each([
    ['little', false],
    ['big', true],
  ])('a file in UTF-16 (%s-endian) is named as such, and nothing else is said of it', (_, bigEndian) => {
    const found = read(id, utf16(write(id), bigEndian));
    expect(found.map(({ diagnostic }) => diagnostic?.ruleId)).toEqual(['format/not-utf8']);
    expect(found[0]?.diagnostic?.help).toContain('UTF-16');
  });

  test('U+FFFD in UTF-8 is a character like any other', () => {
    const odd: Claim = { id: 1, claim: 'A \uFFFD.', label: 'SUPPORTS', evidence: [['A_sentence_0']] };
    expect(read(id, new TextEncoder().encode(write(id, [odd])))).toEqual([{ claim: odd }]);
  });

  test('its own files are not taken for others, however broken', () => {
    const text = write(id, exampleClaims);
    const broken = text.replaceAll('SUPPORTS', 'perhaps');
    const ids = read(id, new TextEncoder().encode(broken)).map(({ diagnostic }) => diagnostic?.ruleId);
    expect(ids).toContain('format/not-a-claim');
    expect(ids).not.toContain('format/other-format');
  });
});

test.each([
  ['fever', 'jsonl'],
  ['feverous', 'jsonl'],
  ['csv', 'jsonl'],
  ['jsonl', 'fever'],
  ['feverous', 'fever'],
  ['fever', 'feverous'],
  ['tsv', 'feverous'],
  ['fever', 'csv'],
  ['jsonl', 'tsv'],
])('a %s file read as %s is told what it looks like', (id, other) => {
  const last = read(other, new TextEncoder().encode(write(id))).at(-1)?.diagnostic;
  expect(last).toMatchObject({
    ruleId: 'format/other-format',
    severity: 'info',
    message: `The file does not look like ${findReadableFormat(other).title}, but like ${findReadableFormat(id).title}.`,
    help: `Read it with \`claimset import ${id}\`.`,
  });
  expect(last?.place.start).toEqual({ line: 1, column: 1, offset: 0 });
});

test('a file that looks like no format is not told so', () => {
  const found = read('jsonl', new TextEncoder().encode('nonsense\n'));
  expect(found.map(({ diagnostic }) => diagnostic?.ruleId)).toEqual(['format/not-json']);
});
