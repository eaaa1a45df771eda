import { expect, test } from 'vitest';
import type { Annotation } from '../../../src/claims/annotation.ts';
import { measureAnnotations } from '../../../src/stats/annotations/annotation-figures.ts';

const by = (
  annotator: string,
  claim: string | number,
  label: Annotation['label'],
  more = {},
): Annotation => ({
  claim,
  annotator,
  label,
  evidence: [],
  at: '2026-03-05T10:00:00Z',
  ...more,
});

test('the last annotation of an annotator stands, adjudications are counted apart', () => {
  const figures = measureAnnotations([
    by('a', 1, 'REFUTES', { seconds: 900 }),
    by('a', '1', 'SUPPORTS', { seconds: 10, at: '2026-03-04T23:00:00Z' }),
    by('b', 1, 'SUPPORTS', { seconds: 20 }),
    by('a', 2, 'SUPPORTS', { seconds: 40 }),
    by('b', 2, 'NOT ENOUGH INFO'),
    by('c', 2, 'NOT ENOUGH INFO', { at: '2026-03-09T01:00:00Z' }),
    by('b', 3, 'REFUTES', { seconds: 60 }),
    by('judge', 2, 'SUPPORTS', { adjudication: true }),
  ]);
  expect(figures).toMatchObject({
    annotators: 3,
    claims: 3,
    annotations: 6,
    adjudications: 1,
    perClaim: { min: 1, mean: 2, max: 3 },
    medianSeconds: 30,
    days: { first: '2026-03-04', last: '2026-03-09' },
    agreement: { units: 2, values: 5 },
  });
  // Of 5 values: a pair that agrees, and three of which one differs: 2/3 of its pairs.
  expect(figures.agreement.observedDisagreement).toBeCloseTo((2 * 0 + 3 * (2 / 3)) / 5);
});

test('nothing gives nothing', () => {
  expect(measureAnnotations([])).toMatchObject({
    annotators: 0,
    annotations: 0,
    perClaim: { min: 0, mean: 0, max: 0 },
    medianSeconds: undefined,
    days: undefined,
  });
});
