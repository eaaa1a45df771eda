import { describe, expect, test } from 'vitest';
import type { OpenClaim } from '../../../src/claims/open-claim.ts';
import { labelStudio, labelStudioConfig } from '../../../src/formats/tools/label-studio.ts';
import { context } from '../example-claims.ts';
import { readings } from '../places.ts';

const first = 'Café (bar)_sentence_0';
const second = 'Café (bar)_sentence_1';
const cell = 'Café (bar)_cell_0_1_1';

interface Task {
  readonly data: { readonly paragraphs: readonly { readonly id: string; readonly text: string }[] };
  readonly annotations: readonly object[];
}

function tasks(claims: readonly OpenClaim[]): Task[] {
  return JSON.parse([...labelStudio.write(claims, context)].join('')) as Task[];
}

function read(all: readonly object[]): object[] {
  return [...labelStudio.read({ file: 'x', text: JSON.stringify(all) }, context)].map((result) =>
    result.diagnostic === undefined
      ? result
      : { [result.diagnostic.severity]: result.diagnostic.message, at: result.diagnostic.place.pointer },
  );
}

const choice = (label: string, name = 'label') => ({
  id: 'x1',
  from_name: name,
  to_name: 'claim',
  type: 'choices',
  value: { choices: [label] },
});

const region = (start: number, end: number, labels: readonly string[], more: object = {}) => ({
  id: 'x2',
  from_name: 'evidence',
  to_name: 'paragraphs',
  type: 'paragraphlabels',
  value: { start: String(start), end: String(end), paragraphlabels: labels, ...more },
});

const paragraphs = [
  { id: first, name: first, text: 'The Café is a bar.' },
  { id: second, name: second, text: 'It opened in 1988.' },
  { id: cell, name: cell, text: '12' },
];

const task = (annotations: readonly object[], more: object = {}) => ({
  data: { claim_id: 7, claim: 'C.', paragraphs },
  annotations,
  ...more,
});

describe('writing', () => {
  test('all elements of the cited articles stand there, those without text by their ids', () => {
    const [written] = tasks([
      { id: 1, claim: 'C.', label: 'SUPPORTS', evidence: [[cell], ['Elsewhere_sentence_0']] },
    ]);
    expect(written?.data.paragraphs.map(({ text }) => text)).toEqual([
      ...['The Café is a bar.', 'It opened in 1988.', 'Figures', 'Guests by year'],
      ...['Year', 'Guests', '1988', '12', 'Tea', 'The end.', '[Elsewhere_sentence_0]'],
    ]);
    expect(written?.data.paragraphs[7]).toMatchObject({ id: cell, name: `${cell} [1988; Guests]` });
  });

  test('a claim without evidence shows the article that it was written from', () => {
    const [written] = tasks([{ id: 1, claim: 'C.', evidence: [], source: first }]);
    expect(written?.data.paragraphs).toHaveLength(10);
    expect(written?.annotations).toEqual([]);
  });

  test('offsets are UTF-16 code units', () => {
    const [written] = tasks([{ id: 1, claim: 'C.', label: 'SUPPORTS', evidence: [['🎉_sentence_0']] }]);
    expect(JSON.stringify(written?.annotations)).toContain('"startOffset":0,"endOffset":15');
    expect('[🎉_sentence_0]').toHaveLength(15);
  });
});

