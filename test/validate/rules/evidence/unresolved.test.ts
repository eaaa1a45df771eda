import { expect, test } from 'vitest';
import type { EvidenceIndex } from '../../../../src/corpus/evidence-index.ts';
import type { TitleTable } from '../../../../src/validate/rule.ts';
import { unresolved } from '../../../../src/validate/rules/evidence/unresolved.ts';
import { createValidator } from '../../../../src/validate/validate.ts';
import { evidenceOfText } from '../../run-example.ts';

const evidence = evidenceOfText(`A

From Wikipedia for FEVERv2

One is a number. A_sentence_0

Two is one and one. A_sentence_1

Four comes behind three. A_sentence_3

A_table_general_0

NumberA_header_cell_0_0_0 NameA_header_cell_0_0_1
1A_cell_0_1_0 OneA_cell_0_1_1
2A_cell_0_2_0
NumbersA_cell_0_3_0 TwoA_cell_0_3_1

A_unordered_list_0

FiveA_item_0_0

Café (bar)

From Wikipedia for FEVERv2

The bar is old. Café (bar)_sentence_0

It has guests. Café (bar)_sentence_1

It has tables. Café (bar)_sentence_2

Mother-in-law

From Wikipedia for FEVERv2

She is old. Mother-in-law_sentence_0
`);

function findingsOf(
  ids: readonly string[],
  { index = evidence, titles }: { index?: EvidenceIndex | undefined; titles?: TitleTable } = {},
) {
  const validator = createValidator(index, { rules: [unresolved], titles });
  const text = JSON.stringify({ id: 1, claim: 'One.', label: 'SUPPORTS', evidence: [ids] });
  return validator.check('claim', { file: 'a', number: 1, offset: 0, text, end: '\n', invalidBytes: [] });
}

test.each([
  // What is wrong, the help, and what is offered.
  [
    'A_sentence_4',
    '`A_sentence_4`: the last sentence of "A" is number 3, counted from 0.',
    'Did you mean `A_sentence_3`?',
  ],
  ['A_sentence_2', '`A_sentence_2`: the article "A" has no such element.', 'Did you mean `A_sentence_1`?'],
  [
    'A_cell_0_0_1',
    '`A_cell_0_0_1` is not there, but `A_header_cell_0_0_1` is.',
    'Did you mean `A_header_cell_0_0_1`?',
  ],
  [
    'A_header_cell_0_1_0',
    '`A_header_cell_0_1_0` is not there, but `A_cell_0_1_0` is.',
    'Did you mean `A_cell_0_1_0`?',
  ],
  [
    'A_cell_0_4_0',
    '`A_cell_0_4_0`: table 0 of "A" has rows 0 to 3 and columns 0 to 1.',
    'Did you mean `A_cell_0_3_0`?',
  ],
  [
    'A_cell_0_2_1',
    '`A_cell_0_2_1`: the article "A" has no such element.',
    'A cell that spans several rows or columns has one id: was `A_cell_0_2_0` or `A_cell_0_1_1` meant?',
  ],
  [
    'A_cell_3_0_0',
    '`A_cell_3_0_0`: the article "A" has no such element.',
    'The article has one table, number 0.',
  ],
  ['A_item_0_1', '`A_item_0_1`: the article "A" has no such element.', 'Did you mean `A_item_0_0`?'],
  [
    'Cafe_-LRB-bar-RRB-_sentence_0',
    '`Cafe_-LRB-bar-RRB-_sentence_0`: no article "Cafe_-LRB-bar-RRB-" in the corpus.',
    'Copy the id from the article, or add the article to the corpus.',
  ],
  [
    'Café_-LRB-bar-RRB-_sentence_0',
    '`Café_-LRB-bar-RRB-_sentence_0`: no article "Café_-LRB-bar-RRB-" in the corpus, but there is "Café (bar)".',
    'Did you mean `Café (bar)_sentence_0`?',
  ],
  [
    'Cafe\u0301_(bar)_sentence_7',
    '`Café_(bar)_sentence_7`: no article "Café_(bar)" in the corpus, but there is "Café (bar)".',
    'Did you mean `Café (bar)_sentence_2`?',
  ],
  [
    'Mother-in-Law_sentence_0',
    '`Mother-in-Law_sentence_0`: no article "Mother-in-Law" in the corpus.',
    'Did you mean `Mother-in-law_sentence_0`?',
  ],
  ['A_sentense_1', '`A_sentense_1` is not an evidence id.', 'Did you mean `A_sentence_1`?'],
  [
    'nothing at all',
    '`nothing at all` is not an evidence id.',
    'Copy the id from the article, or add the article to the corpus.',
  ],
])('%s', (id, message, help) => {
  const [finding, ...others] = findingsOf([id]);
  expect(others).toEqual([]);
  expect(finding?.message.normalize('NFC')).toBe(message);
  expect(finding?.help).toBe(help);
  // What is offered is there.
  for (const { edits } of finding?.suggestions ?? []) {
    for (const { text } of edits) expect(evidence.get(JSON.parse(text) as string)).toBeDefined();
  }
});

test('composed and decomposed ids are found', () => {
  for (const form of ['NFC', 'NFD'] as const)
    expect(findingsOf(['Café (bar)_sentence_1'.normalize(form)])).toEqual([]);
});

test('an element of another article that the claim cites', () => {
  const [finding] = findingsOf(['A_sentence_0', 'Mother-in-law_sentence_1', 'Café (bar)_sentence_0']);
  expect(finding?.message).toBe(
    '`Mother-in-law_sentence_1`: the article "Mother-in-law" has no such element, but "A" has.',
  );
  expect(finding?.suggestions?.map(({ message }) => message)).toEqual([
    'Replace it by `A_sentence_1`.',
    'Replace it by `Café (bar)_sentence_1`.',
    'Replace it by `Mother-in-law_sentence_0`.',
  ]);
});

test('an id without its title is offered with those that the claim cites', () => {
  const [finding] = findingsOf(['_sentence_1', 'A_sentence_0']);
  expect(finding?.messageId).toBe('noTitle');
  expect(finding?.help).toBe('Did you mean `A_sentence_1`?');
});

test('with a list of titles, articles that are not at hand are its business', () => {
  const titles = { has: () => false };
  const ids = ['B_sentence_0', 'A_sentence_9', 'no id'];
  expect(findingsOf(ids, { titles }).map(({ messageId }) => messageId)).toEqual(['pastEnd', 'noId']);
});

test('without a corpus only what is no id is wrong', () => {
  const ids = ['B_sentence_0', 'A_cell_9_9_9', 'no id', '_sentence_1', 'A_sentence_01', 'sentence_0'];
  const validator = createValidator(undefined, { rules: [unresolved] });
  const text = JSON.stringify({ id: 1, claim: 'One.', label: 'SUPPORTS', evidence: [ids] });
  const found = validator.check('claim', {
    file: 'a',
    number: 1,
    offset: 0,
    text,
    end: '\n',
    invalidBytes: [],
  });
  expect(
    found.map(({ place }) => JSON.parse(place.lineText.slice(place.start.column - 1, place.end.column - 1))),
  ).toEqual(['no id', '_sentence_1', 'A_sentence_01', 'sentence_0']);
});
