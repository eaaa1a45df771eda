import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { measureAssociation } from '../../../src/stats/artefacts/association.ts';
import { entropyOf } from '../../../src/stats/entropy.ts';

describe('association of rows and labels', () => {
  test('of rows that tell all', () => {
    const found = measureAssociation([
      [50, 0],
      [0, 50],
    ]);
    expect(found).toMatchObject({ chiSquare: 100, degreesOfFreedom: 1, lowExpected: 0 });
    expect(found?.cramersV).toBeCloseTo(1, 12);
    expect(found?.information).toBeCloseTo(1, 12);
    expect(found?.explained).toBeCloseTo(1, 12);
    expect(found?.p).toBeCloseTo(1.523970604832e-23, 33);
  });

  test('of rows that tell nothing', () => {
    const found = measureAssociation([
      [10, 20, 30],
      [20, 40, 60],
    ]);
    expect(found).toMatchObject({ chiSquare: 0, degreesOfFreedom: 2, p: 1, cramersV: 0 });
    expect(found?.information).toBeCloseTo(0, 12);
    expect(found?.informationByChance).toBeCloseTo(2 / (2 * Math.LN2 * 180), 12);
  });

  // scipy.stats.chi2_contingency(correction=False) of SciPy 1.17; V by Bergsma's formulas in NumPy: test/clients/artefacts.py.
  test('of a table of three by three', () => {
    const found = measureAssociation([
      [20, 10, 5],
      [10, 25, 10],
      [5, 10, 30],
    ]);
    expect(found?.chiSquare).toBeCloseTo(42.13907785336357, 10);
    expect((found?.p ?? 0) / 1.5610210804830424e-8).toBeCloseTo(1, 10);
    expect(found?.cramersV).toBeCloseTo(0.3936065129166388, 12);
    expect(found?.degreesOfFreedom).toBe(4);
  });

  test.each<[string, number[][]]>([
    ['nothing', []],
    ['one row', [[3, 4]]],
    [
      'one row that is not empty',
      [
        [3, 4],
        [0, 0],
      ],
    ],
    [
      'one label',
      [
        [3, 0],
        [4, 0],
      ],
    ],
  ])('there is none of %s', (_, table) => {
    expect(measureAssociation(table)).toBeUndefined();
  });

  test('which is row and which is column does not matter, and all stays in its range', () => {
    const table = fc
      .tuple(fc.integer({ min: 2, max: 5 }), fc.integer({ min: 2, max: 4 }))
      .chain(([height, width]) =>
        fc.array(fc.array(fc.nat(30), { minLength: width, maxLength: width }), {
          minLength: height,
          maxLength: height,
        }),
      );
    fc.assert(
      fc.property(table, (counts) => {
        const found = measureAssociation(counts);
        const turned = measureAssociation(
          (counts[0] ?? []).map((_, at) => counts.map((row) => row[at] ?? 0)),
        );
        expect(turned === undefined).toBe(found === undefined);
        if (found === undefined || turned === undefined) return;
        expect(turned.chiSquare).toBeCloseTo(found.chiSquare, 8);
        expect(turned.cramersV).toBeCloseTo(found.cramersV, 8);
        expect(turned.information).toBeCloseTo(found.information, 8);
        for (const share of [found.p, found.cramersV, found.explained, found.lowExpected]) {
          expect(share).toBeGreaterThanOrEqual(0);
          expect(share).toBeLessThanOrEqual(1);
        }
        expect(found.information).toBeLessThanOrEqual(entropyOf(counts.flat()) + 1e-9);
      }),
      { numRuns: 200 },
    );
  });
});
