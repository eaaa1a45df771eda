import { expect, test } from 'vitest';
import { correctionOf, isCorrected } from '../../../src/annotate/adjudication/correction-of.ts';
import { diffEvidence } from '../../../src/annotate/adjudication/diff-evidence.ts';
import { listHistory } from '../../../src/annotate/adjudication/list-history.ts';
import { type HistoryEntry, historyResponseSchema } from '../../../src/annotate/api/history.ts';
import type { JournalRecord } from '../../../src/claims/journal-event.ts';
import type { Label } from '../../../src/claims/label.ts';
import { answer, foldOf, line, settingsOf } from './work.ts';

const [one, two, both] = [['A_sentence_1'], ['A_sentence_2'], ['A_sentence_1', 'A_sentence_2']];

function historyOf(annotator: string, records: readonly JournalRecord[], ids = ['c1', 'c2', 'c3']) {
  const { find } = settingsOf(ids.map((id) => ({ id })));
  const own = records.filter((record) => record.annotator === annotator);
  const history = listHistory({ work: foldOf(records), records: own, annotator, find });
  expect(historyResponseSchema.parse(history)).toEqual(history);
  return history.entries;
}

test('the latest first, with how the answer was corrected', () => {
  const entries = historyOf('a', [
    answer('a', 'SUPPORTS', [one], { seconds: 12 }),
    answer('b', 'REFUTES', [two]),
    line('a', 2, { claim: 'c2', event: 'skip', reason: 'ambiguous', comment: 'Who?' }),
    line('a', 3, { claim: 'c3', event: 'flag' }),
    line('lead', 4, {
      label: 'REFUTES',
      evidence: [two],
      adjudication: true,
      reason: 'annotator-error',
      comment: 'See the date.',
    }),
  ]);
  expect(entries.map(({ claim, did }) => [claim, did])).toEqual([
    ['c2', 'skip'],
    ['c1', 'annotation'],
  ]);
  expect(entries[0]).toMatchObject({ skipReason: 'ambiguous', label: null, decided: null });
  expect(entries[1]).toMatchObject({
    label: 'SUPPORTS',
    seconds: 12,
    decided: { label: 'REFUTES', evidence: [two], reason: 'annotator-error', comment: 'See the date.' },
  });
});

test('nothing of others, and nothing of what was taken back', () => {
  expect(
    historyOf('b', [answer('a', 'SUPPORTS', [one]), answer('b', 'REFUTES', [two])]).map(({ label }) => label),
  ).toEqual(['REFUTES']);
  const withdrawn = [answer('a', 'SUPPORTS', [one]), line('a', 2, { event: 'withdraw', what: 'annotation' })];
  expect(historyOf('a', withdrawn)).toEqual([]);
});

test('of several answers, and of an answer and a skip, what stands', () => {
  const again = [answer('a', 'SUPPORTS', [one]), line('a', 2, { label: 'REFUTES', evidence: [two] })];
  expect(historyOf('a', again).map(({ label }) => label)).toEqual(['REFUTES']);
  const skipped = [...again, line('a', 3, { event: 'skip', reason: 'other' })];
  expect(historyOf('a', skipped).map(({ did }) => did)).toEqual(['skip']);
});

test('who decides is not corrected by that', () => {
  const records = [
    answer('a', 'SUPPORTS', [one]),
    line('a', 2, { label: 'REFUTES', evidence: [two], adjudication: true }),
  ];
  expect(historyOf('a', records).map(({ did, decided }) => [did, decided])).toEqual([
    ['adjudication', null],
    ['annotation', null],
  ]);
});

test('what waits for another answer, and what is no longer there', () => {
  const records = [
    answer('a', 'SUPPORTS', [one]),
    line('lead', 2, { event: 'send-back', to: ['a'], comment: 'Once more.' }),
    line('a', 1, { claim: 'gone', label: 'SUPPORTS', evidence: [one] }),
    line('lead', 2, {
      claim: 'gone',
      event: 'drop',
      reason: 'page-defect',
      record: { id: 'gone', claim: 'Gone.' },
      file: 'x.jsonl',
    }),
  ];
  expect(historyOf('a', records)).toMatchObject([
    { claim: 'gone', text: 'Gone.', isDropped: true },
    { claim: 'c1', sentBack: 'Once more.', isDropped: false },
  ]);
});

test('evidence of both, of the one, of the other', () => {
  expect(diffEvidence([one, both], [[...both].reverse(), two, two])).toEqual([
    { set: both, in: 'both' },
    { set: one, in: 'own' },
    { set: two, in: 'other' },
  ]);
  expect(diffEvidence([], [])).toEqual([]);
});

const decided = (label: Label, evidence: string[][]) => ({ label, evidence, reason: null, comment: null });

test.each([
  ['not decided', { label: 'SUPPORTS', evidence: [one], decided: null }, 'open'],
  ['as answered', { label: 'SUPPORTS', evidence: [one], decided: decided('SUPPORTS', [one]) }, 'confirmed'],
  ['another label', { label: 'SUPPORTS', evidence: [one], decided: decided('REFUTES', [one]) }, 'label'],
  [
    'more evidence',
    { label: 'SUPPORTS', evidence: [one], decided: decided('SUPPORTS', [one, two]) },
    'evidence',
  ],
  [
    'no verdict',
    { label: 'NOT ENOUGH INFO', evidence: [one], decided: decided('NOT ENOUGH INFO', []) },
    'confirmed',
  ],
  ['a skip', { did: 'skip', label: null, evidence: [], decided: decided('REFUTES', [one]) }, 'open'],
] as const)('%s', (_, change, correction) => {
  const entry = {
    claim: 'c1',
    text: 'One.',
    did: 'annotation',
    at: '2026-03-01T10:00:00Z',
    seconds: null,
    skipReason: null,
    sentBack: null,
    isDropped: false,
    ...change,
  } as unknown as HistoryEntry;
  expect(correctionOf(entry)).toBe(correction);
  expect(isCorrected(entry)).toBe(correction === 'label' || correction === 'evidence');
});
