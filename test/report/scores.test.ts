import { expect, test } from 'vitest';
import type { GivenScores, GivenSystem } from '../../src/report/report-input.ts';
import { scores } from '../../src/report/sections/scores.ts';
import { printSection } from './print-section.ts';

const system = (name: string, accuracy: number | null): GivenSystem => ({
  name,
  claims: 4,
  figures: [
    { id: 'accuracy', value: accuracy, ...(accuracy !== null && { interval: { low: 0.25, high: 1 } }) },
    { id: 'rank', value: 2.5 },
  ],
  confusion: {
    gold: ['SUPPORTS', 'REFUTES'],
    predicted: ['REFUTES', 'SUPPORTS', null],
    counts: [
      [0, 2, 0],
      [1, 0, 1],
    ],
  },
  breakdowns: [
    { title: 'challenge', groups: [{ name: 'Other', claims: 3, figures: [{ id: 'accuracy', value: 0.5 }] }] },
  ],
});

const given = (...systems: readonly GivenSystem[]): GivenScores => ({
  title: 'Labels',
  figures: [
    { id: 'accuracy', title: 'accuracy', about: 'Share of the claims with the right label.', isError: false },
    { id: 'rank', title: 'mean rank', about: 'Mean rank of the right label.', isError: true },
  ],
  resampling: { resamples: 1000, confidence: 0.95, seed: 1 },
  systems,
});

test('no scores: one line that says what to do', () => {
  expect(printSection(scores)).toMatch(/^No scores were given\. .*--scores.*$/);
});

test('one system: figures with intervals, confusions, groups', () => {
  expect(printSection(scores, { scores: [given(system('a.jsonl', 0.75))] })).toMatchInlineSnapshot(`
    "### Labels: a.jsonl
    accuracy of a.jsonl: 0.7500 (0.2500 to 1.0000), of 4 claims.
    **Labels: figures of a.jsonl**
    | figure | value | from | to |
    |---|--:|--:|--:|
    | accuracy | 0.7500 | 0.2500 | 1.0000 |
    **Labels: figures of a.jsonl that are no shares**
    | figure | value | from | to |
    |---|--:|--:|--:|
    | mean rank | 2.5000 | – | – |
    Intervals hold 95 % of 1,000 resamples of the claims (seed 1).
    **What the figures of Labels are**
    | figure | what it counts |
    |---|---|
    | accuracy | Share of the claims with the right label. |
    | mean rank | Mean rank of the right label. Less is better. |
    a.jsonl gives 3 of 4 claims the label that they have.
    **Claims by gold label and by the label that a.jsonl predicts**
    | gold \\\\ predicted | REFUTES | SUPPORTS | no label |
    |---|--:|--:|--:|
    | SUPPORTS | 0 | 2 | 0 |
    | REFUTES | 1 | 0 | 1 |
    **a.jsonl, challenge**
    | challenge | claims | accuracy | mean rank |
    |---|--:|--:|--:|
    | Other | 3 | 0.5000 | – |"
  `);
});

test('several systems stand in one table; what is not defined is no zero', () => {
  const printed = printSection(scores, { scores: [given(system('a.jsonl', 0.75), system('b.jsonl', null))] });
  expect(printed.split('\n').filter((line) => /^\| [ab]\.jsonl/.test(line))).toMatchInlineSnapshot(`
    [
      "| a.jsonl | 0.7500 | 0.2500 | 1.0000 |",
      "| b.jsonl | – | – | – |",
      "| a.jsonl | 4 | 0.7500 | 2.5000 |",
      "| b.jsonl | 4 | – | 2.5000 |",
      "| a.jsonl | accuracy | 0.7500 | 0.2500 | 1.0000 |",
      "| a.jsonl | mean rank | 2.5000 | – | – |",
      "| b.jsonl | accuracy | – | – | – |",
      "| b.jsonl | mean rank | 2.5000 | – | – |",
    ]
  `);
});

test('scores without intervals say so', () => {
  const printed = printSection(scores, { scores: [{ ...given(system('a', 1)), resampling: null }] });
  expect(printed).toContain('The scores came without intervals');
});
