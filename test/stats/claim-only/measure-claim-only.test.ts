import { describe, expect, test } from 'vitest';
import type { OpenClaim } from '../../../src/claims/open-claim.ts';
import type { MeasuredClaimOnly } from '../../../src/stats/claim-only/claim-only-figures.ts';
import type { ClaimOnlyOptions } from '../../../src/stats/claim-only/claim-only-options.ts';
import { measureClaimOnly } from '../../../src/stats/claim-only/measure-claim-only.ts';
import { drawClaims } from './drawn-claims.ts';

const resampling = { resamples: 200, confidence: 0.95, seed: 1 };

function measured(claims: readonly OpenClaim[], options: ClaimOnlyOptions = {}): MeasuredClaimOnly {
  const figures = measureClaimOnly(claims, { resampling, ...options });
  if (figures.measured === null) throw new Error(figures.reason);
  return figures.measured;
}

describe('claims that give their labels away', () => {
  const claims = drawClaims(300, 0.9);
  const figures = measured(claims);

  test('are guessed right, and what gives them away is named', () => {
    expect(figures.accuracy.value).toBeGreaterThan(0.85);
    expect(figures.gain.interval?.low).toBeGreaterThan(0.4);
    expect(figures.information.information.interval?.low).toBeGreaterThan(0.5);
    expect(figures.ngrams.map(({ label, ngrams }) => [label, ngrams[0]?.ngram])).toEqual([
      ['SUPPORTS', 'was'],
      ['REFUTES', 'never'],
      ['NOT ENOUGH INFO', 'allegedly'],
    ]);
    const never = figures.ngrams[1]?.ngrams[0];
    const users = claims.filter(({ claim }) => /\bnever\b/.test(claim));
    expect(never).toMatchObject({ claims: users.length, productivity: 1 });
    expect(never?.examples).toHaveLength(3);
    expect(users).toEqual(
      expect.arrayContaining(never?.examples.map((one) => expect.objectContaining(one)) ?? []),
    );
  });

  test('have figures that agree with the confusion', () => {
    const { accuracy, byLabel, confusion, gain, macroF1, majorityAccuracy } = figures;
    const all = confusion.flat().reduce((sum, count) => sum + count, 0);
    const hits = confusion.reduce((sum, line, label) => sum + (line[label] ?? 0), 0);
    expect(all).toBe(300);
    expect(accuracy.value).toBeCloseTo(hits / 300, 12);
    expect(gain.value).toBeCloseTo(accuracy.value - majorityAccuracy.value, 12);
    expect(majorityAccuracy.value).toBe(Math.max(...byLabel.map((label) => label.claims)) / 300);
    for (const [label, { claims: own, precision, recall, f1 }] of byLabel.entries()) {
      const line = confusion[label] ?? [];
      expect(line.reduce((sum, count) => sum + count, 0)).toBe(own);
      expect(recall.value).toBeCloseTo((line[label] ?? 0) / own, 12);
      const [p, r] = [precision?.value ?? 0, recall.value];
      expect(f1.value).toBeCloseTo((2 * p * r) / (p + r), 12);
    }
    expect(macroF1.value).toBeCloseTo(byLabel.reduce((sum, { f1 }) => sum + f1.value, 0) / 3, 12);
    expect(accuracy.interval?.low).toBeLessThan(accuracy.value);
    expect(accuracy.interval?.high).toBeGreaterThan(accuracy.value);
  });

  test('have figures that do not depend on their order', () => {
    const turned = measureClaimOnly([...claims].reverse(), { resampling });
    expect(turned.measured).toEqual(figures);
  });

  test('are plain data', () => {
    expect(JSON.parse(JSON.stringify(figures))).toEqual(figures);
  });
});

test('claims that tell nothing are guessed no better than the commonest label', () => {
  const { gain, information } = measured(drawClaims(300, 0));
  expect(gain.interval?.low).toBeLessThan(0);
  expect(information.information.value).toBeLessThan(0.02);
  expect(information.labelEntropy).toBeCloseTo(Math.log2(3), 1);
});

