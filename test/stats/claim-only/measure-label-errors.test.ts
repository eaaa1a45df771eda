import { describe, expect, test } from 'vitest';
import type { OpenClaim } from '../../../src/claims/open-claim.ts';
import { measureCartography } from '../../../src/stats/claim-only/measure-cartography.ts';
import { measureLabelErrors } from '../../../src/stats/claim-only/measure-label-errors.ts';
import { drawClaims } from './drawn-claims.ts';

const names = ['SUPPORTS', 'REFUTES', 'NOT ENOUGH INFO'];
const right = drawClaims(600, 0.8, 3);
/** Every twentieth claim has another label. */
const flipped = new Set(right.filter((_, at) => at % 20 === 7).map(({ id }) => id));
const claims: readonly OpenClaim[] = right.map((claim) =>
  flipped.has(claim.id)
    ? { ...claim, label: names[(names.indexOf(claim.label ?? '') + 1) % 3] as string }
    : claim,
);

describe('label errors', () => {
  const { measured } = measureLabelErrors(claims);

  test('that were planted in 5 % of the claims stand at the top', () => {
    const found = measured?.candidates ?? [];
    const share = (k: number) => found.slice(0, k).filter(({ id }) => flipped.has(id)).length / k;
    // A fifth of the thirty had no word that tells the label: nobody can find these.
    expect(found.length).toBeGreaterThanOrEqual(20);
    expect(share(20)).toBeGreaterThanOrEqual(0.95);
    const suggested = found.slice(0, 20).filter(({ id }) => flipped.has(id));
    for (const { id, suggested: label } of suggested)
      expect(label).toBe(right.find((claim) => claim.id === id)?.label);
  });

  test('look like another label and were never believed, the surest first', () => {
    const found = measured?.candidates ?? [];
    const margins = found.map((one) => one.probabilityOfGiven - one.probabilityOfSuggested);
    expect(margins).toEqual([...margins].sort((a, b) => a - b));
    const thresholds = new Map(measured?.labels.map(({ label, threshold }) => [label, threshold]));
    for (const one of found) {
      expect(one.given).not.toBe(one.suggested);
      expect(one.probabilityOfSuggested).toBeGreaterThanOrEqual(thresholds.get(one.suggested) ?? 1);
      expect(one.confidence).toBeLessThan(1 / 3);
      expect(one.variability).toBeLessThan(0.15);
    }
    const joint = measured?.confidentJoint ?? [];
    const off = joint.flatMap((line, given) => line.filter((_, label) => label !== given));
    expect(off.reduce((sum, count) => sum + count, 0)).toBe(measured?.contradicted);
  });

  test('do not depend on the order of the claims', () => {
    expect(measureLabelErrors([...claims].reverse()).measured).toEqual(measured);
  });

  test('are none where words tell nothing: what looks as much like its own label as like another is no error', () => {
    const twice = Array.from({ length: 40 }, (_, at) =>
      ['SUPPORTS', 'REFUTES'].map((label) => ({
        ...{ id: `${at} ${label}`, claim: `Town${at} has a bridge${at} of stone.`, label },
        evidence: [],
      })),
    ).flat();
    expect(measureLabelErrors(twice).measured).toMatchObject({
      contradicted: 0,
      candidates: [],
      confidentJoint: [
        [40, 0],
        [0, 40],
      ],
    });
  });

  test('of too few claims are not looked for', () => {
    expect(measureLabelErrors(claims.slice(0, 6))).toMatchObject({ measured: null, reason: /two labels/ });
  });
});

describe('the map', () => {
  const { measured } = measureCartography(claims);

  test('has every claim in one region, in the order of the claims', () => {
    expect(measured?.points.map(({ id }) => id)).toEqual(claims.map(({ id }) => id));
    for (const { region, claims: number, byLabel } of measured?.regions ?? []) {
      expect(measured?.points.filter((point) => point.region === region)).toHaveLength(number);
      expect(byLabel.reduce((sum, label) => sum + label.claims, 0)).toBe(number);
    }
  });

  test('has planted errors among the hard claims far more often than others', () => {
    const shareOfHard = (isFlipped: boolean) => {
      const points = measured?.points.filter(({ id }) => flipped.has(id) === isFlipped) ?? [];
      return points.filter(({ region }) => region === 'hard').length / points.length;
    };
    expect(shareOfHard(true)).toBeGreaterThan(5 * shareOfHard(false));
  });

  test('has means, deviations and shares of as many epochs', () => {
    for (const { confidence, variability, correctness } of measured?.points ?? []) {
      expect(confidence).toBeGreaterThan(0);
      expect(confidence).toBeLessThan(1);
      // Of numbers from 0 to 1 with a mean, this is the largest deviation there can be.
      expect(variability).toBeLessThanOrEqual(Math.sqrt(confidence * (1 - confidence)) + 1e-12);
      expect(Number.isInteger(Math.round(correctness * 1e9) / 1e8)).toBe(true);
    }
    const once = measureCartography(claims, { epochs: 1 }).measured;
    expect(once?.points.every(({ variability }) => variability < 1e-7)).toBe(true);
  });

  test('is drawn by seed', () => {
    expect(measureCartography(claims).measured).toEqual(measured);
    expect(measureCartography(claims, { seed: 2 }).measured).not.toEqual(measured);
  });

  test.each([0, 1.5, -1])('of %s epochs is wrong use', (epochs) => {
    expect(() => measureCartography(claims, { epochs })).toThrow(/epochs\. Give a whole number from 1 on/);
  });
});
