import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { citedEvidence } from '../../../src/stats/agreement/cited-evidence.ts';
import { measureEvidenceAgreement } from '../../../src/stats/agreement/evidence-agreement.ts';
import { scoreAgainstGold } from '../../../src/stats/agreement/evidence-oracle.ts';
import { measureSetAlpha } from '../../../src/stats/agreement/set-alpha.ts';
import {
  jaccardDistance,
  masiDistance,
  nltkMasiDistance,
  type SetDistance,
} from '../../../src/stats/agreement/set-distance.ts';
import { runs } from '../../runs.ts';
import { annotatedClaims, type Said } from './evidence-claims.ts';

const vectorsFile = path.resolve(import.meta.dirname, '../../../../shared/golden/statistics/vectors.json');
const hasVectors = existsSync(vectorsFile);

interface Vectors {
  readonly set_distance: readonly {
    readonly a: readonly number[];
    readonly b: readonly number[];
    readonly jaccard_d: number;
    readonly masi_d?: number;
    readonly masi_d_nltk?: number;
    readonly masi_d_exact?: number;
  }[];
  readonly evidence_alpha: {
    readonly items: Readonly<Record<string, readonly (readonly string[])[]>>;
    readonly alpha_masi_nltk: number;
    readonly alpha_masi_exact_thirds: number;
    readonly alpha_jaccard: number;
  };
  readonly fever_oracle_pr: {
    readonly gold: Readonly<Record<string, readonly string[]>>;
    readonly user: Readonly<Record<string, readonly string[]>>;
    readonly per_claim: readonly (readonly number[])[];
    readonly macro_precision: number;
    readonly macro_recall: number;
  };
}

describe.skipIf(!hasVectors)(`the vectors of the specification${hasVectors ? '' : ' (not at hand)'}`, () => {
  const vectors = hasVectors ? (JSON.parse(readFileSync(vectorsFile, 'utf8')) as Vectors) : undefined;

  test('distances of sets', () => {
    const cases = vectors?.set_distance ?? [];
    expect(cases.length).toBeGreaterThan(3);
    for (const { a, b, ...wanted } of cases) {
      const sizes = [a.filter((member) => b.includes(member)).length, a.length, b.length] as const;
      expect(jaccardDistance(...sizes)).toBeCloseTo(wanted.jaccard_d, 9);
      expect(masiDistance(...sizes)).toBeCloseTo(wanted.masi_d_exact ?? wanted.masi_d ?? Number.NaN, 9);
      expect(nltkMasiDistance(...sizes)).toBeCloseTo(wanted.masi_d_nltk ?? wanted.masi_d ?? Number.NaN, 9);
    }
  });

  test('alpha', () => {
    const wanted = vectors?.evidence_alpha;
    const units = Object.values(wanted?.items ?? {}).map((unit) => unit.map((ids) => new Set(ids)));
    const alpha = measureSetAlpha(units, distances, undefined).figures;
    expect(alpha.jaccard.value).toBeCloseTo(wanted?.alpha_jaccard ?? Number.NaN, 9);
    expect(alpha.masi.value).toBeCloseTo(wanted?.alpha_masi_exact_thirds ?? Number.NaN, 9);
    expect(alpha.nltk.value).toBeCloseTo(wanted?.alpha_masi_nltk ?? Number.NaN, 9);
  });

  test('precision and recall against gold', () => {
    const wanted = vectors?.fever_oracle_pr;
    const claims = Object.keys(wanted?.gold ?? {});
    const scores = claims.map((claim) =>
      scoreAgainstGold(
        citedEvidence([[...(wanted?.user[claim] ?? [])]]),
        citedEvidence([[...(wanted?.gold[claim] ?? [])]]),
      ),
    );
    expect(scores.map(({ precision, recall }) => [precision, recall])).toEqual(wanted?.per_claim);
    const said = claims.map((claim): Said[] => [
      ['ann', 'S', ...setsOf(wanted?.user[claim])],
      ['!boss', 'S', ...setsOf(wanted?.gold[claim])],
    ]);
    const { adjudicated } = measureEvidenceAgreement(annotatedClaims(...said), undefined);
    expect(adjudicated.precision.value).toBeCloseTo(wanted?.macro_precision ?? Number.NaN, 9);
    expect(adjudicated.recall.value).toBeCloseTo(wanted?.macro_recall ?? Number.NaN, 9);
  });
});

