import { expect, test } from 'vitest';
import type { AdjudicationSettings } from '../../../src/annotate/adjudication/adjudication-settings.ts';
import { findConflicts, labelEntropy } from '../../../src/annotate/adjudication/find-conflicts.ts';
import type { JournalRecord } from '../../../src/claims/journal-event.ts';
import { labels } from '../../../src/claims/label.ts';
import { answer, foldOf, line, settingsOf } from './work.ts';

const [one, two, both] = [['A_sentence_1'], ['A_sentence_2'], ['A_sentence_1', 'A_sentence_2']];

test.each<{
  name: string;
  records: readonly JournalRecord[];
  kinds?: readonly string[];
  agreed?: boolean;
  settings?: AdjudicationSettings;
}>([
  {
    name: 'labels differ',
    records: [answer('a', 'SUPPORTS', [one]), answer('b', 'REFUTES', [one])],
    kinds: ['label'],
  },
  {
    name: 'no set is in both answers',
    records: [answer('a', 'SUPPORTS', [one]), answer('b', 'SUPPORTS', [two])],
    kinds: ['evidence'],
  },
  {
    name: 'one needs more than the other',
    records: [answer('a', 'SUPPORTS', [one]), answer('b', 'SUPPORTS', [both])],
    kinds: ['evidence'],
  },
  {
    name: 'one cites nothing',
    records: [answer('a', 'REFUTES', [one]), answer('b', 'REFUTES')],
    kinds: ['evidence'],
  },
  {
    name: 'a set is in both answers, in another order',
    records: [answer('a', 'SUPPORTS', [both]), answer('b', 'SUPPORTS', [two, [...both].reverse()])],
    agreed: true,
  },
  {
    name: 'not enough info, whatever was found',
    records: [answer('a', 'NOT ENOUGH INFO', [one]), answer('b', 'NOT ENOUGH INFO')],
    agreed: true,
  },
  { name: 'too few answers', records: [answer('a', 'SUPPORTS', [one])] },
  {
    name: 'too few answers, but flagged',
    records: [answer('a', 'SUPPORTS', [one]), line('a', 2, { event: 'flag', comment: 'Look.' })],
    kinds: ['flagged'],
  },
  {
    name: 'skipped for the lead',
    records: [line('a', 1, { event: 'skip', reason: 'ambiguous' })],
    kinds: ['skipped'],
  },
  { name: 'skipped for the pool', records: [line('a', 1, { event: 'skip', reason: 'prefer-not' })] },
  {
    name: 'sent back',
    records: [
      answer('a', 'SUPPORTS', [one]),
      answer('b', 'REFUTES', [one]),
      line('lead', 2, { event: 'send-back', to: ['b'] }),
    ],
  },
  {
    name: 'sent back and answered since',
    records: [
      answer('a', 'SUPPORTS', [one]),
      answer('b', 'REFUTES', [one]),
      line('lead', 2, { event: 'send-back', to: ['b'] }),
      line('b', 3, { label: 'SUPPORTS', evidence: [one] }),
    ],
    agreed: true,
  },
  {
    name: 'decided',
    records: [
      answer('a', 'SUPPORTS', [one]),
      answer('b', 'REFUTES', [one]),
      line('lead', 2, { label: 'REFUTES', evidence: [one], adjudication: true }),
    ],
  },
  {
    name: 'flagged after it was decided',
    records: [
      line('lead', 2, { label: 'REFUTES', evidence: [one], adjudication: true }),
      line('a', 1, { event: 'flag' }),
      line('b', 3, { event: 'flag' }),
    ],
    kinds: ['flagged'],
  },
  {
    name: 'the evidence alone says something else',
    records: [
      line('lead', 2, { label: 'REFUTES', evidence: [one], adjudication: true }),
      line('b', 3, { event: 'verdict', label: 'NOT ENOUGH INFO' }),
    ],
    kinds: ['verdict'],
  },
  {
    name: 'the evidence alone says the same',
    records: [
      line('lead', 2, { label: 'REFUTES', evidence: [one], adjudication: true }),
      line('b', 3, { event: 'verdict', label: 'REFUTES' }),
    ],
  },
  {
    name: 'agreed, but not with the dataset',
    records: [answer('a', 'SUPPORTS', [one]), answer('b', 'SUPPORTS', [one])],
    settings: settingsOf([{ id: 'c1', label: 'REFUTES', evidence: [one] }]),
    kinds: ['dataset'],
  },
  {
    name: 'agreed with the dataset',
    records: [answer('a', 'SUPPORTS', [one]), answer('b', 'SUPPORTS', [one])],
    settings: settingsOf([{ id: 'c1', label: 'SUPPORTS', evidence: [one] }]),
  },
  {
    name: 'a sure claim',
    records: [answer('a', 'SUPPORTS', [one]), answer('b', 'REFUTES', [one])],
    settings: settingsOf([{ id: 'c1', label: 'SUPPORTS', evidence: [one] }], { sure: ['c1'] }),
  },
  {
    name: 'one person alone',
    records: [answer('a', 'SUPPORTS', [one])],
    settings: settingsOf([{ id: 'c1' }], { overlap: 1 }),
    agreed: true,
  },
  {
    name: 'a claim that the dataset does not have',
    records: [answer('a', 'SUPPORTS', [one]), answer('b', 'REFUTES', [one])],
    settings: settingsOf([]),
  },
])('$name', ({ records, kinds = [], agreed = false, settings = settingsOf() }) => {
  const found = findConflicts(foldOf(records), settings);
  expect(found.waiting.flatMap((conflict) => conflict.kinds)).toEqual(kinds);
  expect(found.agreedCount).toBe(agreed ? 1 : 0);
  expect(found.agreed.map(({ claim }) => claim)).toEqual(agreed ? ['c1'] : []);
});