describe('what hangs together', () => {
  /** Each topic has one label: known topics are guessed, new ones are not. */
  const topics = Array.from({ length: 120 }, (_, at): OpenClaim => {
    const topic = at % 20;
    return {
      id: at,
      claim: `topic${topic} has number ${at * 17}`,
      label: ['SUPPORTS', 'REFUTES'][topic % 2] as string,
      evidence: [[`T${topic}_sentence_0`]],
    };
  });

  test('is drawn together: copies of claims make no interval narrower', () => {
    const claims = drawClaims(100, 0.5);
    const copied = claims.flatMap((claim) =>
      ['a', 'b', 'c', 'd'].map((copy) => ({ ...claim, id: `${claim.id}${copy}` })),
    );
    const [once, fourTimes] = [claims, copied].map((own) => {
      const { low = 0, high = 0 } = measured(own).majorityAccuracy.interval ?? {};
      return high - low;
    });
    // As claims that have nothing to do with each other they would make it half as wide.
    expect(once).toBeGreaterThan(0.1);
    expect(fourTimes).toBeCloseTo(once ?? 0, 1);
  });

  test('is in one fold, so that what was learned by heart is not measured', () => {
    const figures = measureClaimOnly(topics, { resampling });
    expect(figures).toMatchObject({
      groups: 20,
      largestGroup: 6,
      groupedBy: ['duplicate', 'near-duplicate', 'source', 'evidence'],
    });
    expect(figures.measured?.accuracy.value).toBeLessThan(0.6);
    const parted = measured(topics, { groups: topics.map((_, at) => at) });
    expect(parted.accuracy.value).toBe(1);
  });

  test('is told by the words alone where claims of one label have no evidence to hang by', () => {
    const bare = topics.map((claim) => (claim.label === 'REFUTES' ? { ...claim, evidence: [] } : claim));
    expect(measureClaimOnly(bare, { resampling }).groupedBy).toEqual(['duplicate', 'near-duplicate']);
    const none = topics.map((claim) => ({ ...claim, evidence: [] }));
    expect(measureClaimOnly(none, { resampling }).groupedBy).toContain('evidence');
    expect(measureClaimOnly(topics, { resampling, groups: topics.map(() => 0) }).groupedBy).toBeNull();
  });
});

describe('too little', () => {
  const few = drawClaims(60, 0.5);
  test.each<[string, readonly OpenClaim[], ClaimOnlyOptions, string]>([
    ['no claims', [], {}, 'It takes two labels with at least 5 claims each that do not all hang together.'],
    [
      'one label',
      few.map((claim) => ({ ...claim, label: 'SUPPORTS' })),
      {},
      'It takes two labels with at least 5 claims each that do not all hang together.',
    ],
    [
      'claims that all hang together',
      few,
      { groups: few.map((_, at) => at % 3) },
      'The claims hang together in 3 groups: too few for 5 folds that know nothing of each other.',
    ],
  ])('is no figure but a reason: %s', (_, claims, options, reason) => {
    expect(measureClaimOnly(claims, options)).toMatchObject({ measured: null, reason });
  });

  test('of a label leaves its claims out, and says so', () => {
    const { label: _, ...blind } = few[0] as OpenClaim;
    const claims: OpenClaim[] = [
      ...few,
      { ...blind, id: 'blind' },
      ...[1, 2, 3, 4].map((at) => ({ id: `r${at}`, claim: `rare ${at}`, label: '__proto__', evidence: [] })),
      ...[1, 2, 3, 4, 5, 6].map((at) => ({
        id: `s${at}`,
        claim: `same ${at}`,
        label: 'tied',
        evidence: [['T']],
      })),
    ];
    const figures = measureClaimOnly(claims, { resampling });
    expect(figures).toMatchObject({
      claims: 60,
      leftOut: [
        { why: 'unlabelled', label: null, claims: 1 },
        { why: 'rare-label', label: '__proto__', claims: 4 },
        { why: 'one-fold', label: 'tied', claims: 6 },
      ],
    });
    expect(figures.labels.map(({ label }) => label)).toEqual(['SUPPORTS', 'REFUTES', 'NOT ENOUGH INFO']);
    expect(figures.measured).not.toBeNull();
  });

  test('or too much of the options is wrong use', () => {
    expect(() => measureClaimOnly(few, { folds: 1 })).toThrow(/folds/);
    expect(() => measureClaimOnly(few, { nearDuplicate: 2 })).toThrow(/near-duplicate threshold/);
  });
});