const distances = { jaccard: jaccardDistance, masi: masiDistance, nltk: nltkMasiDistance };

function setsOf(ids: readonly string[] | undefined): string[] {
  return ids === undefined || ids.length === 0 ? [] : [ids.join(' ')];
}

test.each<[string, Parameters<SetDistance>, number, number]>([
  ['the same', [4, 4, 4], 0, 0],
  ['one in the other', [2, 2, 4], 0.5, 2 / 3],
  ['overlapping', [2, 3, 3], 0.5, 5 / 6],
  ['disjoint', [0, 1, 1], 1, 1],
  ['empty and not', [0, 0, 1], 1, 1],
  ['both empty', [0, 0, 0], 0, 0],
])('distances of sets: %s', (_, sizes, jaccard, masi) => {
  expect(jaccardDistance(...sizes)).toBeCloseTo(jaccard, 12);
  expect(masiDistance(...sizes)).toBeCloseTo(masi, 12);
});

const five = annotatedClaims(
  [
    ['ann', 'S', 'P_0'],
    ['bob', 'S', 'P_0'],
  ],
  [
    ['ann', 'S', 'P_1 P_2'],
    ['bob', 'R', 'P_1'],
  ],
  [
    ['ann', 'R', 'Q_0 R_4'],
    ['bob', 'R', 'Q_0 R_5'],
  ],
  [
    ['ann', 'S', 'S_2'],
    ['bob', 'R', 'S_7'],
  ],
  [
    ['ann', 'S', 'T_1 T_2', 'T_3'],
    ['bob', 'S', 'T_3', 'T_1'],
    ['eve', 'N'],
  ],
  [
    ['ann', 'N'],
    ['bob', 'N'],
  ],
  [
    ['ann', 'S'],
    ['bob', 'S', 'T_1'],
  ],
);

test('what somebody adjudicated is not compared with what the same person annotated', () => {
  const { adjudicated } = measureEvidenceAgreement(
    annotatedClaims([
      ['boss', 'S', 'A_1'],
      ['ann', 'S', 'A_1 A_2'],
      ['!boss', 'S', 'A_1'],
    ]),
    undefined,
  );
  expect(adjudicated).toMatchObject({
    claims: 1,
    annotations: 1,
    precision: { value: 0.5 },
    recall: { value: 1 },
  });
});

test('pairs, sets and labels', () => {
  const { strict, lenient, bestMatch, pooledF1, labels, leftOut, ...rest } = measureEvidenceAgreement(
    five,
    undefined,
  );
  expect(rest).toMatchObject({ claims: 5, annotations: 10, annotators: 2, pairs: 5, remarks: [] });
  expect(strict.value).toBeCloseTo(2 / 5, 12);
  expect(lenient.value).toBeCloseTo(3 / 5, 12);
  // 1, 2/3, 1/2, 0, and for the last (2/3 + 1) / 2 both ways.
  expect(bestMatch.value).toBeCloseTo((1 + 2 / 3 + 1 / 2 + 0 + 5 / 6) / 5, 12);
  expect(pooledF1.value).toBeCloseTo((2 * (1 + 1 + 1 + 0 + 2)) / (2 + 3 + 4 + 2 + 5), 12);
  expect(labels).toMatchObject({
    overlapping: { pairs: 4, same: { value: 3 / 4 } },
    disjoint: { pairs: 1, same: { value: 0 } },
    oneWithout: { pairs: 3, same: { value: 1 / 3 } },
  });
  expect(leftOut).toEqual([
    { id: 'not-enough-info', what: 'NOT ENOUGH INFO without evidence', annotations: 3 },
    { id: 'without-evidence', what: 'SUPPORTS or REFUTES without evidence', annotations: 1 },
    { id: 'alone', what: 'the only one of its claim with evidence', annotations: 1 },
  ]);
});

