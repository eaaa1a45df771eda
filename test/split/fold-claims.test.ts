import fc from 'fast-check';
import { expect, test } from 'vitest';
import { labels } from '../../src/claims/label.ts';
import { fillEmptyFolds } from '../../src/split/fill-empty-folds.ts';
import { foldClaims } from '../../src/split/fold-claims.ts';
import type { SplitPolicy } from '../../src/split/policy.ts';
import { leakageKinds, measureLeakage } from '../../src/stats/leakage.ts';
import { runs } from '../runs.ts';
import { claimsArbitrary, exampleClaim } from './example-claims.ts';

const policy: SplitPolicy = { ratios: { train: 1 }, seed: 0, nearDuplicate: 0.8 };

test('folds are a partition, leak nothing, and do not depend on the order of the claims', () => {
  const shuffled = claimsArbitrary.chain((claims) =>
    fc.tuple(fc.constant(claims), fc.shuffledSubarray(claims, { minLength: claims.length })),
  );
  fc.assert(
    fc.property(shuffled, fc.integer({ min: 2, max: 5 }), fc.nat(), ([claims, other], count, seed) => {
      const chosen = { ...policy, seed };
      const { assignments, folds } = foldClaims(claims, chosen, count);
      expect([...assignments.keys()]).toEqual(claims.map(({ id }) => id));
      expect(folds.map(({ fold }) => fold)).toEqual(Array.from({ length: count }, (_, at) => at + 1));
      expect(folds.reduce((sum, fold) => sum + fold.claims, 0)).toBe(claims.length);
      const leakage = measureLeakage(claims, (id) => String(assignments.get(id)), { nearDuplicate: 0.8 });
      expect(leakageKinds.map((kind) => leakage[kind].count)).toEqual([0, 0, 0, 0]);
      const again = foldClaims(other, chosen, count).assignments;
      expect(claims.map(({ id }) => again.get(id))).toEqual([...assignments.values()]);
    }),
    { numRuns: runs(300) },
  );
});

test('labels have the same shares in all folds, and other attributes where asked for', () => {
  const claims = Array.from({ length: 60 }, (_, at) =>
    exampleClaim(at, [`A_sentence_${at}`], {
      label: labels[at % 3] ?? 'SUPPORTS',
      challenge: at % 2 === 0 ? 'Other' : 'Numerical Reasoning',
    }),
  );
  const { assignments, folds, components, largest } = foldClaims(
    claims,
    { ...policy, stratifyBy: ['label', 'challenge'] },
    5,
  );
  expect([components, largest]).toEqual([60, 1]);
  for (const { claims: size, labels: counts, fold } of folds) {
    expect([size, ...Object.values(counts)]).toEqual([12, 4, 4, 4]);
    const hard = claims.filter(({ id, challenge }) => assignments.get(id) === fold && challenge === 'Other');
    expect(hard).toHaveLength(6);
  }
});

test('no fold is left empty where there are groups for all', () => {
  expect(fillEmptyFolds([0, 1, 1, 0], [4, 3, 2, 1], 4)).toEqual([0, 1, 3, 2]);
  expect(fillEmptyFolds([1, 1, 1], [9, 2, 1], 2)).toEqual([1, 1, 0]);
  expect(fillEmptyFolds([0, 0], [1, 1], 3)).toEqual([0, 1]);
});

test('articles, of which a claim may have several, are refused', () => {
  expect(() => foldClaims([], { ...policy, stratifyBy: ['article'] }, 2)).toThrow('stratified by article');
});
