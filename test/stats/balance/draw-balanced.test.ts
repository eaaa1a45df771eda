import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { OpenClaim } from '../../../src/claims/open-claim.ts';
import { drawBalanced } from '../../../src/stats/balance/draw-balanced.ts';
import { runs } from '../../runs.ts';

const labels = ['SUPPORTS', 'REFUTES', 'NOT ENOUGH INFO', 'disputed', '__proto__'];
const claimsOf = (drawn: readonly number[]): OpenClaim[] =>
  drawn.map((label, at) => ({ id: at, claim: `claim ${at}`, label: labels[label] as string, evidence: [] }));
const anyClaims = fc.array(fc.nat(4), { maxLength: 60 }).map(claimsOf);
const idsOf = (claims: readonly OpenClaim[], seed: number) =>
  new Set(drawBalanced(claims, seed).kept.map((at) => claims[at]?.id));

describe('a balanced sample', () => {
  test('has as many claims of each label as the rarest has', () => {
    fc.assert(
      fc.property(anyClaims, fc.nat(), (claims, seed) => {
        const { kept, labels: counts, unlabelled } = drawBalanced(claims, seed);
        const had = (label: string) => claims.filter((claim) => claim.label === label).length;
        const least = Math.min(...counts.map(({ label }) => had(label)), claims.length);
        for (const { label, kept: stay, dropped } of counts) {
          expect(stay).toBe(least);
          expect(stay + dropped).toBe(had(label));
          expect(kept.filter((at) => claims[at]?.label === label)).toHaveLength(least);
        }
        expect(kept).toEqual([...new Set(kept)].sort((a, b) => a - b));
        expect(unlabelled).toBe(0);
      }),
      { numRuns: runs(300) },
    );
  });

  test('is the same whatever the order of the claims', () => {
    fc.assert(
      fc.property(anyClaims, fc.nat(), fc.nat(60), (claims, seed, turn) => {
        const turned = [...claims.slice(turn), ...claims.slice(0, turn)].reverse();
        expect(idsOf(turned, seed)).toEqual(idsOf(claims, seed));
      }),
      { numRuns: runs(300) },
    );
  });

  test('changes by at most one claim of each label where one is added', () => {
    fc.assert(
      fc.property(anyClaims, fc.nat(4), fc.nat(), (claims, label, seed) => {
        const more = claimsOf([...claims.map((claim) => labels.indexOf(claim.label ?? '')), label]);
        fc.pre(claims.some((claim) => claim.label === labels[label]));
        const [before, after] = [idsOf(claims, seed), idsOf(more, seed)];
        for (const name of labels) {
          const gone = [...before].filter((id) => !after.has(id) && claims[id as number]?.label === name);
          expect(gone.length).toBeLessThanOrEqual(1);
        }
      }),
      { numRuns: runs(300) },
    );
  });

  test('is another for another seed, and takes no claim more often than others', () => {
    const claims = claimsOf(Array.from({ length: 200 }, (_, at) => (at < 40 ? 0 : 1)));
    const times = new Map<unknown, number>();
    for (let seed = 0; seed < 200; seed++)
      for (const id of idsOf(claims, seed)) times.set(id, (times.get(id) ?? 0) + 1);
    // Of 160 claims 40 are taken: each in 50 of 200 samples, with a standard deviation of 6.
    const ofMany = Array.from({ length: 160 }, (_, at) => times.get(at + 40) ?? 0);
    expect(Math.min(...ofMany)).toBeGreaterThan(50 - 5 * 6.2);
    expect(Math.max(...ofMany)).toBeLessThan(50 + 5 * 6.2);
  });

  test('is pinned: the same seed, the same claims, for ever', () => {
    const claims = claimsOf(Array.from({ length: 12 }, (_, at) => (at < 4 ? 0 : 1)));
    expect(drawBalanced(claims, 7).kept).toMatchInlineSnapshot(`
      [
        0,
        1,
        2,
        3,
        4,
        5,
        6,
        10,
      ]
    `);
  });

  test('leaves claims without a label out', () => {
    const blind: OpenClaim = { id: 'x', claim: 'blind', evidence: [] };
    expect(drawBalanced([blind, ...claimsOf([0, 1])], 0)).toMatchObject({ kept: [1, 2], unlabelled: 1 });
    expect(drawBalanced([], 0)).toEqual({ kept: [], labels: [], unlabelled: 0 });
  });
});