test('alpha is the one of the specification for its five claims', () => {
  const units = [
    [['P:0'], ['P:0']],
    [['P:1', 'P:2'], ['P:1']],
    [
      ['Q:0', 'R:4'],
      ['Q:0', 'R:5'],
    ],
    [['S:2'], ['S:7']],
    [
      ['T:1', 'T:2'],
      ['T:1', 'T:2'],
    ],
  ].map((unit) => unit.map((ids) => new Set(ids)));
  const { figures } = measureSetAlpha(units, distances, undefined);
  expect(figures.jaccard.value).toBeCloseTo(0.5375494071146245, 9);
  expect(figures.masi.value).toBeCloseTo(0.45953002610966065, 9);
  expect(figures.nltk.value).toBeCloseTo(0.4596404652802256, 9);
});

test.each([
  ['nobody', annotatedClaims(), 'No claim has two annotations with evidence.'],
  ['one annotator', annotatedClaims([['ann', 'S', 'A_1']]), 'No claim has two annotations with evidence.'],
  [
    'all the same',
    annotatedClaims([
      ['ann', 'S', 'A_1'],
      ['bob', 'S', 'A_1'],
    ]),
    'All cite the same evidence for all claims: no disagreement is expected, and alpha is not defined.',
  ],
])('alpha that is not defined says why: %s', (_, claims, reason) => {
  expect(measureEvidenceAgreement(claims, undefined).alpha.jaccard).toEqual({
    value: null,
    reason,
    interval: null,
  });
});

test('ids are compared in normal form C, and the order of ids and sets says nothing', () => {
  const claims = annotatedClaims([
    ['ann', 'S', 'Caf\u00e9_1 B_2 B_2', 'B_3'],
    ['bob', 'S', 'B_3', 'B_2 Cafe\u0301_1'],
  ]);
  const { strict, bestMatch, pooledF1 } = measureEvidenceAgreement(claims, undefined);
  expect([strict.value, bestMatch.value, pooledF1.value]).toEqual([1, 1, 1]);
});

test('intervals hold the figures, are the same for the same seed, and are plain JSON', () => {
  const resampling = { resamples: 200, confidence: 0.95, seed: 1 };
  const many = annotatedClaims(
    ...Array.from({ length: 60 }, (_, at): Said[] => [
      ['ann', 'S', `A_${at} B_1`],
      ['bob', at % 3 === 0 ? 'R' : 'S', at % 2 === 0 ? `A_${at} B_1` : `A_${at} C_${at}`],
    ]),
  );
  const measured = measureEvidenceAgreement(many, resampling);
  expect(measureEvidenceAgreement(many, resampling)).toEqual(measured);
  const { strict, bestMatch, pooledF1, alpha, labels } = measured;
  for (const figure of [strict, bestMatch, pooledF1, alpha.jaccard, alpha.masi, labels.overlapping.same]) {
    const { value, interval } = figure;
    expect(interval?.low).toBeLessThan(value ?? Number.NaN);
    expect(interval?.high).toBeGreaterThan(value ?? Number.NaN);
  }
  expect(JSON.parse(JSON.stringify(measured))).toEqual(measured);
});

