import { expect, test } from 'vitest';
import { TitleTable } from '../../../../src/corpus/title-table.ts';
import { unknownArticle } from '../../../../src/validate/rules/evidence/unknown-article.ts';
import { createValidator } from '../../../../src/validate/validate.ts';
import { evidenceOfText } from '../../run-example.ts';

const evidence = evidenceOfText('A\n\nFrom Wikipedia for FEVERv2\n\nOne is a number. A_sentence_0\n');

function findingsOf(titles: readonly string[], id: string, hasCorpus = false) {
  const validator = createValidator(hasCorpus ? evidence : undefined, {
    rules: [unknownArticle],
    titles: TitleTable.from(titles),
  });
  const text = JSON.stringify({ id: 1, claim: 'One.', label: 'SUPPORTS', evidence: [[id]] });
  return validator.check('claim', { file: 'a', number: 1, offset: 0, text, end: '\n', invalidBytes: [] });
}

test.each([
  ['Soul Food (film)', 'Soul_Food_-LRB-film-RRB-'],
  ['Soul Food (film)', 'Soul Food -LRB-film-RRB-'],
  ['Soul Food (film)', 'Soul_Food_(film)'],
  ['Soul_Food_-LRB-film-RRB-', 'Soul Food (film)'],
  ['Soul_Food_-LRB-film-RRB-', 'Soul_Food_(film)'],
  ['Soul_Food', 'Soul Food'],
  ['Star Trek: Picard [a]', 'Star_Trek-COLON-_Picard_-LSB-a-RSB-'],
  ['Café: one', 'Cafe\u0301-COLON-_one'],
])('the list has %j, the evidence %j', (title, spelling) => {
  const [finding] = findingsOf(['B', title], `${spelling}_cell_0_1_2`);
  expect(finding?.messageId).toBe('spelling');
  const [edit] = finding?.suggestions?.[0]?.edits ?? [];
  expect((JSON.parse(edit?.text ?? '""') as string).normalize('NFC')).toBe(`${title}_cell_0_1_2`);
});

test.each([
  ['Café_sentence_0', ['Cafe\u0301']],
  ['Cafe\u0301_item_0_1', ['Café']],
  ['A_title_sentence_0', ['A_title']],
  ['no id', []],
])('%j is fine', (id, titles) => {
  expect(findingsOf(titles, id)).toEqual([]);
});

test('an article of the corpus needs not be in the list', () => {
  expect(findingsOf([], 'A_sentence_7')).toHaveLength(1);
  expect(findingsOf([], 'A_sentence_7', true)).toEqual([]);
});
