import { expect, test } from 'vitest';
import { defaultIndexSettings } from '../../../src/retrieve/default-index-settings.ts';
import { searcherOfTexts } from '../../../src/retrieve/searcher-of-texts.ts';
import { namedTitles } from '../../../src/retrieve/suggest/named-titles.ts';

const titles = ['New York', 'New York City', 'Washington, D.C.', 'Mercury (planet)', '1990', 'Malmö', 'war'];
const searcher = searcherOfTexts(
  'the texts',
  titles.map((title): [string, string] => [`${title}_sentence_0`, 'A text.']),
  defaultIndexSettings,
);

test.each([
  ['He left New York City in 1990.', ['New York City', '1990']],
  ['New York and New York City', ['New York City', 'New York']],
  ['The mayor of Washington, D.C. resigned.', ['Washington, D.C.']],
  ['Mercury (planet) is hot, Mercury is not.', ['Mercury (planet)']],
  ['In Malmo\u0308 there was war.', ['Malmo\u0308']],
  ['new york', []],
  ['', []],
])('%s', async (text, expected) => {
  expect(await namedTitles(searcher, [text])).toEqual([expected]);
});

test('gives the titles of each text', async () => {
  expect(await namedTitles(searcher, ['1990', 'nothing', 'New York'])).toEqual([['1990'], [], ['New York']]);
});
