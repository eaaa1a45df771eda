import { expect, test } from 'vitest';
import { readings } from '../places.ts';
import { claimsOf, testData, textsOf, written } from './datasets.ts';

testData('all 250 claims are read and written back equal', 'averitec/dev_first250.json', (text) => {
  const claims = claimsOf('averitec', text);
  expect(claims).toHaveLength(250);
  expect(new Set(claims.map(({ id }) => id)).size).toBe(250);
  expect(JSON.parse(written('averitec', claims))).toEqual(JSON.parse(text));
  const counts: Record<string, number> = {};
  for (const { label = '' } of claims) counts[label] = (counts[label] ?? 0) + 1;
  expect(counts).toEqual({
    SUPPORTS: 71,
    REFUTES: 139,
    'NOT ENOUGH INFO': 24,
    'Conflicting Evidence/Cherrypicking': 16,
  });
  // Every cited answer comes with its text, and only unanswered questions are no evidence.
  const texts = textsOf('averitec', text);
  expect(Object.keys(texts)).toHaveLength(674);
  const cited = claims.flatMap(({ evidence }) => evidence.flat());
  expect(cited).toHaveLength(674 - 25);
  expect(cited.every((id) => texts[id] !== undefined)).toBe(true);
});

const record = {
  claim: 'The Café opened in 1990.',
  label: 'Refuted',
  claim_date: '31-10-2020',
  speaker: null,
  questions: [
    {
      question: 'Did it?',
      answers: [
        {
          answer: 'No',
          answer_type: 'Boolean',
          boolean_explanation: 'It opened in 1988.',
          source_url: 'https://a.test',
        },
        { answer: 'No answer could be found.', answer_type: 'Unanswerable', source_url: '' },
      ],
    },
    { question: 'When?', answers: [{ answer: '1988', answer_type: 'Extractive' }] },
    { question: 'Why?', answers: [] },
  ],
};

test('answers are the evidence, with their questions as texts', () => {
  const text = JSON.stringify([record, record, { ...record, claim_id: 7 }]);
  const claims = claimsOf('averitec', text);
  expect(claims.map(({ id }) => id)).toMatchInlineSnapshot(`
    [
      "averitec-d27ea51e2e0de847",
      "averitec-d27ea51e2e0de847-2",
      7,
    ]
  `);
  expect(claims[2]).toEqual({
    ...Object.fromEntries(Object.entries(record).filter(([key]) => key !== 'label')),
    id: 7,
    label: 'REFUTES',
    evidence: [['averitec-7_sentence_0', 'averitec-7_sentence_2']],
  });
  const texts = textsOf('averitec', text);
  expect(Object.keys(texts)).toHaveLength(9);
  expect(texts['averitec-7_sentence_0']).toBe('Did it? No. It opened in 1988.');
  expect(texts['averitec-7_sentence_2']).toBe('When? 1988');
  expect(JSON.parse(written('averitec', claims))).toEqual(JSON.parse(text));
});

test('ids are written where another order would give others', () => {
  const [first, second] = claimsOf('averitec', JSON.stringify([record, record]));
  const claims = first === undefined || second === undefined ? [] : [second, first];
  const text = written('averitec', claims);
  expect(JSON.parse(text)).toEqual(claims.map(({ id }) => ({ claim_id: id, ...record })));
  expect(claimsOf('averitec', text)).toEqual(claims);
});

test.each([
  ['a blind test file', '[{"claim":"C.","claim_date":"1-1-2020","speaker":"S"}]', 1],
  ['labels as they are', '[{"claim":"C.","label":"Half","questions":[]}]', 1],
])('%s', (_, text, count) => {
  expect(claimsOf('averitec', text)).toHaveLength(count);
});

test.each([
  [
    'fewer answers than evidence ids',
    '[{"claim":"C.","label":"Supported","questions":[],"evidence_ids":[["A_sentence_0"]]}]',
    [
      '1:66-1:84 format/not-a-claim `evidence_ids` is not valid: it has 1 different ids, but there are 0 answers.',
    ],
  ],
  [
    'answers without questions',
    '[{"claim":"C.","label":"Supported","questions":["A"]}]',
    ['1:49-1:52 format/not-a-claim `questions[0]` is not valid: expected an object, found the string "A".'],
  ],
])('%s', (_, text, expected) => {
  expect(readings('averitec', text)).toEqual(expected);
});
