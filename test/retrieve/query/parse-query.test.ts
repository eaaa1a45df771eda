import fc from 'fast-check';
import { expect, test } from 'vitest';
import { maxPhrases, maxPrefixes, maxWords } from '../../../src/retrieve/query/limits.ts';
import { isEmptyQuery, parseQuery, typedQuery } from '../../../src/retrieve/query/parse-query.ts';
import { searchWords } from '../../../src/text/search-words.ts';
import { anyCharacter } from '../../any-character.ts';
import { growthLimit, measureGrowth } from '../../growth.ts';
import { runs } from '../../runs.ts';

test.each([
  ['one word', 'ceasefire', ['ceasefire'], [], []],
  ['neighbours stay together', ' Lachin corridor, 1992! ', ['Lachin corridor, 1992'], [], []],
  [
    'a phrase',
    'war "Nagorno-Karabakh War" 1988',
    ['war', 'Nagorno-Karabakh War', '1988'],
    ['Nagorno-Karabakh War'],
    [],
  ],
  ['one word in quotation marks', '"wars"', ['wars'], ['wars'], []],
  ['typographic marks', '“a b” „c d“ «e f»', ['a b', 'c d', 'e f'], ['a b', 'c d', 'e f'], []],
  ['a beginning', 'armen* war', ['war'], [], ['armen']],
  ['a star alone', '* war * **', ['war'], [], []],
  ['a star inside a word', 'ar*men', ['men'], [], ['ar']],
  ['a star in a phrase is nothing', '"armen* war"', ['armen* war'], ['armen* war'], []],
  ['a mark without its fellow', 'war "Nagorno Karabakh', ['war "Nagorno Karabakh'], [], []],
  ['an empty phrase', '"" war " "', ['war'], [], []],
  ['nothing is an operator', 'NOT war AND -peace (x)', ['NOT war AND -peace (x'], [], []],
  ['marks on letters, other scripts', 'Łódź* пере*', [], [], ['Łódź', 'пере']],
  ['nothing', ' ?! ', [], [], []],
])('%s: %j', (_, text, words, phrases, prefixes) => {
  expect(parseQuery(text)).toEqual({ words, phrases, prefixes });
});

test('of more than there may be the first are looked for', () => {
  const words = Array.from({ length: maxWords + 5 }, (_, at) => `w${at}`);
  expect(searchWords(parseQuery(words.join(' ')).words.join(' '))).toEqual(words.slice(0, maxWords));
  const most = parseQuery(words.map((word) => `"${word}" ${word}*`).join(' '));
  expect([most.phrases.length, most.prefixes.length]).toEqual([maxPhrases, maxPrefixes]);
  expect(most.beyond).toEqual({
    words: 5,
    phrases: maxWords - maxPhrases,
    prefixes: maxWords + 5 - maxPrefixes,
  });
  expect(parseQuery(words.slice(5).join(' ')).beyond).toBeUndefined();
  expect(parseQuery(`${words.slice(6).join(' ')} "a b c" d`)).toMatchObject({
    phrases: ['a'],
    beyond: { words: 3, phrases: 0, prefixes: 0 },
  });
});

test.each<[string, (size: number) => string]>([
  ['one letter', (size) => 'a'.repeat(size)],
  ['and a blank behind it', (size) => `${'a'.repeat(size)} `],
  ['opening marks', (size) => '“„«'.repeat(size / 5)],
  ['quotation marks', (size) => '"'.repeat(size / 2 - 1)],
  ['stars', (size) => 'a*'.repeat(size / 2)],
])('a hostile query takes no time: %s', { retry: 1 }, (_, make) => {
  const growth = measureGrowth(50_000, make, (text) => {
    parseQuery(text);
    typedQuery(text);
  });
  expect(growth).toBeLessThan(growthLimit);
});

test('no word of a text is lost, but for beginnings, and none is added', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('a', 'b', ' ', '"', '*', '“', '”', 'é', '-') }), (text) => {
      const { words, phrases, prefixes } = parseQuery(text);
      const all = searchWords(text);
      expect([...words, ...prefixes].flatMap(searchWords).sort()).toEqual(all.sort());
      for (const phrase of phrases) expect(words).toContain(phrase);
      expect(isEmptyQuery({ words, phrases, prefixes })).toBe(all.length === 0);
    }),
    { numRuns: runs(1000) },
  );
});

test('anything is a query', () => {
  fc.assert(
    fc.property(fc.string({ unit: anyCharacter }), (text) => {
      const { words, phrases, prefixes } = typedQuery(text);
      for (const part of [...words, ...phrases, ...prefixes]) expect(part.trim()).toBe(part);
    }),
    { numRuns: runs(300) },
  );
});

test.each([
  ['war arm', ['arm']],
  ['war arm ', []],
  ['"war arm"', []],
  ['"war arm', ['arm']],
  ['arm* wa', ['arm', 'wa']],
])('what is being typed may go on: %j', (text, prefixes) => {
  expect(typedQuery(text).prefixes).toEqual(prefixes);
});
