import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Claim } from '../../src/claims/claim.ts';
import { type GroupKind, groupKinds } from '../../src/claims/group-kind.ts';
import { stratumKinds } from '../../src/claims/stratum-kind.ts';
import { policyOf } from '../../src/split/policy.ts';
import { splitClaims } from '../../src/split/split-claims.ts';
import { printSplitLock, updateSplitLock } from '../../src/split/split-lock.ts';
import { isGrouped, measureFurtherLeakage } from '../../src/stats/group-leakage.ts';
import { findGroupLinks, type GroupLookup } from '../../src/stats/group-links.ts';
import { leakageKinds, measureLeakage } from '../../src/stats/leakage.ts';
import { runs } from '../runs.ts';
import { claimsArbitrary, exampleClaim } from './example-claims.ts';

/** Sections of ten sentences each, and three annotators. */
const lookup: GroupLookup = {
  sectionOf: (id) => {
    const number = /_sentence_(\d+)$/.exec(id)?.[1];
    return number === undefined ? undefined : `section ${Math.floor(Number(number) / 10)}`;
  },
  annotatorsOf: (id) => (String(id).length > 2 ? [] : [`a${String(id).length}`, `b${String(id).at(0)}`]),
};

const groupByArbitrary = fc.subarray([...groupKinds]);
const policyArbitrary = fc
  .record({
    ratios: fc.constantFrom<Record<string, number>>(
      { train: 0.8, dev: 0.2 },
      { train: 0.6, dev: 0.2, test: 0.2 },
    ),
    seed: fc.nat(),
    nearDuplicate: fc.constantFrom(0.6, 0.8),
    groupBy: groupByArbitrary,
    stratifyBy: fc.subarray([...stratumKinds], { minLength: 1 }),
    date: fc.constant(''),
  })
  .map(policyOf);

test('a partition that no edge crosses, for any mix of grouping, in whatever order the claims come', () => {
  const shuffled = claimsArbitrary.chain((claims) =>
    fc.tuple(fc.constant(claims), fc.shuffledSubarray(claims, { minLength: claims.length })),
  );
  fc.assert(
    fc.property(shuffled, policyArbitrary, ([claims, other], policy) => {
      const { assignments, splits } = splitClaims(claims, policy, undefined, lookup);
      expect([...assignments.keys()]).toEqual(claims.map(({ id }) => id));
      expect(splits.reduce((sum, split) => sum + split.claims, 0)).toBe(claims.length);
      const { nearDuplicate, groupBy = ['near-duplicate', 'source', 'evidence'] } = policy;
      for (const link of findGroupLinks(claims, nearDuplicate, { ...lookup, by: groupBy })) {
        expect(new Set(link.claims.map((at) => assignments.get(claims[at]?.id ?? ''))).size).toBe(1);
      }
      const splitOf = (id: Claim['id']) => assignments.get(id);
      const leakage = measureLeakage(claims, splitOf, { nearDuplicate });
      for (const kind of leakageKinds) if (isGrouped(kind, groupBy)) expect(leakage[kind].count).toBe(0);
      const further = measureFurtherLeakage(claims, splitOf, groupBy, lookup);
      expect(Object.values(further).map(({ count }) => count)).toEqual(Object.values(further).map(() => 0));
      const print = (all: readonly Claim[]) =>
        printSplitLock(
          updateSplitLock(undefined, policy, splitClaims(all, policy, undefined, lookup).assignments),
        );
      expect(print(other)).toBe(print(claims));
    }),
    { numRuns: runs(300) },
  );
});

test('claims that are added move none that the lock has, for any mix of grouping', () => {
  fc.assert(
    fc.property(claimsArbitrary, fc.nat(25), policyArbitrary, (claims, earlier, policy) => {
      const before = splitClaims(claims.slice(0, earlier), policy, undefined, lookup).assignments;
      const lock = updateSplitLock(undefined, policy, before);
      const { assignments } = splitClaims(claims, policy, lock, lookup);
      for (const [id, split] of before) expect(assignments.get(id)).toBe(split);
    }),
    { numRuns: runs(300) },
  );
});

