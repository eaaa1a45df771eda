import { describe, expect, test } from 'vitest';
import { readings } from '../places.ts';
import { claimsOf, parseLines, resultsOf, testData, written } from './datasets.ts';

testData('fever: a file with all_evidence comes back equal', 'fever/fever_scorer_actual.jsonl', (text) => {
  const claims = claimsOf('fever', text);
  expect(claims).toHaveLength(9_999);
  expect(parseLines(written('fever', claims))).toEqual(parseLines(text));
});

testData(
  'fever: predictions are no claims, a finding each',
  'fever/fever_scorer_predictions.jsonl',
  (text) => {
    const found = resultsOf('fever', text).map(({ diagnostic }) => diagnostic?.messageId);
    expect(found).toHaveLength(9_999);
    expect(new Set(found)).toEqual(new Set(['prediction']));
  },
);

test('all_evidence goes where the evidence has changed', () => {
  const [claim] = claimsOf(
    'fever',
    '{"id":1,"label":"SUPPORTS","claim":"C.","evidence":[[[5,6,"A",0]]],"all_evidence":[[5,6,"A",0]]}',
  );
  expect(written('fever', claim === undefined ? [] : [claim])).toContain('"all_evidence":[[5,6,"A",0]]');
  const changed = claim === undefined ? [] : [{ ...claim, evidence: [['A_sentence_0'], ['B_sentence_1']] }];
  expect(parseLines(written('fever', changed))).toEqual([
    {
      id: 1,
      verifiable: 'VERIFIABLE',
      label: 'SUPPORTS',
      claim: 'C.',
      evidence: [[[0, 0, 'A', 0]], [[0, 1, 'B', 1]]],
    },
  ]);
});

type Tuple = readonly [number, number | null, string | null, number | null];

/** The rows of a flattened copy, as on Hugging Face. */
function rowsOf(text: string): string[] {
  return parseLines(text).flatMap((json) => {
    const { evidence, ...rest } = json as { evidence: Tuple[][] };
    return evidence.flat().map(([annotation, piece, page, sentence]) =>
      JSON.stringify({
        ...rest,
        evidence_annotation_id: annotation,
        evidence_id: piece ?? -1,
        evidence_wiki_url: page ?? '',
        evidence_sentence_id: sentence ?? -1,
      }),
    );
  });
}

testData(
  'fever: a flattened copy gives the claims that the file itself gives',
  'fever/dev_first5000.jsonl',
  (text) => {
    const rows = rowsOf(text);
    expect(rows.length).toBeGreaterThan(5_000);
    const claims = claimsOf('fever', rows.join('\n'));
    expect(claims).toEqual(claimsOf('fever', text));
    expect(parseLines(written('fever', claims))).toEqual(parseLines(text));
    // Wherever the rows stand: those of a claim stay in their order, and the claims come in that of their first rows.
    const apart = [...rows.filter((_, at) => at % 2 === 0), ...rows.filter((_, at) => at % 2 === 1)];
    expect(claimsOf('fever', apart.join('\n'))).toHaveLength(5_000);
  },
);

describe('a row for each piece of evidence', () => {
  const row = (id: number, more: object = {}) =>
    JSON.stringify({
      id,
      label: 'SUPPORTS',
      claim: 'C.',
      evidence_annotation_id: 1,
      evidence_id: 2,
      evidence_wiki_url: 'A_-LRB-b-RRB-',
      evidence_sentence_id: 0,
      ...more,
    });
  const none = { evidence_id: -1, evidence_wiki_url: '', evidence_sentence_id: -1 };

  test.each([
    [
      'sets are told apart by evidence_id, and nulls are as -1',
      [
        row(1),
        row(2, { label: 'NOT ENOUGH INFO', ...none }),
        row(1, { evidence_id: 3 }),
        row(1, { evidence_wiki_url: 'B' }),
        row(2, {
          label: 'NOT ENOUGH INFO',
          evidence_id: null,
          evidence_wiki_url: null,
          evidence_sentence_id: null,
        }),
      ],
      [
        {
          id: 1,
          label: 'SUPPORTS',
          claim: 'C.',
          evidence: [['A (b)_sentence_0', 'B_sentence_0'], ['A (b)_sentence_0']],
          fever_ids: [
            [
              [1, 2],
              [1, 2],
            ],
            [[1, 3]],
          ],
        },
        {
          id: 2,
          label: 'NOT ENOUGH INFO',
          claim: 'C.',
          evidence: [],
          fever_ids: [
            [
              [1, null],
              [1, null],
            ],
          ],
        },
      ],
    ],
    [
      'a blind copy',
      [row(1, { label: '', evidence_annotation_id: -1, ...none }), row(2, { label: null, ...none })],
      [
        { id: 1, claim: 'C.', evidence: [] },
        { id: 2, claim: 'C.', evidence: [] },
      ],
    ],
    ['other keys stay', [row(1, { source_file: 'a' }), row(1, { source_file: 'a' })], [{ source_file: 'a' }]],
  ])('%s', (_, rows, claims) => {
    expect(claimsOf('fever', rows.join('\n'))).toMatchObject(claims);
  });

  test.each([
    [
      'what is wrong with one row leaves its claim out, and only that',
      [row(1, { evidence_sentence_id: '0' }), row(1), row(2)],
      [
        '[2]',
        '1:143-1:146 format/not-a-claim `evidence_sentence_id` is not valid: expected a number, found the string "0".',
      ],
    ],
    [
      'a verdict without a page',
      [row(1), row(1, none)],
      [
        '2:105-2:107 format/fever-evidence The claim is "SUPPORTS", but this piece of evidence names no page and sentence.',
      ],
    ],
    [
      'another text',
      [row(1), row(1, { claim: 'D.' })],
      ['2:36-2:40 format/fever-evidence The claim had another `claim` in an earlier row.'],
    ],
    [
      'another label',
      [row(1), row(1, { label: 'REFUTES' })],
      ['2:17-2:26 format/fever-evidence The claim had another `label` in an earlier row.'],
    ],
    [
      'a record that is no row',
      [row(1), '{"id":2,"label":"SUPPORTS","claim":"C.","evidence":[]}', '{"id":3'],
      [
        '[1]',
        '2:1-2:55 format/fever-evidence The file has one row for each piece of evidence, but this record has all of its evidence.',
        '3:8-3:8 format/not-json The line is not JSON: expected a comma or the closing `}`.',
      ],
    ],
    [
      'a row without label among others',
      [row(1), row(2, { label: '', ...none })],
      [
        '[1]',
        '2:1-2:126 format/not-a-claim The record has neither label nor evidence, as those of blind test files.',
      ],
    ],
  ])('%s', (_, rows, expected) => {
    expect(readings('fever', rows.join('\n')).sort()).toEqual([...expected].sort());
  });
});
