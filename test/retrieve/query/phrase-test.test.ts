import { expect, test } from 'vitest';
import { createPhraseTest } from '../../../src/retrieve/query/phrase-test.ts';

const record = {
  id: 'A town_cell_0_1_1',
  title: 'A town',
  kind: 'cell',
  text: 'The old Bridge—of stone.\nIt is Łódź’s own café.',
  heads: ['Great rivers', 'Length (km)'],
} as const;

test.each([
  ['in a row', ['old bridge of stone'], true],
  ['without accents', ['own CAFE'], true],
  ['in the title', ['a town'], true],
  ['in what heads it', ['length km'], true],
  ['all of them', ['old bridge', 'great rivers'], true],
  ['one of them is not there', ['old bridge', 'small rivers'], false],
  ['not in a row', ['old stone'], false],
  ['not in this order', ['bridge old'], false],
  ['only the beginning of a word', ['the ol'], false],
  ['only the end of a word', ['ld bridge'], false],
  ['not as a stem', ['old bridges'], false],
  ['from one line into the next', ['stone it'], false],
  ['from one field into another', ['town great'], false],
  ['nothing asked for', [], true],
  ['no word asked for', ['—', ''], true],
])('%s', (_, phrases, expected) => {
  expect(createPhraseTest(phrases)(record)).toBe(expected);
});
