import { describe, expect, test } from 'vitest';
import type { OpenClaim } from '../../../src/claims/open-claim.ts';
import { argilla } from '../../../src/formats/tools/argilla.ts';
import { context } from '../example-claims.ts';
import { readings } from '../places.ts';

const first = 'Café (bar)_sentence_0';
const second = 'Café (bar)_sentence_1';

function read(text: string): object[] {
  return [...argilla.read({ file: 'x', text }, context)].map((result) =>
    result.diagnostic === undefined ? result : { [result.diagnostic.severity]: result.diagnostic.message },
  );
}

const claim: OpenClaim = {
  ...{ id: 7, claim: '🎉 C.', label: 'REFUTES', evidence: [[first], [second, first]] },
  split: 'dev',
};
const written = JSON.parse([...argilla.write([claim], context)].join('')) as [Record];

interface Record {
  readonly id: string;
  readonly fields: { readonly claim: string; readonly text: string };
  readonly metadata: { readonly [key: string]: string };
  readonly suggestions: { readonly evidence: { readonly value: readonly Span[] } };
}

interface Span {
  readonly start: number;
  readonly end: number;
  readonly label: string;
}

test('a record has the claim, its articles, and suggested answers in code points', () => {
  const [record] = written;
  expect(record).toMatchObject({
    id: '7',
    fields: { claim: '🎉 C.' },
    metadata: { claimset: '{"id":7,"rest":{"split":"dev"}}' },
    suggestions: { label: { value: 'REFUTES', score: null, agent: 'claimset' } },
  });
  expect(
    record.suggestions.evidence.value.map(({ start, end, label }) => [
      record.fields.text.slice(start, end),
      label,
    ]),
  ).toEqual([
    ['The Café is a bar.', 'evidence 1'],
    ['It opened in 1988.', 'evidence 2'],
    ['The Café is a bar.', 'evidence 2'],
  ]);
});

test('spans behind an emoji', () => {
  const odd = { ...claim, evidence: [['🎉_sentence_0', '🎉_sentence_1']] };
  const [record] = JSON.parse([...argilla.write([odd], context)].join('')) as [Record];
  expect(record.fields.text).toBe('[🎉_sentence_0]\n[🎉_sentence_1]');
  expect(record.suggestions.evidence.value.map(({ start, end }) => [start, end])).toEqual([
    [0, 14],
    [15, 29],
  ]);
});

const user = (n: number) => `00000000-0000-0000-0000-00000000000${n}`;
const answer = (value: unknown, n: number, status = 'submitted') => ({ value, user_id: user(n), status });
const span = (record: Record, which: number) => [record.suggestions.evidence.value[which]];

describe('responses', () => {
  const [record] = written;
  const base = { ...record, status: 'completed', _server_id: null };
  const readOne = (responses: object) => read(JSON.stringify([{ ...base, responses }]));

  test('go before suggestions, which stay where nobody was asked', () => {
    expect(readOne({ label: [answer('NEI', 1)] }).at(-1)).toMatchObject({
      claim: { id: 7, label: 'NOT ENOUGH INFO', evidence: claim.evidence, split: 'dev' },
    });
    expect(
      readOne({ label: [answer('SUPPORTS', 1)], evidence: [answer(span(record, 1), 1)] }).at(-1),
    ).toMatchObject({
      claim: { label: 'SUPPORTS', evidence: [[second]] },
    });
  });

  test('of users who agree are one, of others none', () => {
    expect(readOne({ label: [answer('SUPPORTS', 1), answer('SUPPORTS', 2)] }).at(-1)).toMatchObject({
      claim: { label: 'SUPPORTS' },
    });
    const [warning, result] = readOne({ label: [answer('SUPPORTS', 1), answer('REFUTES', 2)] });
    expect(warning).toEqual({
      warning:
        'The 2 annotations of the record say different things: the claim is read without label and evidence.',
    });
    expect(result).toMatchObject({
      claim: {
        evidence: [],
        argilla: {
          responses: {
            label: [
              { value: 'SUPPORTS', user: user(1) },
              { value: 'REFUTES', user: user(2) },
            ],
          },
        },
      },
    });
    expect((result as { claim: object }).claim).not.toHaveProperty('label');
  });

  test('that are drafts or discarded are counted', () => {
    const found = readOne({
      label: [answer('SUPPORTS', 1, 'draft'), answer('NEI', 2)],
      evidence: [answer([], 1, 'draft')],
    });
    expect(found.at(-1)).toEqual({ info: 'An annotation is not read, because it is a draft.' });
    expect(found.at(-2)).toMatchObject({ claim: { label: 'NOT ENOUGH INFO' } });
  });
});

