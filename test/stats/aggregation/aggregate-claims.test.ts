import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { aggregationMethods } from '../../../src/claims/aggregation.ts';
import {
  type AggregationOptions,
  aggregateClaims,
  defaultAggregation,
} from '../../../src/stats/aggregation/aggregate-claims.ts';
import { aggregateEvidence, isSameEvidence } from '../../../src/stats/aggregation/aggregate-evidence.ts';
import { runs } from '../../runs.ts';
import { annotatedClaims, type Said } from '../agreement/evidence-claims.ts';
import { plantRatings } from './random-ratings.ts';

const decide = (said: readonly Said[], options: Partial<AggregationOptions> = {}) =>
  aggregateClaims(annotatedClaims(said), { ...defaultAggregation, ...options }).claims[0];

describe('a claim', () => {
  test.each<[string, Said[], Partial<AggregationOptions>, object]>([
    [
      'most decide, and their evidence counts',
      [
        ['ann', 'S', 'A_1'],
        ['bob', 'S', 'A_2', 'A_1'],
        ['eve', 'R', 'A_3'],
      ],
      {},
      {
        label: 'SUPPORTS',
        confidence: 2 / 3,
        votes: { SUPPORTS: 2, REFUTES: 1 },
        evidence: [['A_1'], ['A_2']],
      },
    ],
    [
      'a tie is nobody’s',
      [
        ['ann', 'S', 'A_1'],
        ['bob', 'R', 'A_2'],
      ],
      {},
      { label: null, undecided: 'tie', majority: null, evidence: [] },
    ],
    ['one is too few', [['ann', 'S', 'A_1']], {}, { label: null, undecided: 'few-annotations' }],
    ['one is enough', [['ann', 'S', 'A_1']], { minAnnotations: 1 }, { label: 'SUPPORTS', confidence: 1 }],
    [
      'not sure enough',
      [
        ['ann', 'S', 'A_1'],
        ['bob', 'S', 'A_1'],
        ['eve', 'N'],
      ],
      { minConfidence: 0.7 },
      { label: null, undecided: 'low-confidence', confidence: 2 / 3, majority: 'SUPPORTS' },
    ],
    [
      'a label that needs evidence and has none',
      [
        ['ann', 'S'],
        ['bob', 'S'],
      ],
      {},
      { label: null, undecided: 'without-evidence' },
    ],
    [
      'enough that there is not enough',
      [
        ['ann', 'N'],
        ['bob', 'N'],
      ],
      {},
      { label: 'NOT ENOUGH INFO', undecided: null, evidence: [] },
    ],
    [
      'an adjudication stands, whatever the votes, the last one',
      [
        ['ann', 'S', 'A_1'],
        ['bob', 'S', 'A_1'],
        ['!boss', 'S', 'A_1'],
        ['!boss', 'R', 'A_9 A_8'],
      ],
      { minAnnotations: 5 },
      { method: 'adjudication', label: 'REFUTES', confidence: null, evidence: [['A_9', 'A_8']] },
    ],
    [
      'an adjudication that needs evidence and cites none would take that of the claim away',
      [
        ['ann', 'S', 'A_1'],
        ['bob', 'S', 'A_1'],
        ['!boss', 'S'],
      ],
      {},
      { method: 'adjudication', label: null, undecided: 'without-evidence', evidence: [] },
    ],
    [
      'an id that a set has twice is cited once, as it is spelled first',
      [
        ['ann', 'S', 'caf\u00e9_1 cafe\u0301_1 A_2 A_2'],
        ['bob', 'S', 'A_2 cafe\u0301_1'],
      ],
      {},
      { label: 'SUPPORTS', evidence: [['caf\u00e9_1', 'A_2']] },
    ],
  ])('%s', (_, said, options, wanted) => {
    expect(decide(said, options)).toMatchObject(wanted);
  });
});

test('evidence: by votes, then as first seen; the same ids are one set; what contains another is counted', () => {
  const found = aggregateEvidence([
    { evidence: [['A_1', 'A_2'], ['A_5']] },
    { evidence: [['A_3'], ['A_2', 'A_1'], ['A_1', 'A_2', 'A_2']] },
    { evidence: [['A_3'], ['A_3', 'A_4'], ['A_2', 'A_1']] },
  ]);
  expect(found).toEqual({ sets: [['A_1', 'A_2'], ['A_3'], ['A_5'], ['A_3', 'A_4']], containing: 1 });
  expect(isSameEvidence([['A_1', 'A_2'], ['A_3']], [['A_3'], ['A_2', 'A_1']])).toBe(true);
  expect(isSameEvidence([['A_1'], ['A_3']], [['A_1', 'A_3']])).toBe(false);
});

