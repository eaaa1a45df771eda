import { describe, expect, test } from 'vitest';
import { context } from './example-claims.ts';
import { readings } from './places.ts';

/** What is told about a text besides its claims. */
const leftOut = (format: string, text: string): string[] =>
  readings(format, text).filter((reading) => !reading.startsWith('['));

const line = (json: object): string => `${JSON.stringify(json)}\n`;

const scifact = (rationale: object) => ({
  ...{ id: 1, claim: 'C.', cited_doc_ids: [7] },
  evidence: { 7: [{ sentences: [0], label: 'SUPPORT', ...rationale }] },
});

const feverous = (...evidence: readonly object[]) => ({
  ...{ id: 1, claim: 'C.', label: 'SUPPORTS', challenge: 'Other', annotator_operations: [], evidence },
});

const id = 'Elsewhere_sentence_0';

test.each<readonly [what: string, format: string, record: object, found: readonly unknown[]]>([
  [
    'keys of a rationale',
    'scifact',
    scifact({ note: 1, why: 2 }),
    [
      '1:101-1:102 format/left-out No claim has a place for the key `note` of a rationale: it is not read.',
      '1:109-1:110 format/left-out No claim has a place for the key `why` of a rationale: it is not read.',
    ],
  ],
  ['nothing of a plain rationale', 'scifact', scifact({}), []],
  [
    'keys of an evidence set',
    'feverous',
    feverous({ content: [id], context: { [id]: ['Elsewhere_title'] }, by: 'me' }),
    [expect.stringContaining('the key `by` of an evidence set')],
  ],
  [
    'contexts of what is not cited',
    'feverous',
    feverous({ content: [id], context: { [id]: ['Elsewhere_title'], Other_title: [] } }),
    [expect.stringContaining('the context of what the evidence set does not cite')],
  ],
  [
    'another context of the same piece',
    'feverous',
    feverous(
      { content: [id], context: { [id]: ['Elsewhere_title'] } },
      { content: [id], context: { [id]: ['Elsewhere_title', 'Elsewhere_section_1'] } },
    ),
    [expect.stringContaining('a second context of the same piece of evidence')],
  ],
  [
    'ids of evidence that a NOT ENOUGH INFO claim cites',
    'fever',
    { id: 1, label: 'NOT ENOUGH INFO', claim: 'C.', evidence: [[[5, 6, 'A', 0]]] },
    [expect.stringContaining('the annotation ids of evidence of a NOT ENOUGH INFO claim')],
  ],
  [
    'a text that belongs to several ids',
    'vitaminc',
    {
      ...{ unique_id: 'a', claim: 'C.', label: 'SUPPORTS', evidence: 'One. Two.', page: 'P' },
      evidence_ids: [['P_sentence_0', 'P_sentence_1']],
    },
    [expect.stringContaining('the text of an evidence set of several ids')],
  ],
])('%s', (_, format, record, found) => {
  expect(leftOut(format, line(record))).toEqual(found);
});

describe('a file with many of them', () => {
  test('is told once a kind, with their number', () => {
    expect(leftOut('scifact', line(scifact({ note: 1 })).repeat(3))).toEqual([
      expect.stringContaining('the key `note` of a rationale: it is not read, 3 times; this is the first.'),
    ]);
  });

  test('of many kinds is told ten, and that there are more', () => {
    const keys = Object.fromEntries(Array.from({ length: 15 }, (_, which) => [`key ${which}`, which]));
    const found = leftOut('scifact', line(scifact(keys)));
    expect(found).toHaveLength(11);
    expect(found.at(-1)).toContain('more of this sort: it is not read, 5 times');
  });

  test('escapes in a key do not reach a terminal', () => {
    const [found] = leftOut('scifact', line(scifact({ '\u001b[31mred': 1 })));
    expect(found).toContain('`\\u{1b}[31mred`');
  });
});

test('a text that the corpus has for each id is not lost', () => {
  const ids = ['Café (bar)_sentence_0', 'Café (bar)_sentence_1'];
  expect(ids.map((one) => context.evidence.text(one))).not.toContain(undefined);
  const record = {
    unique_id: 'a',
    claim: 'C.',
    label: 'SUPPORTS',
    evidence: 'One. Two.',
    evidence_ids: [ids],
  };
  expect(leftOut('vitaminc', line(record))).toEqual([]);
});
