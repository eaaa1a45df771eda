import { expect, test } from 'vitest';
import { acceptAgreed } from '../../../src/annotate/adjudication/accept-agreed.ts';
import { goldOf } from '../../../src/annotate/adjudication/gold-of.ts';
import type { Annotation } from '../../../src/claims/annotation.ts';
import { aggregateClaims } from '../../../src/stats/aggregation/aggregate-claims.ts';
import { collectAnnotations } from '../../../src/stats/annotations/standing-annotations.ts';
import { answer, line, settingsOf, workOf } from './work.ts';

const [one, two, both] = [['A_sentence_1'], ['A_sentence_2'], ['A_sentence_1', 'A_sentence_2']];
const answers = [answer('a', 'SUPPORTS', [one]), answer('b', 'REFUTES', [two])];
const decided = line('lead', 2, {
  label: 'REFUTES',
  evidence: [two, two, one],
  challenge: 'Other',
  adjudication: true,
  reason: 'annotator-error',
}) as Annotation;

test('the gold is what `claimset aggregate` makes of the same journals', () => {
  const gold = goldOf(decided, workOf(answers).answers);
  expect(gold).toEqual({
    label: 'REFUTES',
    evidence: [two, one],
    challenge: 'Other',
    method: 'adjudication',
    votes: { SUPPORTS: 1, REFUTES: 1 },
    annotators: 2,
    confidence: null,
  });
  const [aggregated] = aggregateClaims(collectAnnotations([...answers, decided]).claims).claims;
  const { challenge: _, ...written } = gold ?? {};
  expect(aggregated).toMatchObject(written);
});

test('no gold of a label that needs evidence without evidence', () => {
  expect(goldOf({ ...decided, evidence: [] }, new Map())).toBeUndefined();
  expect(goldOf({ ...decided, label: 'NOT ENOUGH INFO', evidence: [] }, new Map())?.label).toBe(
    'NOT ENOUGH INFO',
  );
});

test('what annotators agree on is taken with the evidence of all, without sets that contain another', () => {
  const work = workOf([
    answer('a', 'SUPPORTS', [one], { challenge: 'Other' }),
    answer('b', 'SUPPORTS', [one, both, ['A_sentence_9']]),
  ]);
  expect(acceptAgreed(work, settingsOf())).toEqual({
    label: 'SUPPORTS',
    evidence: [one, ['A_sentence_9']],
    challenge: 'Other',
  });
});

test.each([
  ['they differ', answers, settingsOf()],
  ['one is missing', answers.slice(0, 1), settingsOf()],
  ['it is decided', [answer('a', 'SUPPORTS', [one]), answer('b', 'SUPPORTS', [one]), decided], settingsOf()],
  [
    'somebody flagged it',
    [answer('a', 'SUPPORTS', [one]), answer('b', 'SUPPORTS', [one]), line('b', 3, { event: 'flag' })],
    settingsOf(),
  ],
  ['the label needs evidence', [answer('a', 'SUPPORTS')], settingsOf(undefined, { overlap: 1 })],
  [
    'the dataset has a label',
    [answer('a', 'SUPPORTS', [one]), answer('b', 'SUPPORTS', [one])],
    settingsOf([{ id: 'c1', label: 'SUPPORTS', evidence: [one] }]),
  ],
] as const)('nothing is taken where %s', (_, records, settings) => {
  expect(acceptAgreed(workOf([...records]), settings)).toBeUndefined();
});
