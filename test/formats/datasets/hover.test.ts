import { expect, test } from 'vitest';
import { readings } from '../places.ts';
import { claimsOf, testData, written } from './datasets.ts';

testData('all 1,500 claims are read and written back equal', 'hover/dev_first1500.json', (text) => {
  const claims = claimsOf('hover', text);
  expect(claims).toHaveLength(1_500);
  expect(JSON.parse(written('hover', claims))).toEqual(JSON.parse(text));
  // As JSON Lines, and one object after the other in any form.
  const records = JSON.parse(text) as unknown[];
  expect(claimsOf('hover', records.map((record) => JSON.stringify(record)).join('\n'))).toEqual(claims);
  expect(claimsOf('hover', records.map((record) => JSON.stringify(record, undefined, 2)).join('\n'))).toEqual(
    claims,
  );
});

const record = (more: string) => `{"uid":"a-1","claim":"C."${more}}`;
const facts = ',"supporting_facts":[["Life Goes On (song)",2],["M.I.L.F. $",1]]';

test('the facts are one evidence set, and NOT_SUPPORTED is no REFUTES', () => {
  const text = `[${record(`${facts},"label":"SUPPORTED","num_hops":2`)},${record(',"supporting_facts":[],"label":"NOT_SUPPORTED"')}]`;
  expect(claimsOf('hover', text)).toEqual([
    {
      id: 'a-1',
      claim: 'C.',
      label: 'SUPPORTS',
      evidence: [['Life Goes On (song)_sentence_2', 'M.I.L.F. $_sentence_1']],
      num_hops: 2,
    },
    { id: 'a-1', claim: 'C.', label: 'NOT_SUPPORTED', evidence: [] },
  ]);
});

test('a blind test file is read and written back equal', () => {
  const text = `[\n${record('')}\n]\n`;
  expect(claimsOf('hover', text)).toEqual([{ id: 'a-1', claim: 'C.', evidence: [] }]);
  expect(written('hover', claimsOf('hover', text))).toBe(text);
});

test.each([
  ['a label that nobody knows stays', `[${record(`${facts},"label":"HALF"`)}]`, ['["a-1"]']],
  [
    'no label among others',
    `[${record(`${facts},"label":"SUPPORTED"`)},\n${record('')}]`,
    [
      '["a-1"]',
      '2:1-2:27 format/not-a-claim The record has neither label nor evidence, as those of blind test files.',
    ],
  ],
  [
    'a sentence that is text, and no uid',
    '[{"claim":"C.","label":"SUPPORTED","supporting_facts":[["A","2"]]}]',
    [
      '1:2-1:67 format/not-a-claim `uid` is missing.',
      '1:61-1:64 format/not-a-claim `supporting_facts[0][1]` is not valid: expected a number, found the string "2".',
    ],
  ],
  [
    'a key that would become the evidence',
    `[${record(`${facts},"label":"SUPPORTED","evidence":[]`)}]`,
    [
      '1:123-1:125 format/not-a-claim `evidence` would become a key of the claim that the record has under another name.',
    ],
  ],
])('%s', (_, text, expected) => {
  expect(readings('hover', text)).toEqual(expected);
});
