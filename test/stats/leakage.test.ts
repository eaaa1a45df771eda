import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Claim } from '../../src/claims/claim.ts';
import { type Leakage, leakageKinds, measureLeakage } from '../../src/stats/leakage.ts';
import { claimKey } from '../../src/text/normalise.ts';
import { words } from '../../src/text/words.ts';
import { runs } from '../runs.ts';
import { claimsArbitrary, exampleClaim } from '../split/example-claims.ts';
import { jaccard } from '../text/jaccard.ts';

const bySplitField = (claims: readonly Claim[]) => {
  const splits = new Map(claims.map(({ id, split }) => [id, split]));
  return (id: Claim['id']) => splits.get(id);
};

const countsOf = (leakage: Leakage) => leakageKinds.map((kind) => leakage[kind].count);

test('a hub counts once for each pair of splits, with the first claims as witnesses', () => {
  const claims = ['train', 'train', 'dev', 'train', 'test', 'dev'].map((split, at) =>
    exampleClaim(`c${at}`, ['A_sentence_1'], { split }),
  );
  const { sharedEvidence, ...others } = measureLeakage(claims, bySplitField(claims), { nearDuplicate: 0.8 });
  expect(Object.values(others).map(({ count }) => count)).toEqual([0, 0, 0]);
  expect(sharedEvidence.count).toBe(3);
  expect(sharedEvidence.witnesses).toEqual([
    { claimIds: ['c0', 'c2'], splits: ['train', 'dev'], shared: 'A_sentence_1' },
    { claimIds: ['c0', 'c4'], splits: ['train', 'test'], shared: 'A_sentence_1' },
    { claimIds: ['c2', 'c4'], splits: ['dev', 'test'], shared: 'A_sentence_1' },
  ]);
});

test('a duplicate stands for the claim among the near-duplicates', () => {
  const claims = [
    exampleClaim(1, [], { claim: 'the war ended in 1994', split: 'train' }),
    exampleClaim(2, [], { claim: 'The war ended in 1994.', split: 'dev' }),
    exampleClaim(3, [], { claim: 'the war ended in May 1994', split: 'train' }),
  ];
  const { duplicates, nearDuplicates } = measureLeakage(claims, bySplitField(claims), { nearDuplicate: 0.8 });
  expect(duplicates.witnesses).toEqual([
    { claimIds: [1, 2], splits: ['train', 'dev'], shared: 'the war ended in 1994' },
  ]);
  expect(nearDuplicates.witnesses).toEqual([
    { claimIds: [2, 3], splits: ['dev', 'train'], shared: 'the war ended in 1994', similarity: 5 / 6 },
  ]);
});

test('a mutation leaks the claim that it was made from', () => {
  const claims = [
    exampleClaim('o', [], { split: 'dev' }),
    exampleClaim('m', [], { source: 'o', split: 'train' }),
  ];
  expect(measureLeakage(claims, bySplitField(claims), { nearDuplicate: 0.8 }).sharedSource).toEqual({
    count: 1,
    witnesses: [{ claimIds: ['o', 'm'], splits: ['dev', 'train'], shared: 'o' }],
  });
});

test('a claim without a split leaks nothing', () => {
  const claims = [exampleClaim(1, ['X'], { split: 'train' }), exampleClaim(2, ['X'])];
  expect(countsOf(measureLeakage(claims, bySplitField(claims), { nearDuplicate: 0.8 }))).toEqual([
    0, 0, 0, 0,
  ]);
});

test('the count is exact where the witnesses are cut off', () => {
  const claims = [...Array(10).keys()].flatMap((at) => [
    exampleClaim(`a${at}`, [`A_sentence_${at}`], { split: 'train' }),
    exampleClaim(`b${at}`, [`A_sentence_${at}`], { split: 'dev' }),
  ]);
  const { sharedEvidence } = measureLeakage(claims, bySplitField(claims), {
    nearDuplicate: 0.8,
    maxWitnesses: 2,
  });
  expect(sharedEvidence.count).toBe(10);
  expect(sharedEvidence.witnesses.map(({ claimIds }) => claimIds)).toEqual([
    ['a0', 'b0'],
    ['a1', 'b1'],
  ]);
});

test('each number is zero exactly where no two claims of different splits share it', () => {
  const share: Record<string, (a: Claim, b: Claim) => boolean> = {
    duplicates: (a, b) => claimKey(a.claim) === claimKey(b.claim),
    nearDuplicates: (a, b) =>
      claimKey(a.claim) !== claimKey(b.claim) &&
      jaccard(new Set(words(a.claim)), new Set(words(b.claim))) >= 0.7,
    sharedSource: (a, b) => a.source !== undefined && (a.source === b.source || a.source === String(b.id)),
    sharedEvidence: (a, b) => a.evidence.flat().some((id) => b.evidence.flat().includes(id)),
  };
  fc.assert(
    fc.property(
      claimsArbitrary,
      fc.array(fc.constantFrom('train', 'dev', 'test', undefined)),
      (claims, splits) => {
        const placed = new Map(claims.map(({ id }, at) => [id, splits[at]]));
        const leakage = measureLeakage(claims, (id) => placed.get(id), { nearDuplicate: 0.7 });
        for (const kind of leakageKinds) {
          const apart = claims.some((a) =>
            claims.some((b) => {
              const [one, other] = [placed.get(a.id), placed.get(b.id)];
              if (one === undefined || other === undefined || one === other) return false;
              return share[kind]?.(a, b) === true;
            }),
          );
          expect(leakage[kind].count > 0, kind).toBe(apart);
          expect(leakage[kind].witnesses).toHaveLength(leakage[kind].count);
          for (const { claimIds, splits: named } of leakage[kind].witnesses) {
            expect(claimIds.map((id) => placed.get(id))).toEqual(named);
            expect(named[0]).not.toBe(named[1]);
          }
        }
      },
    ),
    { numRuns: runs(500) },
  );
});