describe('reading', () => {
  test('the ground truth of several annotations, the rest kept; cancelled ones are counted', () => {
    const truth = { id: 5, result: [choice('REFUTES'), region(0, 1, ['evidence 1'])], ground_truth: true };
    const other = { id: 6, result: [choice('SUPPORTS')], ground_truth: false };
    const cancelled = { id: 7, result: [], was_cancelled: true };
    expect(read([task([other, cancelled, truth], { id: 99 }), task([cancelled])])).toEqual([
      { text: { id: first, text: 'The Café is a bar.' } },
      { text: { id: second, text: 'It opened in 1988.' } },
      {
        claim: {
          ...{ id: 7, claim: 'C.', label: 'REFUTES', evidence: [[first, second]] },
          label_studio: { task: { id: 99 }, annotation: { id: 5 }, annotations: [other] },
        },
      },
      { claim: { id: 7, claim: 'C.', evidence: [] } },
      {
        info: '2 annotations are not read, because they are cancelled, discarded or drafts; this is the first.',
        at: '/annotations/1',
      },
    ]);
  });

  test('annotations that say the same need no ground truth; others leave the claim open', () => {
    const said = (label: string, set: string) => ({ result: [choice(label), region(1, 1, [set])] });
    expect(
      read([task([said('Supported', 'evidence 1'), said('Supported', 'Evidence')])]).at(-1),
    ).toMatchObject({
      claim: { label: 'SUPPORTS', evidence: [[second]] },
    });
    const differ = [said('SUPPORTS', 'evidence 1'), said('REFUTES', 'evidence 1')];
    expect(read([task(differ)])).toEqual([
      {
        warning:
          'The 2 annotations of the record say different things: the claim is read without label and evidence.',
        at: '/annotations',
      },
      { claim: { id: 7, claim: 'C.', evidence: [], label_studio: { annotations: differ } } },
    ]);
  });

  test('sets are told by their numbers, in any order; a region may be of two sets', () => {
    const result = [region(2, 2, ['evidence 3']), region(0, 0, ['evidence 1', 'evidence 3'])];
    expect(read([task([{ result }])]).at(-1)).toEqual({
      claim: { id: 7, claim: 'C.', evidence: [[first], [cell, first]] },
    });
  });

  test('what a label or a region says besides is kept', () => {
    const scored = { ...choice('REFUTES'), score: 0.5 };
    const noted = { ...region(0, 0, ['evidence 1']), meta: { text: ['sure?'] } };
    const plain = { ...region(1, 1, ['evidence 1']), origin: 'manual' };
    const guessed = { ...region(2, 2, ['evidence 1']), origin: 'prediction' };
    const result = [scored, noted, plain, guessed];
    expect(read([task([{ result }])]).at(-1)).toEqual({
      claim: {
        ...{ id: 7, claim: 'C.', label: 'REFUTES', evidence: [[first, second, cell]] },
        label_studio: { results: [scored, noted, guessed] },
      },
    });
  });

  test('what is no label and no evidence is kept', () => {
    const part = region(0, 0, ['evidence 1'], { startOffset: 4, endOffset: 8 });
    const results = [
      choice('easy', 'difficulty'),
      region(0, 0, ['doubtful']),
      part,
      { type: 'textarea', from_name: 'comment', value: { text: ['why'] } },
    ];
    expect(
      read([
        task([{ result: [choice('NEI'), ...results], lead_time: 3.5 }], {
          id: 4,
          meta: { batch: 2 },
          predictions: [{ score: 0.5 }],
          drafts: [],
        }),
      ]).at(-1),
    ).toEqual({
      claim: {
        ...{ id: 7, claim: 'C.', label: 'NOT ENOUGH INFO', evidence: [[first]] },
        label_studio: {
          task: { id: 4, predictions: [{ score: 0.5 }], meta: { batch: 2 } },
          annotation: { lead_time: 3.5 },
          results,
        },
      },
    });
  });

  // Tasks and results as https://labelstud.io/guide/task_format and https://labelstud.io/tags/paragraphs show them.
  test('a task of another project', () => {
    const dialogue = [
      { author: 'Alice', text: 'Hi, Bob.' },
      { author: 'Bob', text: 'Hello, Alice!' },
    ];
    expect(
      read([
        {
          id: 12,
          data: { text: 'They greet.', title: 'Dialogue', dialogue },
          annotations: [
            { result: [choice('true', 'verdict'), { ...region(1, 1, ['evidence']), from_name: 'ner' }] },
          ],
        },
      ]),
    ).toEqual([
      { text: { id: 'Dialogue_sentence_0', text: 'Hello, Alice!' } },
      {
        claim: {
          ...{ id: 12, claim: 'They greet.', label: 'SUPPORTS', evidence: [['Dialogue_sentence_0']] },
          label_studio: { task: { id: 12 }, data: { title: 'Dialogue', dialogue } },
        },
      },
    ]);
  });

  test.each([
    [
      'two choices',
      [{ result: [{ ...choice('A'), value: { choices: ['A', 'B'] } }] }],
      'expected one choice, found 2',
    ],
    [
      'a paragraph that is not there',
      [{ result: [region(3, 3, ['evidence 1'])] }],
      'expected positions of two of the 3 paragraphs, found 3 and 3',
    ],
    [
      'a range that runs backwards',
      [{ result: [region(2, 1, ['evidence 1'])] }],
      'expected positions of two of the 3 paragraphs, found 2 and 1',
    ],
  ])('%s', (_, annotations, problem) => {
    const [finding, ...rest] = readings('label-studio', JSON.stringify([task(annotations)]));
    expect(rest).toEqual([]);
    expect(finding).toContain(`is not valid: ${problem}.`);
  });

  test.each([
    ['no data', '[\n{"annotations":[]}\n]', ['2:1-2:19 format/not-a-claim `data` is missing.']],
    ['no claim', '[{"data":{"id":1}}]', ['1:10-1:18 format/not-a-claim `claim` is missing.']],
    [
      'an id that is none',
      '[{"data":{"claim_id":[1],"claim":"C."}}]',
      [
        '1:22-1:25 format/not-a-claim `id` is not valid: expected a string that is not empty, or an integer within ±(2^53 - 1), found a list.',
      ],
    ],
  ])('%s', (_, text, expected) => {
    expect(readings('label-studio', text)).toEqual(expected);
  });

  test('regions that say to mark millions of paragraphs are refused', () => {
    const many = Array.from({ length: 2_000 }, (_, n) => ({ id: `A_sentence_${n}`, text: 'x' }));
    const result = Array.from({ length: 2_000 }, (_, set) => region(0, 1_999, [`evidence ${set + 1}`]));
    const text = JSON.stringify([
      { data: { claim_id: 1, claim: 'C.', paragraphs: many }, annotations: [{ result }] },
    ]);
    expect(readings('label-studio', text)[0]).toContain('expected at most 100000 marked elements');
  });
});

test('the labelling interface has a label for each set', () => {
  expect(labelStudioConfig(2)).toMatchInlineSnapshot(`
    "<View>
      <Text name="claim" value="$claim"/>
      <Choices name="label" toName="claim" choice="single" showInline="true">
        <Choice value="SUPPORTS"/>
        <Choice value="REFUTES"/>
        <Choice value="NOT ENOUGH INFO"/>
      </Choices>
      <ParagraphLabels name="evidence" toName="paragraphs">
        <Label value="evidence 1"/>
        <Label value="evidence 2"/>
      </ParagraphLabels>
      <Paragraphs name="paragraphs" value="$paragraphs" layout="dialogue" nameKey="name" textKey="text"/>
    </View>
    "
  `);
});
