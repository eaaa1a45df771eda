import fc from 'fast-check';
import { expect, test } from 'vitest';
import { agreedPart, mergeAnswers } from '../../../src/annotate/adjudication/merge-answers.ts';
import { evidenceOfDraft } from '../../../src/annotate/draft/evidence-of-draft.ts';
import { labels } from '../../../src/claims/label.ts';

const [one, two, both] = [['A_sentence_1'], ['A_sentence_2'], ['A_sentence_1', 'A_sentence_2']];

test.each([
  {
    name: 'the sets of all, each once',
    answers: [
      { label: 'SUPPORTS', evidence: [one, two] },
      { label: 'SUPPORTS', evidence: [two] },
    ],
    label: 'SUPPORTS',
    sets: [two, one],
    leftOut: [],
  },
  {
    name: 'a set that contains another is left out',
    answers: [
      { label: 'SUPPORTS', evidence: [both] },
      { label: 'SUPPORTS', evidence: [one] },
    ],
    label: 'SUPPORTS',
    sets: [one],
    leftOut: [both],
  },
  {
    name: 'labels tie: none, and the evidence of all',
    answers: [
      { label: 'SUPPORTS', evidence: [one] },
      { label: 'REFUTES', evidence: [two] },
    ],
    label: undefined,
    sets: [one, two],
    leftOut: [],
  },
  {
    name: 'only the evidence of the label that most gave',
    answers: [
      { label: 'SUPPORTS', evidence: [one] },
      { label: 'REFUTES', evidence: [two] },
      { label: 'REFUTES', evidence: [both] },
    ],
    label: 'REFUTES',
    sets: [two],
    leftOut: [both],
  },
  {
    name: 'nothing at all',
    answers: [{ label: 'NOT ENOUGH INFO', evidence: [] }],
    label: 'NOT ENOUGH INFO',
    sets: [[]],
    leftOut: [],
  },
  { name: 'no answers', answers: [], label: undefined, sets: [[]], leftOut: [] },
] as const)('$name', ({ answers, label, sets, leftOut }) => {
  const merged = mergeAnswers(
    answers.map(({ label, evidence }) => ({ label, evidence: evidence.map((set) => [...set]) })),
  );
  expect(merged.draft.label).toBe(label);
  expect(merged.draft.sets).toEqual(sets);
  expect(merged.leftOut).toEqual(leftOut);
});

test('the challenge that most gave, what was consulted by anyone, no comment', () => {
  const { draft } = mergeAnswers([
    { label: 'NOT ENOUGH INFO', evidence: [], challenge: 'Other', consulted: ['A_sentence_1'] },
    { label: 'NOT ENOUGH INFO', evidence: [], consulted: ['A_sentence_1', 'A_sentence_2'] },
  ]);
  expect(draft).toMatchObject({
    challenge: 'Other',
    consulted: ['A_sentence_1', 'A_sentence_2'],
    comment: '',
  });
});

test('what all have in common: the label, and the sets of all', () => {
  const part = agreedPart([
    { label: 'SUPPORTS', evidence: [one, two] },
    { label: 'SUPPORTS', evidence: [two, both] },
  ]);
  expect(part).toMatchObject({ label: 'SUPPORTS', sets: [two] });
  expect(
    agreedPart([
      { label: 'SUPPORTS', evidence: [one] },
      { label: 'REFUTES', evidence: [one] },
    ]),
  ).toMatchObject({
    label: undefined,
    sets: [one],
  });
});

test('merging keeps every set or tells that it is left out, and no set contains another', () => {
  const set = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd'), { minLength: 1 });
  const given = fc.record({ label: fc.constantFrom(...labels), evidence: fc.array(set, { maxLength: 4 }) });
  fc.assert(
    fc.property(fc.array(given, { minLength: 1, maxLength: 4 }), (answers) => {
      const { draft, leftOut } = mergeAnswers(answers);
      const sets = evidenceOfDraft(draft);
      const key = (ids: readonly string[]) => [...ids].sort().join();
      const heard = answers.filter(({ label }) => draft.label === undefined || label === draft.label);
      expect(new Set([...sets, ...leftOut].map(key))).toEqual(
        new Set(heard.flatMap(({ evidence }) => evidence.map(key))),
      );
      for (const own of sets)
        expect(sets.some((other) => other !== own && other.every((id) => own.includes(id)))).toBe(false);
    }),
    { numRuns: 200 },
  );
});
