import { expect, test } from 'vitest';
import { type Draft, emptyDraft } from '../../../src/annotate/draft/draft.ts';
import { reduceDraft } from '../../../src/annotate/draft/reduce-draft.ts';
import { answerOfDraft, draftOfAnswer } from '../../../src/annotate/label/answer-of-draft.ts';

const chosen: Draft = {
  ...emptyDraft,
  sets: [['A_sentence_0', 'A_sentence_1'], [], ['A_sentence_1']],
  consulted: ['A_sentence_9'],
  comment: ' a note ',
};

test.each([
  { label: 'SUPPORTS', keepsPartial: false, evidence: 2, consulted: ['A_sentence_9'] },
  { label: 'REFUTES', keepsPartial: true, evidence: 2, consulted: ['A_sentence_9'] },
  {
    label: 'NOT ENOUGH INFO',
    keepsPartial: false,
    evidence: 0,
    consulted: ['A_sentence_0', 'A_sentence_1', 'A_sentence_9'],
  },
  { label: 'NOT ENOUGH INFO', keepsPartial: true, evidence: 2, consulted: ['A_sentence_9'] },
] as const)(
  '$label, partial evidence kept: $keepsPartial',
  ({ label, keepsPartial, evidence, consulted }) => {
    const answer = answerOfDraft({ ...chosen, label, keepsPartial });
    expect(answer?.evidence).toHaveLength(evidence);
    expect(answer?.consulted).toEqual(consulted);
    expect(answer?.comment).toBe('a note');
  },
);

test('a draft without a label is no answer', () => {
  expect(answerOfDraft(chosen)).toBeUndefined();
});

test.each(['SUPPORTS', 'NOT ENOUGH INFO'] as const)(
  'an answer %s that is opened again says the same',
  (label) => {
    for (const keepsPartial of [false, true]) {
      const answer = answerOfDraft({ ...chosen, label, keepsPartial, challenge: 'Other' });
      if (answer === undefined) throw new Error('no answer');
      expect(answerOfDraft(draftOfAnswer(answer))).toEqual(answer);
    }
  },
);

test('what was consulted is evidence again with one step', () => {
  const answer = answerOfDraft({ ...chosen, label: 'NOT ENOUGH INFO' });
  if (answer === undefined) throw new Error('no answer');
  const back = reduceDraft(draftOfAnswer(answer), { type: 'use-consulted' });
  expect(back).toMatchObject({ sets: [['A_sentence_0', 'A_sentence_1', 'A_sentence_9']], consulted: [] });
});