describe('what answers say besides', () => {
  const [record] = written;
  const suggestions = {
    label: { value: 'REFUTES', score: 0.9, agent: 'model', type: null },
    evidence: { value: [{ ...record.suggestions.evidence.value[0], score: 0.5 }], agent: 'claimset' },
  };

  test('scores and agents of suggestions are kept', () => {
    expect(read(JSON.stringify([{ ...record, suggestions }])).at(-1)).toMatchObject({
      claim: {
        label: 'REFUTES',
        argilla: {
          suggestions: { evidence: suggestions.evidence.value },
          suggested: { label: { score: 0.9, agent: 'model' } },
        },
      },
    });
    const flat = {
      ...{ id: '1', ...record.fields, ...record.metadata },
      ...{ 'label.suggestion': 'REFUTES', 'label.suggestion.score': 0.9, 'label.suggestion.agent': 'model' },
    };
    expect(read(JSON.stringify([flat])).at(-1)).toMatchObject({
      claim: { argilla: { suggested: { label: { score: 0.9, agent: 'model' } } } },
    });
  });

  test('further keys of a response are kept', () => {
    const response = { value: 'SUPPORTS', user_id: 'u', status: 'submitted', inserted_at: 'today' };
    expect(read(JSON.stringify([{ ...record, responses: { label: [response] } }])).at(-1)).toMatchObject({
      claim: { argilla: { responses: { label: [{ inserted_at: 'today', user: 'u' }] } } },
    });
  });

  test.each([
    ['a suggestion that is none', { suggestions: { label: 'REFUTES' } }],
    ['responses that are no list', { responses: { label: { value: 'REFUTES' } } }],
    ['a response that is none', { responses: { label: ['REFUTES'] } }],
  ])('%s is a finding', (_, more) => {
    const found = read(JSON.stringify([{ ...record, ...more }]));
    expect(found).toEqual([{ error: expect.stringContaining('is not valid: expected') as string }]);
  });
});

describe('other forms', () => {
  const [record] = written;

  test('flattened columns, as a list and one a line', () => {
    const flat = {
      ...{ id: record.id, status: 'pending', _server_id: null, vectors: null },
      ...record.fields,
      ...record.metadata,
      'label.suggestion': 'REFUTES',
      'label.suggestion.score': null,
      'label.suggestion.agent': 'claimset',
      'evidence.suggestion': record.suggestions.evidence.value,
      'label.responses': ['SUPPORTS'],
      'label.responses.users': [user(1)],
      'label.responses.status': ['submitted'],
    };
    const expected = { claim: { ...claim, label: 'SUPPORTS' } };
    for (const text of [JSON.stringify([flat]), `${JSON.stringify(flat)}\n`]) {
      expect(read(text).at(-1)).toMatchObject(expected);
    }
  });

  test('a record of another dataset, with marked words', () => {
    expect(
      read(
        JSON.stringify([
          {
            id: 'x',
            fields: { claim: 'C.', text: '🎉 one two', image: 'u' },
            metadata: { title: 'T', batch: 2 },
            suggestions: {
              label: { value: 'true' },
              evidence: { value: [{ start: 2, end: 5, label: 'evidence' }] },
              tone: { value: 'x' },
            },
            vectors: { v: [0.5] },
          },
        ]),
      ),
    ).toEqual([
      { text: { id: 'T_sentence_0', text: 'one' } },
      {
        claim: {
          ...{ id: 'x', claim: 'C.', label: 'SUPPORTS', evidence: [['T_sentence_0']] },
          argilla: {
            vectors: { v: [0.5] },
            fields: { text: '🎉 one two', image: 'u' },
            metadata: { title: 'T', batch: 2 },
            suggestions: { tone: 'x' },
          },
        },
      },
    ]);
  });

  test('marks that are no evidence are kept', () => {
    const marks = [
      { start: 0, end: 3, label: 'unclear' },
      { start: 900, end: 990, label: 'evidence' },
    ];
    const suggestions = { evidence: { value: marks } };
    const other = { ...record, metadata: { segments: '[[0,3,"A_sentence_0"]]' }, suggestions };
    expect(read(JSON.stringify([other]))).toEqual([
      {
        claim: {
          ...{ id: '7', claim: '🎉 C.', evidence: [] },
          argilla: {
            marks: [
              { text: 'The', label: 'unclear' },
              { text: '', label: 'evidence' },
            ],
          },
        },
      },
    ]);
  });

  test.each([
    ['no claim', '[{"id":"1","fields":{}}]', ['1:21-1:23 format/not-a-claim `claim` is missing.']],
    [
      'segments that are none',
      '[{"id":"1","fields":{"claim":"C."},"metadata":{"segments":"[1"}}]',
      ['1:59-1:63 format/not-a-claim `segments` is not valid: expected `[[start, end, id], …]` as JSON.'],
    ],
    [
      'a label that is none',
      '[{"id":"1","fields":{"claim":"C."},"suggestions":{"label":{"value":["A"]}}}]',
      ['1:59-1:74 format/not-a-claim `label` is not valid: expected a label, found a list.'],
    ],
  ])('%s', (_, text, expected) => {
    expect(readings('argilla', text)).toEqual(expected);
  });
});
