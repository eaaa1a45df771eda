import { describe, expect, test } from 'vitest';
import { readings } from '../places.ts';
import { claimsOf, parseLines, resultsOf, testData, written } from './datasets.ts';

describe.each([
  ['kilt/gold1.jsonl', ['otherTask', 'otherTask', 'otherTask']],
  ['kilt/gold2.jsonl', ['missing']],
  ['kilt/gold3.jsonl', ['missing', 'missing']],
  ['kilt/guess1_1.jsonl', ['otherTask', 'otherTask', 'otherTask']],
  ['kilt/guess2_1.jsonl', ['missing']],
  ['kilt/guess3_1.jsonl', ['missing', 'missing']],
])('%s', (file, expected) => {
  testData('has other tasks: a finding for each record', file, (text) => {
    expect(resultsOf('kilt', text).map(({ diagnostic }) => diagnostic?.messageId)).toEqual(expected);
  });
});

const passage = (title: string, from: number | string, to = from) => ({
  wikipedia_id: '10287141',
  title,
  start_paragraph_id: from,
  end_paragraph_id: to,
  bleu_score: 1,
  meta: {},
});
const fever = {
  id: '33078',
  input: 'The Boston Celtics play their home games at TD Garden.',
  output: [
    { answer: 'SUPPORTS', provenance: [passage('Boston Celtics', 5), passage('TD Garden', '1', '2')] },
    { answer: 'SUPPORTS', provenance: [passage('Boston Celtics', 5), passage('Boston Celtics', 5)] },
    { provenance: [{ wikipedia_id: 12 }] },
    { answer: 'SUPPORTS' },
  ],
  meta: { left_context: '' },
};

test('an output is an evidence set, a paragraph a sentence, and the rest comes back', () => {
  const claims = claimsOf('kilt', JSON.stringify(fever));
  expect(claims).toEqual([
    {
      id: '33078',
      claim: fever.input,
      label: 'SUPPORTS',
      evidence: [
        ['Boston Celtics_sentence_5', 'TD Garden_sentence_1', 'TD Garden_sentence_2'],
        ['Boston Celtics_sentence_5'],
        ['12_title'],
      ],
      output: fever.output,
      meta: fever.meta,
    },
  ]);
  expect(parseLines(written('kilt', claims))).toEqual([fever]);
  const changed = claims.map((claim) => ({ ...claim, label: 'REFUTES' }));
  expect(parseLines(written('kilt', changed))).toMatchObject([
    {
      output: [
        { answer: 'REFUTES' },
        { answer: 'REFUTES' },
        { answer: 'REFUTES', provenance: [{ title: '12' }] },
      ],
    },
  ]);
});

test.each([
  ['one a line', (records: string[]) => records.join('\n')],
  ['all on one line', (records: string[]) => records.join(' ')],
  ['in a list', (records: string[]) => `[${records.join(',\n')}]\n`],
])('records are read %s, pretty or not', (_, join) => {
  for (const indent of [undefined, 2]) {
    const records = ['1', '2', '3'].map((id) => JSON.stringify({ ...fever, id }, undefined, indent));
    expect(claimsOf('kilt', join(records)).map(({ id }) => id)).toEqual(['1', '2', '3']);
  }
});

test.each([
  ['a blind test file', '{"id":"1","input":"C."}\n{"id":"2","input":"D."}', ['["1"]', '["2"]']],
  [
    'two labels',
    '{"id":1,"input":"C.","output":[{"answer":"SUPPORTS"},{"answer":"REFUTES"}]}',
    ['1:31-1:75 format/not-a-claim The answers of the record are different labels: SUPPORTS, REFUTES.'],
  ],
  [
    'an answer of another task',
    '{"id":1,"input":"Who?","output":[{"answer":"true"}]}',
    [
      '1:44-1:50 format/not-a-claim The answer is "true", which is no label: the record belongs to another task than fact checking.',
    ],
  ],
  [
    'passages that are none',
    '{"id":1,"input":"C.","output":[{"answer":"SUPPORTS","provenance":[{"title":"A","start_paragraph_id":3,"end_paragraph_id":1},{"section":1},{"title":"A","start_paragraph_id":0,"end_paragraph_id":999999999}]}]}',
    [
      '1:67-1:124 format/not-a-claim `output[0].provenance[0]` is not valid: it ends at paragraph 1, before it begins at 3.',
      '1:125-1:138 format/not-a-claim `output[0].provenance[1]` is not valid: it has neither title nor wikipedia_id.',
      '1:139-1:204 format/not-a-claim `output[0].provenance[2]` is not valid: it has 1000000000 paragraphs.',
    ],
  ],
])('%s', (_, text, expected) => {
  expect(readings('kilt', text)).toEqual(expected);
});
