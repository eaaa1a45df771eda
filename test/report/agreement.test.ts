import { describe, expect, test } from 'vitest';
import type { Annotation } from '../../src/claims/annotation.ts';
import { agreement } from '../../src/report/sections/agreement.ts';
import { exampleAnnotators } from './example-dataset.ts';
import { printSection } from './print-section.ts';
import { exampleInput } from './report-input.ts';

const annotation = (
  claim: number,
  annotator: string,
  label: Annotation['label'],
  change: Partial<Annotation> = {},
): Annotation => ({
  claim,
  annotator,
  label,
  evidence: [['A_sentence_0']],
  at: `2025-01-0${claim}T12:00:00Z`,
  ...change,
});

const two = [
  annotation(1, 'ann', 'SUPPORTS'),
  annotation(1, 'ben', 'SUPPORTS'),
  annotation(2, 'ann', 'REFUTES'),
  annotation(2, 'ben', 'REFUTES'),
  annotation(3, 'ann', 'SUPPORTS'),
  annotation(3, 'ben', 'REFUTES', { evidence: [['A_sentence_1']] }),
  annotation(3, 'judge', 'SUPPORTS', { adjudication: true }),
  annotation(4, 'ann', 'SUPPORTS'),
];
const claims = [1, 2, 3, 4].map((id) => ({
  claim: { id, claim: `Claim ${id}.`, label: 'SUPPORTS', evidence: [] },
  split: undefined,
}));

describe('nothing to compare', () => {
  test.each([
    ['no annotations', [], 'There are no annotations'],
    ['one annotator a claim', [annotation(1, 'ann', 'SUPPORTS')], 'No claim has two annotators'],
    [
      'an adjudication beside one annotation',
      [annotation(1, 'ann', 'SUPPORTS'), annotation(1, 'judge', 'REFUTES', { adjudication: true })],
      'No claim has two annotators',
    ],
  ])('%s: one line that says what to do', (_, annotations, start) => {
    const lines = printSection(agreement, { annotations }).split('\n');
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain(start);
  });
});

test('two annotators: their table, what differs, what was left out', () => {
  const printed = printSection(agreement, { annotations: two, claims });
  expect(printed).toContain('**claims with two or more annotators**: 3');
  expect(printed).toContain('ann and ben give 2 of 3 claims the same label.');
  // 3 claims; alpha = 1 - (1/3) / (18/30) by hand.
  expect(printed).toMatch(/Krippendorff.s α of the labels is 0\.444/);
  expect(printed).toContain('- Claim 3. (3, SUPPORTS (ann); REFUTES (ben); adjudicated SUPPORTS)');
  expect(printed).toContain('| that cite different evidence | 1 | 0.000 |');
  expect(printed).toMatch(/\| labels \| claim with one annotation.* \| 1 \|/);
});

test('agreement by week, where there are several; what is not defined has no mark and no number', () => {
  const later = [5, 6].flatMap((claim) =>
    ['ann', 'ben'].map((annotator) =>
      annotation(claim, annotator, 'REFUTES', { at: `2025-01-1${claim}T12:00:00Z` }),
    ),
  );
  const printed = printSection(agreement, { annotations: [...two, ...later], claims });
  expect(printed).toContain('From week 2025-W01 to 2025-W03 α goes from 0.444 to –.');
  expect(printed).toContain('| 2025-W01 | 2024-12-30 | 3 | 0.667 | 0.444 |');
  expect(printed).toContain('| 2025-W03 | 2025-01-13 | 2 | 1.000 | – | – | – |');
  expect(printSection(agreement, { annotations: two, claims })).not.toContain('week');
});

test('several annotators: each pair, and the one who guesses agrees least', () => {
  const data = agreement.measure(exampleInput()).data as {
    labels: { annotatorPairs: { annotators: string[]; alpha: { value: number } }[] };
  };
  const pairs = data.labels.annotatorPairs;
  expect(pairs).toHaveLength(3);
  const [best] = pairs.toSorted((a, b) => b.alpha.value - a.alpha.value);
  expect(best?.annotators).toEqual([exampleAnnotators.careful, exampleAnnotators.quick]);
  const printed = printSection(agreement, exampleInput());
  expect(printed).toContain('**Krippendorff’s α of every two annotators**');
  expect(printed).toContain('| careful | – | ');
});

test('an id that no claim has is told of, not dropped', () => {
  expect(printSection(agreement, { annotations: two, claims: [] })).toContain(
    'A claim that is not in the dataset (3,',
  );
});
