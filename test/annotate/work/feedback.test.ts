import { expect, test } from 'vitest';
import { feedbackSchema } from '../../../src/annotate/api/events.ts';
import { measureFeedback, type SentAnswer } from '../../../src/annotate/work/feedback.ts';

test('an answer of the training is told the gold and how near it came', () => {
  const answer: SentAnswer = { number: 4, claim: 'c', label: 'REFUTES', evidence: [['a', 'x']] };
  const feedback = measureFeedback(answer, { label: 'SUPPORTS', evidence: [['a'], ['b', 'c']] });
  expect(feedbackSchema.parse(feedback)).toEqual({
    number: 4,
    claim: 'c',
    label: 'SUPPORTS',
    evidence: [['a'], ['b', 'c']],
    isLabelRight: false,
    evidencePrecision: 1 / 2,
    evidenceRecall: 1 / 2,
  });
});
