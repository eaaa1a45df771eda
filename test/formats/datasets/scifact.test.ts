import { describe, expect, test } from 'vitest';
import { readings } from '../places.ts';
import { claimsOf, parseLines, resultsOf, testData, written } from './datasets.ts';

describe.each([
  ['scifact/claims_train.jsonl', 809],
  ['scifact/claims_dev.jsonl', 300],
  ['scifact/evaluator_gold_small.jsonl', 10],
])('%s', (file, count) => {
  testData(`all ${count} claims are read and written back equal`, file, (text) => {
    const claims = claimsOf('scifact', text);
    expect(claims).toHaveLength(count);
    expect(parseLines(written('scifact', claims))).toEqual(parseLines(text));
    expect(written('scifact', claimsOf('jsonl', written('jsonl', claims)))).toBe(written('scifact', claims));
  });
});

testData('predictions are no claims, a finding each', 'scifact/evaluator_predictions_small.jsonl', (text) => {
  expect(resultsOf('scifact', text).map(({ diagnostic }) => diagnostic?.message)).toEqual(
    Array.from({ length: 10 }, () => 'The record is a prediction, not a claim.'),
  );
});

test('a rationale is an evidence set, and a document a title', () => {
  const record =
    '{"id":3,"claim":"C.","evidence":{"40":[{"sentences":[2,0],"label":"CONTRADICT"},{"sentences":[3],"label":"CONTRADICT"}]},"cited_doc_ids":[40,7]}';
  expect(claimsOf('scifact', record)).toEqual([
    {
      id: 3,
      claim: 'C.',
      label: 'REFUTES',
      evidence: [['40_sentence_2', '40_sentence_0'], ['40_sentence_3']],
      cited_doc_ids: [40, 7],
    },
  ]);
});

test('the documents of the evidence are cited where a claim cites none and all are numbers', () => {
  const claim = (evidence: string[][]) => ({ id: 1, claim: 'C.', label: 'SUPPORTS', evidence });
  const records = parseLines(
    written('scifact', [
      claim([['40_sentence_0'], ['7_sentence_1'], ['40_sentence_2']]),
      claim([['040_sentence_0']]),
      claim([['40_sentence_0', '7_sentence_1']]),
    ]),
  );
  expect(records).toMatchObject([{ cited_doc_ids: [7, 40] }, { evidence: { '040': [{ sentences: [0] }] } }]);
  expect(records[1]).not.toHaveProperty('cited_doc_ids');
});

test('two labels in one abstract are a finding', () => {
  const record =
    '{"id":3,"claim":"C.","evidence":{"40":[{"sentences":[2],"label":"SUPPORT"},{"sentences":[3],"label":"CONTRADICT"}]}}';
  expect(readings('scifact', record)).toEqual([
    '1:101-1:113 format/scifact-evidence The label is "CONTRADICT" here, but "SUPPORT" in another rationale of document 40.',
  ]);
});