/** Claims whose annotators are right with a probability of their own. */
function planted(rightOften: readonly number[], items: number) {
  const { items: rated } = plantRatings(rightOften, { items, labels: 3, missing: 0.1, seed: 9 });
  return annotatedClaims(
    ...rated.map((item) =>
      item.map(({ rater, label }): Said => [`r${rater}`, (['S', 'R', 'N'] as const)[label] ?? 'N', 'A_1']),
    ),
  );
}

test.each(['dawid-skene', 'mace'] as const)('%s is beside the majority, and cautions', (method) => {
  const options = { ...defaultAggregation, method };
  const many = aggregateClaims(planted([0.9, 0.9, 0.05, 0.6], 60), options);
  expect(many.caution).toBeNull();
  expect(many.unlikeMajority).toBeGreaterThan(0);
  expect(many.claims.filter(({ label, majority }) => label !== null && label !== majority).length).toBe(
    many.unlikeMajority,
  );
  const few = aggregateClaims(planted([0.9, 0.9], 60), options).caution;
  expect(few).toMatch(/^A model of annotators needs 20 claims .* there are \d+ and 2\. Do not trust/);
  expect(aggregateClaims(planted([0.9, 0.9, 0.9], 10), options).caution).not.toBeNull();
  expect(aggregateClaims(planted([0.9, 0.9], 5)).caution).toBeNull();
});

test('a label that only the model gives is nobody’s', () => {
  // Two who take SUPPORTS for NOT ENOUGH INFO and the other way round are alone on the last claim.
  const both: Said[][] = (['S', 'N', 'R'] as const).map((truth) => {
    const turned = truth === 'S' ? 'N' : truth === 'N' ? 'S' : 'R';
    return [
      ...['ann', 'bob', 'eve'].map((name): Said => [name, truth, 'A_1']),
      ...['cy', 'dan'].map((name): Said => [name, turned, 'A_1']),
    ];
  });
  const last: Said[] = [
    ['cy', 'S', 'A_1'],
    ['dan', 'S', 'A_1'],
  ];
  const claims = annotatedClaims(...Array.from({ length: 10 }, () => both).flat(), last);
  const aggregation = aggregateClaims(claims, { ...defaultAggregation, method: 'dawid-skene' });
  expect(aggregation.claims.at(-1)).toMatchObject({
    label: null,
    undecided: 'unheard',
    majority: 'SUPPORTS',
  });
});

test('MACE cannot tell a label that all give from a habit of all: right, and not sure of it', () => {
  const claims = annotatedClaims(
    ...Array.from({ length: 30 }, () => ['ann', 'bob', 'eve'].map((name): Said => [name, 'S', 'A_1'])),
  );
  const [first] = aggregateClaims(claims, { ...defaultAggregation, method: 'mace' }).claims;
  expect(first?.label).toBe('SUPPORTS');
  expect(first?.confidence).toBeCloseTo(1 / 3, 2);
});

test('the quality of annotators is by name, hostile ones too', () => {
  const names = ['__proto__', 'constructor', '\u001b[2J'];
  const claims = annotatedClaims(
    ...(['S', 'R', 'N', 'S', 'R'] as const).map((label) => names.map((name): Said => [name, label, 'A_1'])),
  );
  const { quality, annotators } = aggregateClaims(claims, { ...defaultAggregation, method: 'mace' });
  expect(annotators).toBe(3);
  expect(quality.map(({ annotator }) => annotator)).toEqual([...names].sort());
  for (const { agreement, competence } of quality) {
    expect(agreement).toBe(1);
    expect(competence).toBeGreaterThan(0.5);
  }
});

const anySaid = fc.tuple(
  fc.constantFrom('ann', 'bob', 'eve', '!boss'),
  fc.constantFrom('S', 'R', 'N'),
  fc.constantFrom('A_1', 'A_1 A_2', 'B_3'),
);

test.each(aggregationMethods)('%s: plain JSON, the same each time, never over an adjudication', (method) => {
  fc.assert(
    fc.property(fc.array(fc.array(anySaid, { maxLength: 4 }), { maxLength: 8 }), (drawn) => {
      const claims = annotatedClaims(...drawn);
      const options = { ...defaultAggregation, method };
      const result = aggregateClaims(claims, options);
      expect(JSON.parse(JSON.stringify(result))).toEqual(result);
      expect(aggregateClaims(claims, options)).toEqual(result);
      for (const [at, { label, evidence, undecided }] of result.claims.entries()) {
        expect(label === null).toBe(undecided !== null);
        const adjudication = claims[at]?.adjudication;
        if (adjudication === undefined) continue;
        expect({ label, evidence }).toEqual({
          label: adjudication.label,
          evidence: adjudication.evidence,
        });
      }
    }),
    { numRuns: runs(40) },
  );
});