test('what would take too long is not begun, and says so', () => {
  const pairs = [
    [new Set(['a']), new Set(['b'])],
    [new Set(['a']), new Set(['a'])],
  ];
  const resampling = { resamples: 1e9, confidence: 0.95, seed: 1 };
  const { figures, remarks } = measureSetAlpha(pairs, { it: jaccardDistance }, resampling);
  expect(figures.it).toMatchObject({ interval: null });
  expect(figures.it.value).toBeCloseTo(0, 12);
  expect(remarks).toEqual([
    'Alpha of evidence has no interval: 1000000000 resamples would take too long. Ask for fewer.',
  ]);
  const common = Array.from({ length: 2000 }, (_, at) => [
    new Set(['a', `b${at}`]),
    new Set(['a', `c${at}`]),
  ]);
  expect(measureSetAlpha(common, { it: jaccardDistance }, undefined).figures.it).toEqual({
    value: null,
    reason: 'Too many different values have an id in common for alpha in reasonable time: see pooled F1.',
    interval: null,
  });
});

/** Alpha from all ordered pairs of values, without any short cut. */
function alphaOfAllPairs(
  units: readonly (readonly ReadonlySet<string>[])[],
  distance: SetDistance,
): number | null {
  const apart = (one: ReadonlySet<string>, other: ReadonlySet<string>): number =>
    distance([...one].filter((member) => other.has(member)).length, one.size, other.size);
  const mean = (values: readonly ReadonlySet<string>[]): number => {
    let sum = 0;
    for (const [at, one] of values.entries())
      for (const [before, other] of values.entries()) if (at !== before) sum += apart(one, other);
    return sum / (values.length - 1);
  };
  const kept = units.filter((unit) => unit.length > 1);
  const observed = kept.reduce((sum, unit) => sum + mean(unit), 0);
  const expected = mean(kept.flat());
  return kept.length === 0 || expected === 0 ? null : 1 - observed / expected;
}

const anySet = fc
  .subarray(['a', 'b', 'c', 'd', 'e'], { minLength: 0, maxLength: 4 })
  .map((ids) => new Set(ids));
const anyUnits = fc.array(fc.array(anySet, { maxLength: 4 }), { maxLength: 12 });

test('alpha by counts and overlapping pairs is that of all pairs', () => {
  fc.assert(
    fc.property(anyUnits, fc.constantFrom(jaccardDistance, masiDistance), (units, distance) => {
      const ours = measureSetAlpha(units, { it: distance }, undefined).figures.it.value;
      const theirs = alphaOfAllPairs(units, distance);
      if (theirs === null) expect(ours).toBeNull();
      else expect(ours).toBeCloseTo(theirs, 9);
    }),
    { numRuns: runs(100) },
  );
});

const anySaid = fc.tuple(
  fc.constantFrom('ann', 'bob', 'eve'),
  fc.constantFrom('S', 'R', 'N'),
  fc.array(fc.subarray(['A', 'B', 'C', 'D'], { minLength: 1 }), { maxLength: 3 }),
);
const anyClaims = fc.array(fc.array(anySaid, { maxLength: 3 }), { maxLength: 6 });

test('who is called what does not matter; strict is lenient; shares lie between 0 and 1', () => {
  fc.assert(
    fc.property(anyClaims, (drawn) => {
      const claimsWith = (name: (who: string) => string) =>
        annotatedClaims(
          ...drawn.map((said) =>
            said.map(([who, label, sets]): Said => [name(who), label, ...sets.map((set) => set.join(' '))]),
          ),
        );
      const measured = measureEvidenceAgreement(
        claimsWith((who) => who),
        undefined,
      );
      const renamed = measureEvidenceAgreement(
        claimsWith((who) => `${who}\u001b[31m`),
        undefined,
      );
      expect(renamed).toEqual(measured);
      const { strict, lenient, bestMatch, pooledF1 } = measured;
      for (const { value } of [strict, lenient, bestMatch, pooledF1]) {
        expect(value ?? 0).toBeGreaterThanOrEqual(0);
        expect(value ?? 0).toBeLessThanOrEqual(1);
      }
      expect(strict.value ?? 0).toBeLessThanOrEqual(lenient.value ?? 0);
    }),
    { numRuns: runs(60) },
  );
});