test('the least certain come first, then numbers before texts', () => {
  const ids = ['b', 10, 2, 'a'];
  const records = ids.flatMap((claim) => [
    answer('x', 'SUPPORTS', [one], { claim }),
    answer('y', 'REFUTES', [one], { claim }),
  ]);
  const third = answer('z', 'NOT ENOUGH INFO', [], { claim: 'b' });
  const settings = settingsOf(ids.map((id) => ({ id })));
  const { waiting } = findConflicts(foldOf([...records, third]), settings);
  expect(waiting.map(({ claim }) => claim)).toEqual(['b', 2, 10, 'a']);
  expect(waiting.map(({ entropy }) => entropy.toFixed(3))).toEqual(['1.585', '1.000', '1.000', '1.000']);
});

test('of each kind the first 500 are listed, and all are counted', () => {
  const ids = Array.from({ length: 1100 }, (_, id) => id);
  const records = ids.flatMap((claim) =>
    claim < 600
      ? [answer('a', 'SUPPORTS', [one], { claim }), answer('b', 'REFUTES', [one], { claim })]
      : [line('a', 1, { claim, event: 'flag' })],
  );
  const known = new Set(ids);
  const settings = settingsOf([], {
    find: (id) => (known.has(Number(id)) ? { record: { id, claim: 'One.' } } : undefined),
  });
  const { waiting, waitingCount, kindCounts } = findConflicts(foldOf(records), settings);
  expect(waiting).toHaveLength(1000);
  expect(waitingCount).toBe(1100);
  expect(kindCounts).toMatchObject({ label: 600, flagged: 500, evidence: 0 });
});

test('what was decided, the latest first, by whom it was, and the gaps of the guidelines', () => {
  const ids = ['1', '2', '3', '4'];
  const found = findConflicts(
    foldOf([
      line('lead', 1, {
        claim: '1',
        label: 'REFUTES',
        evidence: [one],
        adjudication: true,
        reason: 'guideline-gap',
        comment: 'Are dates rounded?',
      }),
      line('other', 4, { claim: '2', label: 'SUPPORTS', evidence: [one], adjudication: true }),
      line('lead', 3, {
        claim: '3',
        event: 'drop',
        reason: 'page-defect',
        record: { id: '3', claim: 'Gone.' },
        file: 'a.jsonl',
      }),
      answer('a', 'SUPPORTS', [one], { claim: '4' }),
      line('lead', 5, { claim: '4', event: 'send-back', to: ['a'], comment: 'Look again.' }),
    ]),
    settingsOf(ids.filter((id) => id !== '3').map((id) => ({ id }))),
  );
  expect(found.decided.map(({ claim, did, isOwn }) => [claim, did, isOwn])).toEqual([
    ['4', 'send-back', true],
    ['2', 'adjudication', false],
    ['3', 'drop', true],
    ['1', 'adjudication', true],
  ]);
  expect(found.decided[2]?.text).toBe('Gone.');
  expect(found.gaps.map(({ comment }) => comment)).toEqual(['Are dates rounded?']);
});

test.each([
  ['of two annotators one wrote the claim', ['a', 'b'], true],
  ['there is one annotator', ['a'], false],
])('no more answers are needed than can be given: %s', (_, annotators, isWritten) => {
  const written = line('b', 0, { event: 'write', record: { id: 'c1', claim: 'It is so.' } });
  const records = [...(isWritten ? [written] : []), answer('a', 'REFUTES', [one])];
  const settings = settingsOf([{ id: 'c1', label: 'SUPPORTS' }], { annotators: new Set(annotators) });
  expect(findConflicts(foldOf(records), settings)).toMatchObject({
    waiting: [{ claim: 'c1', kinds: ['dataset'] }],
    begun: 0,
  });
});

test('claims that are begun are counted: why nothing waits', () => {
  expect(findConflicts(foldOf([answer('a', 'SUPPORTS', [one])]), settingsOf()).begun).toBe(1);
});

test.each([
  [[], 0],
  [['SUPPORTS', 'SUPPORTS'], 0],
  [['SUPPORTS', 'REFUTES'], 1],
  [[...labels], Math.log2(3)],
] as const)('the entropy of %j is %f bits', (given, bits) => {
  expect(labelEntropy(given.map((label) => ({ label })))).toBeCloseTo(bits, 12);
  expect(Object.is(labelEntropy([]), 0)).toBe(true);
});
