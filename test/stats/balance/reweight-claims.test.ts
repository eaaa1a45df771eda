import { describe, expect, test } from 'vitest';
import type { OpenClaim } from '../../../src/claims/open-claim.ts';
import { bigramsOf } from '../../../src/stats/balance/bigrams-of.ts';
import { measureLmiChange } from '../../../src/stats/balance/measure-lmi-change.ts';
import { reweightClaims } from '../../../src/stats/balance/reweight-claims.ts';
import { createRng } from '../../../src/text/rng.ts';

/** `did not` is REFUTES nine times of ten, everything else is chance. */
function drawClaims(number: number): OpenClaim[] {
  const rng = createRng(5);
  return Array.from({ length: number }, (_, at) => {
    const isCue = rng() < 0.3;
    const isRefuted = rng() < (isCue ? 0.9 : 0.5);
    return {
      id: at,
      claim: `subject ${at} ${isCue ? 'did not' : 'then'} act${at}`,
      label: isRefuted ? 'REFUTES' : 'SUPPORTS',
      evidence: [],
    };
  });
}

const claims = drawClaims(400);
const weights = reweightClaims(claims);

/** Σ over bigrams of the largest weighted share of a label, and λ Σ (w - 1)², for weights of any scale. */
function objectiveOf(given: ArrayLike<number>, penalty: number): number {
  const counts = new Map<string, { claims: number; all: number; byLabel: Map<string, number> }>();
  let value = 0;
  for (const [at, { claim, label = '' }] of claims.entries()) {
    const weight = given[at] as number;
    value += penalty * (weight - 1) ** 2;
    for (const bigram of bigramsOf(claim)) {
      const own = counts.get(bigram) ?? { claims: 0, all: 0, byLabel: new Map<string, number>() };
      own.claims += 1;
      own.all += weight;
      own.byLabel.set(label, (own.byLabel.get(label) ?? 0) + weight);
      counts.set(bigram, own);
    }
  }
  for (const { claims: number, all, byLabel } of counts.values())
    if (number >= 5) value += Math.max(...byLabel.values()) / all;
  return value;
}

describe('weights', () => {
  test('are positive, have six digits and the mean 1', () => {
    expect(Math.min(...weights)).toBeGreaterThan(0);
    expect(weights.reduce((sum, weight) => sum + weight, 0) / weights.length).toBeCloseTo(1, 5);
    expect([...weights].every((weight) => Number(weight.toFixed(6)) === weight)).toBe(true);
  });

  test('part a giveaway from its label', () => {
    const [change] = measureLmiChange(claims, weights, 1);
    expect(change).toMatchObject({ bigram: 'did not', label: 'REFUTES' });
    expect(change?.shareBefore).toBeGreaterThan(0.85);
    expect(change?.shareAfter).toBeLessThan(0.6);
    expect(change?.after).toBeLessThan((change?.before ?? 0) / 3);
  });

  test('are nearly the best: known here, because one bigram alone is tied to a label', () => {
    // All claims with the bigram and a label have the same weight, and λ is 0.001: the best of a fine grid.
    const isCue = claims.map(({ claim }) => claim.includes('did not'));
    let best = Number.POSITIVE_INFINITY;
    for (let up = 1; up < 9; up += 0.2)
      for (let down = 0.05; down <= 1; down += 0.1) {
        const tried = claims.map(({ label }, at) => (!isCue[at] ? 1 : label === 'REFUTES' ? down : up));
        best = Math.min(best, objectiveOf(tried, 0.001));
      }
    // They are given back scaled to the mean of 1: claims that no common bigram stands in were at 1.
    const scale = 1 / (weights[isCue.indexOf(false)] as number);
    const found = objectiveOf(
      weights.map((weight) => weight * scale),
      0.001,
    );
    expect(found).toBeLessThan(
      objectiveOf(
        weights.map(() => 1),
        0.001,
      ) - 0.05,
    );
    expect(found).toBeLessThan(best + 0.01);
  });

  test('stay with the claims in whatever order these are', () => {
    const turned = reweightClaims([...claims].reverse()).reverse();
    for (const [at, weight] of weights.entries()) expect(turned[at]).toBeCloseTo(weight, 4);
  });

  test('are 1 where nothing tells a label, and of claims without a label', () => {
    const blind: OpenClaim = { id: 'x', claim: 'subject did not act', evidence: [] };
    expect(reweightClaims([...claims, blind]).at(-1)).toBe(1);
    expect([...reweightClaims(claims.slice(0, 3))]).toEqual([1, 1, 1]);
    expect([...reweightClaims([])]).toEqual([]);
    expect([...reweightClaims([{ ...blind, label: '__proto__' }])]).toEqual([1]);
  });
});

describe('what changes', () => {
  test('is what claims that are left out no longer tell', () => {
    const cue = claims.map(({ claim }) => claim.includes('did not'));
    const [change] = measureLmiChange(
      claims,
      cue.map((has) => (has ? 0 : 1)),
      1,
    );
    expect(change).toMatchObject({ bigram: 'did not', after: 0, shareAfter: null });
  });

  test('is the local mutual information of the paper before, and by weight after', () => {
    const texts: readonly (readonly [string, string])[] = [
      ...['a', 'b', 'c', 'd', 'e'].map((word) => [`Did not ${word}`, 'REFUTES'] as const),
      ['did not f', 'SUPPORTS'],
      ...['g', 'h', 'i'].map((word) => [`${word}1 ${word}2 ${word}3`, 'SUPPORTS'] as const),
    ];
    const docs = texts.map(([claim, label], id): OpenClaim => ({ id, claim, label, evidence: [] }));
    // Eighteen bigrams, ten of them in REFUTES; `did not` six times, five times in REFUTES.
    const [change, ...others] = measureLmiChange(
      docs,
      texts.map(([claim, label]) => (claim.startsWith('did') ? 5 : label === 'REFUTES' ? 1 : 0)),
      9,
    );
    expect(others).toEqual([]);
    expect(change?.before).toBeCloseTo((5 / 18) * Math.log(5 / 6 / (10 / 18)), 12);
    // By weight ten in REFUTES and ten in SUPPORTS: `did not` is even.
    expect(change).toMatchObject({ bigram: 'did not', shareBefore: 5 / 6, shareAfter: 0.5, after: 0 });
  });
});
