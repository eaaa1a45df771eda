import { expect, test } from 'vitest';
import {
  type Decision,
  type DecisionAction,
  isAnswer,
  isMerged,
  lacksOf,
  reduceDecision,
  startDecision,
} from '../../../src/annotate/adjudication/decision.ts';
import { keptOf, parseKept, startKept } from '../../../src/annotate/adjudication/kept-decision.ts';
import type { Answer } from '../../../src/annotate/api/adjudication.ts';
import { record } from '../../../src/annotate/draft/timeline.ts';

const [one, two, both] = [['A_sentence_1'], ['A_sentence_2'], ['A_sentence_1', 'A_sentence_2']];
const answers: readonly Answer[] = [
  { letter: 'A', label: 'SUPPORTS', evidence: [one] },
  { letter: 'B', label: 'SUPPORTS', evidence: [both, two], comment: 'Theirs.' },
];

function after(...actions: readonly DecisionAction[]): Decision {
  return actions.reduce(
    (decision, action) => reduceDecision(decision, action, answers),
    startDecision({ answers, decided: null }),
  );
}

test('begins with what the answers have in common', () => {
  expect(after().draft).toMatchObject({ label: 'SUPPORTS', sets: [[]] });
});

test('begins with what was decided', () => {
  const decided = {
    label: 'REFUTES',
    evidence: [two],
    reason: 'guideline-gap',
    comment: null,
    isOwn: true,
  } as const;
  const decision = startDecision({ answers, decided: { ...decided, evidence: [two] } });
  expect(decision).toMatchObject({ draft: { label: 'REFUTES', sets: [two] }, reason: 'guideline-gap' });
});

test('takes an answer as it is, without its comment', () => {
  const { draft } = after({ type: 'take', letter: 'B' });
  expect(draft).toMatchObject({ label: 'SUPPORTS', sets: [both, two], comment: '' });
  expect(answers.map((answer) => isAnswer(draft, answer))).toEqual([false, true]);
  expect(isMerged(draft, answers)).toBe(false);
});

test('takes all, tells what that leaves out, and takes that back in', () => {
  const merged = after({ type: 'merge' });
  expect(merged.draft.sets).toEqual([one, two]);
  expect(merged.leftOut).toEqual([both]);
  expect(isMerged(merged.draft, answers)).toBe(true);
  const back = reduceDecision(merged, { type: 'put-back', set: merged.leftOut[0] ?? [] }, answers);
  expect(back.draft).toMatchObject({ sets: [one, two, both], active: 2 });
  expect(back.leftOut).toEqual([]);
});

test('an own answer begins from nothing', () => {
  expect(after({ type: 'merge' }, { type: 'own' })).toMatchObject({
    draft: { label: undefined, sets: [[]] },
    leftOut: [],
  });
});

test.each<readonly DecisionAction[]>([
  [{ type: 'merge' }],
  [{ type: 'take', letter: 'A' }],
  [{ type: 'own' }],
  [{ type: 'reason', reason: 'page-defect' }],
])('doing it twice is doing it once: %j', (action) => {
  const once = after(action);
  expect(reduceDecision(once, action, answers)).toBe(once);
});

test('an unknown letter and a set that was not left out change nothing', () => {
  const before = after();
  expect(reduceDecision(before, { type: 'take', letter: 'Q' }, answers)).toBe(before);
  expect(reduceDecision(before, { type: 'put-back', set: one }, answers)).toBe(before);
});

test('lacks what a record needs, and a reason where the answers differ', () => {
  expect(lacksOf(after({ type: 'own' }), answers)).toEqual(['label', 'reason']);
  expect(lacksOf(after(), answers)).toEqual(['evidence', 'reason']);
  const nei = after({ type: 'draft', action: { type: 'label', label: 'NOT ENOUGH INFO' } });
  expect(lacksOf(nei, answers)).toEqual(['reason']);
  expect(lacksOf(after({ type: 'merge' }, { type: 'reason', reason: 'both-valid' }), answers)).toEqual([]);
  expect(lacksOf(after({ type: 'take', letter: 'A' }), answers.slice(0, 1))).toEqual([]);
});

test('what the browser keeps comes back whole', () => {
  const { timeline, ...rest } = startKept(after());
  const kept = { ...rest, timeline: record(timeline, after({ type: 'merge' })), comment: 'So.', seconds: 4 };
  expect(parseKept(structuredClone(keptOf(kept)))).toEqual(kept);
  expect(parseKept(JSON.parse(JSON.stringify(keptOf(kept))))).toEqual(kept);
});

test.each([undefined, null, 7, {}, { past: [], present: { draft: { sets: [] } } }])(
  '%j is nothing that was kept',
  (kept) => {
    expect(parseKept(kept)).toBeUndefined();
  },
);
