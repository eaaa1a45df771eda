import { expect, test } from 'vitest';
import type { Claim } from '../../src/claims/claim.ts';
import type { SplitPolicy } from '../../src/split/policy.ts';
import { splitClaims } from '../../src/split/split-claims.ts';
import { measureDrift } from '../../src/split/split-drift.ts';
import { type SplitLock, updateSplitLock } from '../../src/split/split-lock.ts';
import { exampleClaim } from './example-claims.ts';

const policy: SplitPolicy = { ratios: { train: 0.5, dev: 0.5 }, seed: 0, nearDuplicate: 0.8 };

function driftOf(claims: readonly Claim[], lock: SplitLock, now: SplitPolicy = policy) {
  const [result, anew] = [splitClaims(claims, now, lock), splitClaims(claims, now)];
  return measureDrift({ claims, lock, policy: now, result, anew });
}

test('nothing has changed', () => {
  const claims = Array.from({ length: 8 }, (_, at) => exampleClaim(at));
  const lock = updateSplitLock(undefined, policy, splitClaims(claims, policy).assignments);
  const drift = driftOf(claims, lock);
  expect(drift).toMatchObject({
    settings: [],
    added: [],
    gone: [],
    kept: 8,
    labels: { variation: 0 },
    relock: { moved: 0, moves: [] },
  });
  expect(drift.splits.map(({ shareLocked, share, skew }) => [shareLocked, share, skew])).toEqual([
    [0.5, 0.5, 0],
    [0.5, 0.5, 0],
  ]);
});

test('claims were added, are gone and would move; settings changed', () => {
  const lock: SplitLock = {
    policy: { ...policy, ratios: { train: 0.8, old: 0.2 }, seed: 7 },
    splits: new Map([
      ['a', 'train'],
      ['b', 'train'],
      ['c', 'train'],
      ['d', 'train'],
      ['e', 'old'],
    ]),
  };
  const claims = [
    ...['a', 'b', 'c', 'd'].map((id) => exampleClaim(id)),
    ...['n1', 'n2'].map((id) => exampleClaim(id, [], { label: 'REFUTES' as const })),
  ];
  const drift = driftOf(claims, lock, { ...policy, groupBy: ['evidence'] });
  expect(drift.settings).toEqual([
    { setting: 'ratios', locked: { train: 0.8, old: 0.2 }, now: { train: 0.5, dev: 0.5 } },
    { setting: 'seed', locked: 7, now: 0 },
    { setting: 'groupBy', locked: null, now: ['evidence'] },
  ]);
  expect([drift.added, drift.gone, drift.kept]).toEqual([['n1', 'n2'], ['e'], 4]);
  // Total variation of (4, 0, 0) and (4, 2, 0): |1 - 2/3| / 2 + |0 - 1/3| / 2.
  expect(drift.labels.variation).toBeCloseTo(1 / 3, 12);
  expect(
    drift.splits.map((split) => [
      split.split,
      split.ratioLocked,
      split.ratio,
      split.claimsLocked,
      split.claims,
      split.labels.variation,
    ]),
  ).toEqual([
    ['train', 0.8, 0.5, 4, 5, expect.closeTo(0.2, 12)],
    ['dev', null, 0.5, 0, 1, null],
    ['old', 0.2, null, 1, 0, null],
  ]);
  expect(drift.relock.moved).toBe(drift.relock.moves.reduce((sum, move) => sum + move.claims, 0));
  expect(drift.relock.moves).toEqual([{ from: 'train', to: 'dev', claims: 2 }]);
  expect(JSON.parse(JSON.stringify(drift))).toEqual(drift);
});

test('no claims at all', () => {
  const drift = driftOf([], { policy, splits: new Map() });
  expect(drift.splits.map(({ share, shareLocked, skew }) => [share, shareLocked, skew])).toEqual([
    [null, null, null],
    [null, null, null],
  ]);
});
