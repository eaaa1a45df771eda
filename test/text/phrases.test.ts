import { expect, test } from 'vitest';
import { commonSubsequence } from '../../src/text/common-subsequence.ts';
import { findPhrases } from '../../src/text/phrases.ts';
import { quotations } from '../../src/text/quotations.ts';
import { withoutClitic, wordSpans } from '../../src/text/word-spans.ts';

test.each([
  ['', []],
  ['The cat’s toy-box, 1990s.', ['the', "cat's", 'toy', 'box', '1990s']],
  ["'quoted' O'Neal", ['quoted', "o'neal"]],
  ['Cafe\u0301 北京', ['cafe\u0301', '北京']],
])('the words of %j', (text, expected) => {
  const words = wordSpans(text);
  expect(words.map(({ folded }) => folded)).toEqual(expected);
  for (const { text: word, span } of words) expect(text.slice(span.start, span.end)).toBe(word);
});

test('a clitic is left out', () => {
  expect(["it's", "rock'n'roll", "'s", 'its'].map(withoutClitic)).toEqual(['it', "rock'n", "'s", 'its']);
});

test.each([
  ['a lot of cats', ['a lot of']],
  ['a lot', ['a lot']],
  ['A LOT of a lot', ['A LOT of', 'a lot']],
  ['a', []],
  ['lot of', []],
  ['__proto__ constructor', []],
])('the longest phrases of %j', (text, expected) => {
  const words = wordSpans(text);
  const found = [...findPhrases(words, phrases)];
  expect(found.map(({ from, to }) => text.slice(words[from]?.span.start, words[to - 1]?.span.end))).toEqual(
    expected,
  );
});
const phrases = ['a lot', 'a lot of', 'a few'];

test.each([
  ['no', []],
  ['a "b" c "d"', ['"b"', '"d"']],
  ["“a” „b“ «c» ``d''", ['“a”', '„b“', '«c»', "``d''"]],
  ['"open', []],
  ['“open “closed”', ['“closed”']],
])('the quotations of %j', (text, expected) => {
  expect(quotations(text).map(({ start, end }) => text.slice(start, end))).toEqual(expected);
});

test.each([
  ['', '', 0],
  ['a', '', 0],
  ['a b c', 'a b c', 3],
  ['a b c', 'c b a', 1],
  ['a b c d', 'b x d', 2],
])('%j and %j have %d words in common in order', (one, other, expected) => {
  const words = (text: string) => text.split(' ').filter(Boolean);
  expect(commonSubsequence(words(one), words(other))).toBe(expected);
  expect(commonSubsequence(words(other), words(one))).toBe(expected);
});
