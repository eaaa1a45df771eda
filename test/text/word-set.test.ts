import fc from 'fast-check';
import { expect, test } from 'vitest';
import { WordSet } from '../../src/text/word-set.ts';

test('words are found whatever their case and accents', () => {
  const set = new WordSet();
  set.add('The café of Şuşa, 1990: NAÏVE co-writers.');
  for (const word of ['cafe', 'CAFÉ', 'cafe\u0301', 'şuşa', 'Susa', '1990', 'naive', 'co', 'writers'])
    expect([word, set.has(word)]).toEqual([word, true]);
  for (const word of ['caf', 'cafes', 'writer', '199', 'xyzzy'])
    expect([word, set.has(word)]).toEqual([word, false]);
  expect(new WordSet().has('the')).toBe(false);
});

test('every word that was added is found, also among many', () => {
  const set = new WordSet();
  for (let which = 0; which < 20_000; which++) set.add(`word${which}x and`);
  for (let which = 0; which < 20_000; which++) expect(set.has(`word${which}x`)).toBe(true);
  const wrong = Array.from({ length: 20_000 }, (_, which) => set.has(`other${which}`)).filter(Boolean).length;
  expect(wrong).toBeLessThan(5);
});

test('words are parted as patterns part them', () => {
  const letters = fc.constantFrom(
    'a',
    'B',
    'é',
    'e\u0301',
    '北',
    '1',
    ' ',
    ',',
    '-',
    '\u2014',
    '\u00a0',
    "'",
  );
  fc.assert(
    fc.property(fc.array(letters, { maxLength: 12 }), (pieces) => {
      const text = pieces.join('');
      const set = new WordSet();
      set.add(text);
      for (const [word] of text.matchAll(/[\p{L}\p{M}\p{N}]+/gu)) {
        if (/[\p{L}\p{N}]/u.test(word)) expect([text, word, set.has(word)]).toEqual([text, word, true]);
      }
      expect(set.has('zz')).toBe(false);
    }),
  );
});

test.each([
  ['the tower of Turin', true],
  ['Ada met Charles', false],
  ["Ada's friend O'Neal of the UN", true],
  ["O'neil", false],
  ['nothing with a capital', true],
  ['Écija', false],
  ['', true],
])('whether certainly all names of %j are there: %j', (text, expected) => {
  const set = new WordSet();
  set.add("Ada went to Turin with O'Neal, Écija");
  expect(set.hasNames(text)).toBe(expected);
});
