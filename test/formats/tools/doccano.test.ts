import { describe, expect, test } from 'vitest';
import { doccano } from '../../../src/formats/tools/doccano.ts';
import { context } from '../example-claims.ts';
import { readings } from '../places.ts';

const first = 'Café (bar)_sentence_0';
const second = 'Café (bar)_sentence_1';

function read(...rows: readonly object[]): object[] {
  const text = rows.map((row) => `${JSON.stringify(row)}\n`).join('');
  return [...doccano.read({ file: 'x', text }, context)].map((result) =>
    result.diagnostic === undefined ? result : { [result.diagnostic.severity]: result.diagnostic.message },
  );
}

interface Row {
  readonly text: string;
  readonly label: readonly (readonly [number, number, string])[];
  readonly segments: readonly (readonly [number, number, string])[];
}

describe('offsets are code points', () => {
  test('of what is written', () => {
    const claim = {
      id: 1,
      claim: '🎉 The Café 🎉.',
      label: 'REFUTES',
      evidence: [[second], ['🎉_sentence_0']],
    };
    const row = JSON.parse([...doccano.write([claim], context)].join('')) as Row;
    const slice = ([start, end]: readonly [number, number, string]) =>
      Array.from(row.text).slice(start, end).join('');
    expect(row.label.map((mark) => [mark[2], slice(mark)])).toEqual([
      ['REFUTES', '🎉 The Café 🎉.'],
      ['evidence 1', 'It opened in 1988.'],
      ['evidence 2', '[🎉_sentence_0]'],
    ]);
    expect(row.segments.map((segment) => [segment[2], slice(segment)]).slice(0, 2)).toEqual([
      [first, 'The Café is a bar.'],
      [second, 'It opened in 1988.'],
    ]);
  });

  test('of what is read', () => {
    expect(
      read({
        claim_id: 1,
        claim_span: [0, 2],
        text: '🎉.\n\n🎉 a.\n🎉 b.',
        label: [[9, 13, 'evidence']],
        segments: [
          [4, 8, first],
          [9, 13, second],
        ],
      }),
    ).toEqual([
      { text: { id: second, text: '🎉 b.' } },
      { claim: { id: 1, claim: '🎉.', evidence: [[second]] } },
    ]);
  });
});

const text = 'C.\n\nOne two three.\nFour five six.';
const ours = {
  ...{ text, claim_id: 7, claim_span: [0, 2] },
  segments: [
    [4, 18, 'A_sentence_0'],
    [19, 33, 'A_sentence_1'],
  ],
};

describe('spans', () => {
  test.each([
    ['the whole element', [[4, 18, 'evidence 1']], [['A_sentence_0']]],
    ['both', [[4, 33, 'evidence 1']], [['A_sentence_0', 'A_sentence_1']]],
    ['a word', [[8, 11, 'evidence 1']], [['A_sentence_0']]],
    ['off by two', [[6, 21, 'evidence 1']], [['A_sentence_0']]],
    ['a bit of both, more of the second', [[16, 23, 'evidence 1']], [['A_sentence_1']]],
    [
      'sets in any order',
      [
        [19, 33, 'evidence 2'],
        [4, 18, 'Evidence 1'],
      ],
      [['A_sentence_0'], ['A_sentence_1']],
    ],
  ])('%s', (_, label, evidence) => {
    expect(read({ ...ours, label }).at(-1)).toEqual({ claim: { id: 7, claim: 'C.', evidence } });
  });

  test('as an export of a project with relations has them, with what else it says', () => {
    const relations = [{ id: 0, from_id: 1, to_id: 2, type: 'because' }];
    expect(
      read({
        ...ours,
        id: 99,
        entities: [
          { id: 1, label: 'Refuted', start_offset: 0, end_offset: 2 },
          { id: 2, label: 'evidence 1', start_offset: 4, end_offset: 18 },
          { id: 3, label: 'unclear', start_offset: 8, end_offset: 11 },
        ],
        relations,
        Comments: ['why?'],
        claimset: { split: 'dev', note: 1 },
      }).at(-1),
    ).toEqual({
      claim: {
        ...{ id: 7, claim: 'C.', label: 'REFUTES', evidence: [['A_sentence_0']], split: 'dev', note: 1 },
        doccano: { id: 99, relations, Comments: ['why?'], marks: [{ text: 'two', label: 'unclear' }] },
      },
    });
  });
});

// As doccano's examples for uploads have them (backend/data_import/pipeline/examples in the package `doccano` on PyPI).
describe('rows of other projects', () => {
  test('classification: the text is the claim', () => {
    expect(
      read(
        { id: 1, text: 'Terrible customer service.', label: ['REFUTES'] },
        { id: 2, text: 'Great price.', label: [] },
        { id: 3, text: 'Fine.', label: 'supported' },
      ),
    ).toEqual([
      { claim: { id: 1, claim: 'Terrible customer service.', label: 'REFUTES', evidence: [] } },
      { claim: { id: 2, claim: 'Great price.', evidence: [] } },
      { claim: { id: 3, claim: 'Fine.', label: 'SUPPORTS', evidence: [] } },
    ]);
  });

  test('sequence labelling: the marked words are claim and evidence', () => {
    const row = {
      id: 5,
      text: 'EU rejects call. It did so in 1996.',
      label: [
        [0, 16, 'SUPPORTS'],
        [17, 35, 'evidence'],
        [0, 2, 'ORG'],
      ],
    };
    expect(read(row)).toEqual([{ error: 'The answers of the record are different labels: SUPPORTS, ORG.' }]);
    expect(read({ ...row, label: row.label.slice(0, 2) })).toEqual([
      { text: { id: 'doccano_sentence_0', text: 'It did so in 1996.' } },
      {
        claim: {
          ...{ id: 5, claim: 'EU rejects call.', label: 'SUPPORTS', evidence: [['doccano_sentence_0']] },
          doccano: { text: row.text },
        },
      },
    ]);
  });

  test.each([
    [
      'no claim',
      '{"id":1,"text":"EU rejects.","label":[[0,2,"ORG"]]}',
      ['1:16-1:29 format/not-a-claim `claim` is missing.'],
    ],
    [
      'two labels',
      '{"id":1,"text":"EU.","label":["SUPPORTS","REFUTES"]}',
      ['1:30-1:52 format/not-a-claim The answers of the record are different labels: SUPPORTS, REFUTES.'],
    ],
    [
      'marks that are none',
      '{"id":1,"text":"EU.","label":[[0,2]]}',
      [
        '1:30-1:37 format/not-a-claim `label` is not valid: expected spans `[start, end, label]`, or labels, found a list.',
      ],
    ],
  ])('%s', (_, row, expected) => {
    expect(readings('doccano', `${row}\n`)).toEqual(expected);
  });
});
