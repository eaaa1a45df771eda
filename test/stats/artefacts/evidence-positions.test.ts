import { expect, test } from 'vitest';
import { parseCorpusFile } from '../../../src/corpus/parse.ts';
import { measureEvidencePositions } from '../../../src/stats/artefacts/evidence-positions.ts';

const sentences = Array.from({ length: 30 }, (_, at) => `Number ${at}. A_sentence_${at}\n\n`).join('');
const { articles } = parseCorpusFile(
  'a.txt',
  new TextEncoder().encode(`A\n\nFrom Wikipedia\n\n${sentences}`),
);

const claims = [
  { id: 1, claim: 'x', label: 'SUPPORTS', evidence: [['A_sentence_0'], ['A_sentence_0', 'A_sentence_29']] },
  { id: 2, claim: 'x', label: 'REFUTES', evidence: [['A_sentence_4', 'A_cell_0_0_0']] },
  { id: 3, claim: 'x', label: 'REFUTES', evidence: [['no id at all']] },
  { id: 4, claim: 'x', label: 'NOT ENOUGH INFO', evidence: [] },
  { id: 5, claim: 'x', evidence: [['A_sentence_0']] },
];

test('each claim counts once in a row, by the ids alone', () => {
  expect(measureEvidencePositions(claims)).toEqual({
    labels: ['SUPPORTS', 'REFUTES'],
    claims: [1, 2],
    tables: [
      {
        id: 'kind',
        title: 'kind of evidence',
        rows: [
          { value: 'sentences', claims: [1, 1] },
          { value: 'cells', claims: [0, 1] },
          { value: 'other', claims: [0, 1] },
        ],
      },
      {
        id: 'sentence',
        title: 'number of the sentence',
        rows: [
          { value: 'the first sentence', claims: [1, 0] },
          { value: 'sentences 2 to 5', claims: [0, 1] },
          { value: 'sentences from 21 on', claims: [1, 0] },
        ],
      },
    ],
  });
});

test('with the articles also the tenth of the article', () => {
  expect(measureEvidencePositions(claims, articles).tables.at(-1)).toEqual({
    id: 'tenth',
    title: 'place in the article',
    rows: [
      { value: '0 to 10 % of the article', claims: [1, 0] },
      { value: '10 to 20 % of the article', claims: [0, 1] },
      { value: '90 to 100 % of the article', claims: [1, 0] },
    ],
  });
});

test('without evidence there is nothing', () => {
  expect(measureEvidencePositions([], articles)).toEqual({ labels: [], claims: [], tables: [] });
});