test('sizes are within one component of the ratios, whatever is stratified', () => {
  fc.assert(
    fc.property(claimsArbitrary, policyArbitrary, (claims, policy) => {
      const single = { ...policy, groupBy: [] };
      const { splits, components } = splitClaims(claims, single);
      const largest = components[0]?.claimIds.length ?? 0;
      // Strata pull too: each may cost a claim.
      for (const { ratio, claims: size } of splits) {
        expect(Math.abs(size - ratio * claims.length)).toBeLessThanOrEqual(largest + 3);
      }
    }),
    { numRuns: runs(300) },
  );
});

test('what is left out of grouping may be parted; duplicates never are', () => {
  const claims = [
    ...Array.from({ length: 6 }, (_, at) => exampleClaim(at, ['X'])),
    exampleClaim('a', ['X'], { claim: 'The same.' }),
    exampleClaim('b', ['Y'], { claim: 'the SAME' }),
  ];
  const policy = policyOf({
    ratios: { train: 0.5, dev: 0.5 },
    seed: 0,
    nearDuplicate: 0.8,
    groupBy: [],
    stratifyBy: ['label'],
    date: '',
  });
  const { assignments, components } = splitClaims(claims, policy);
  expect(components).toHaveLength(7);
  expect(assignments.get('a')).toBe(assignments.get('b'));
  expect(new Set(assignments.values()).size).toBe(2);
});

test.each<[GroupKind, string]>([
  ['section', 'there is no corpus that tells the sections'],
  ['annotator', 'nothing tells who annotated them'],
])('grouping by %s without a source for it is refused', (kind, message) => {
  const policy = { ratios: { all: 1 }, seed: 0, nearDuplicate: 0.8, groupBy: [kind] };
  expect(() => splitClaims([exampleClaim(1)], policy)).toThrow(message);
});

test('one annotator for all is told in words', () => {
  const claims = Array.from({ length: 10 }, (_, at) => exampleClaim(at));
  const policy = {
    ratios: { train: 0.8, dev: 0.2 },
    seed: 0,
    nearDuplicate: 0.8,
    groupBy: ['annotator'] as const,
  };
  const [problem] = splitClaims(claims, policy, undefined, { annotatorsOf: () => ['ann'] }).problems;
  expect(`${problem?.message}\n${problem?.help}`).toMatchInlineSnapshot(`
    "10 claims hang together, 100 % of all; the largest split, \`train\`, should have 80 %.
    What holds them together: the annotator \`ann\` (10 claims; without it at most 1 hang together). You can take \`annotator\` out of split.groupBy, or add claims on other evidence."
  `);
});

test('several attributes are balanced, and told by value and split', () => {
  const claims = Array.from({ length: 40 }, (_, at) =>
    exampleClaim(at, [`A_sentence_${at}`], {
      label: at % 2 === 0 ? 'SUPPORTS' : 'REFUTES',
      challenge: at % 4 < 2 ? 'Other' : 'Numerical Reasoning',
    }),
  );
  const policy = policyOf({
    ratios: { train: 0.75, dev: 0.25 },
    seed: 3,
    nearDuplicate: 0.8,
    groupBy: ['near-duplicate', 'source', 'evidence'],
    stratifyBy: ['challenge', 'label'],
    date: '',
  });
  expect(policy).toMatchObject({ stratifyBy: ['label', 'challenge'] });
  const { strata } = splitClaims(claims, policy);
  expect(strata?.filter((stratum) => stratum.claims > 0)).toEqual([
    { attribute: 'label', value: 'SUPPORTS', claims: 20, bySplit: [15, 5] },
    { attribute: 'label', value: 'REFUTES', claims: 20, bySplit: [15, 5] },
    { attribute: 'challenge', value: 'Numerical Reasoning', claims: 20, bySplit: [15, 5] },
    { attribute: 'challenge', value: 'Other', claims: 20, bySplit: [15, 5] },
  ]);
});
