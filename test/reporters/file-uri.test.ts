import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fileUri } from '../../src/reporters/file-uri.ts';

test.each([
  ['claims/a.jsonl', 'claims/a.jsonl'],
  ['./claims/a.jsonl', 'claims/a.jsonl'],
  ['.//./a.jsonl', 'a.jsonl'],
  ['../a.jsonl', '../a.jsonl'],
  ['a b/50%/#1?.jsonl', 'a%20b/50%25/%231%3F.jsonl'],
  ['http:a.jsonl', 'http%3Aa.jsonl'],
  ['北京/😀.jsonl', '%E5%8C%97%E4%BA%AC/%F0%9F%98%80.jsonl'],
  ['a\\b\n\u202e.jsonl', 'a%5Cb%0A%E2%80%AE.jsonl'],
  ['half \ud800.jsonl', 'half%20%EF%BF%BD.jsonl'],
])('%j is relative: %s', (file, uri) => {
  expect(fileUri(file)).toEqual({ uri, isRelative: true });
});

test.each([
  ['/data/a b.jsonl', 'file:///data/a%20b.jsonl'],
  ['//host/a.jsonl', 'file:////host/a.jsonl'],
  ['C:/data/a.jsonl', 'file:///C:/data/a.jsonl'],
])('%s is absolute: %s', (file, uri) => {
  expect(fileUri(file)).toEqual({ uri, isRelative: false });
});

test('what is decoded is the name again', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom('a', ' ', ':', '%', '/', '?', '#', '😀', '\\', '"', '<'), { minLength: 1 }),
      (parts) => {
        const file = `xy${parts.join('')}`;
        const { uri } = fileUri(file);
        expect(uri).toMatch(/^[A-Za-z0-9\-._~!$&'()*+,;=@%/]*$/);
        expect(decodeURIComponent(uri)).toBe(file);
      },
    ),
  );
});
