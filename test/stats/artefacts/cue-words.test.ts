import { expect, test } from 'vitest';
import type { OpenClaim } from '../../../src/claims/open-claim.ts';
import { measureCueWords } from '../../../src/stats/artefacts/cue-words.ts';
import { en } from '../../../src/text/languages/en.ts';

const claims: OpenClaim[] = [
  ...Array.from({ length: 8 }, (_, at) => ({ id: at, claim: `River ${at} is not long.`, label: 'REFUTES' })),
  ...Array.from({ length: 2 }, (_, at) => ({ id: 8 + at, claim: `It is not ${at}.`, label: 'SUPPORTS' })),
  ...Array.from({ length: 8 }, (_, at) => ({
    id: 10 + at,
    claim: `River ${at} is long.`,
    label: 'SUPPORTS',
  })),
  { id: 18, claim: 'It has yet to rain, and never not.', label: 'REFUTES' },
  { id: 19, claim: 'It is only rain.', label: 'REFUTES' },
  { id: 20, claim: 'It is not known.' },
].map((claim) => ({ ...claim, evidence: [] }));

test('productivity, coverage and utility of cues, by hand', () => {
  const { cues, labels, claims: counted } = measureCueWords(claims, en.cueWords);
  expect(counted).toBe(20);
  const [first] = cues;
  expect(first).toMatchObject({
    cue: 'not',
    label: 'REFUTES',
    byLabel: [2, 9],
    claims: 11,
    base: 0.5,
    coverage: 0.55,
    example: { id: 0 },
  });
  expect(first?.productivity).toBeCloseTo(9 / 11, 12);
  expect(first?.utility).toBeCloseTo(9 / 11 - 1 / 2, 12);
  expect(cues.map(({ cue }) => cue)).toEqual(['not', 'never', 'only', 'yet to']);
  expect(labels.map(({ label, withCue, claims: own }) => [label, withCue, own])).toEqual([
    ['SUPPORTS', 2, 10],
    ['REFUTES', 10, 10],
  ]);
  expect(labels[1]?.interval?.low).toBeCloseTo(0.722467, 6);
  expect(labels[1]?.interval?.high).toBe(1);
});

test('of several tests the probability is adjusted', () => {
  const { cues } = measureCueWords(claims, en.cueWords);
  for (const { p, adjustedP } of cues) {
    expect(adjustedP).toBeGreaterThanOrEqual(Math.min(1, p));
    expect(adjustedP).toBeLessThanOrEqual(1);
  }
  expect(cues[0]?.adjustedP).toBeCloseTo(Math.min(1, (cues[0]?.p ?? 0) * 4), 12);
});

test('without claims there is nothing', () => {
  expect(measureCueWords([], en.cueWords)).toEqual({ claims: 0, labels: [], cues: [] });
});
