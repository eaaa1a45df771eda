import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fileNameKey, slugOf } from '../../src/text/slug.ts';
import { anyCharacter } from '../any-character.ts';

test.each([
  ['First Nagorno-Karabakh War', 'first-nagorno-karabakh-war'],
  ['AC/DC: Back in Black (1980)', 'ac-dc-back-in-black-1980'],
  ['../../etc/passwd', 'etc-passwd'],
  ['C:\\Windows', 'c-windows'],
  ['Café Ⅳ', 'café-iv'],
  ['Cafe\u0301', 'café'],
  ['日本の歴史', '日本の歴史'],
  ['हिन्दी', 'हिन्दी'],
  ['con', 'con-article'],
  ['COM1', 'com1-article'],
  ['.hidden', 'hidden'],
  ['~', 'article'],
  ['', 'article'],
  ['\u0301', 'article'],
  ['a\u0000b\nc\u202ed', 'a-b-c-d'],
])('%j is %j', (title, slug) => {
  expect(slugOf(title)).toBe(slug);
});

test('any title gives a name that every system takes, and that leads nowhere else', () => {
  fc.assert(
    fc.property(fc.string({ unit: anyCharacter, maxLength: 300 }), (title) => {
      const slug = slugOf(title);
      expect(slug).toMatch(/^[\p{L}\p{N}][\p{L}\p{N}\p{M}-]*$/u);
      expect(new TextEncoder().encode(slug).length).toBeLessThanOrEqual(160);
      expect(slug).not.toMatch(/-$/);
      expect(slugOf(title)).toBe(slug);
    }),
  );
});

test('names that a disk takes for one have one key', () => {
  expect(fileNameKey('Straße.txt')).toBe(fileNameKey('STRASSE.TXT'));
  expect(fileNameKey('cafe\u0301')).toBe(fileNameKey('CAFÉ'));
  expect(fileNameKey('a')).not.toBe(fileNameKey('b'));
});
