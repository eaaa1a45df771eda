import { expect, test } from 'vitest';
import { findStrata } from '../../src/split/strata.ts';
import { exampleClaim } from './example-claims.ts';

const claims = [
  exampleClaim(1, ['A_sentence_1', 'B_cell_0_1_1'], { challenge: 'Other', mutation: 'negate' }),
  exampleClaim(2, ['B_cell_0_1_1'], { label: 'REFUTES' }),
  exampleClaim(3, [], { label: 'NOT ENOUGH INFO', challenge: 'Other' }),
];

test('each claim has a value of each attribute, and all of its articles', () => {
  const { values, ofClaims } = findStrata(claims, ['label', 'challenge', 'evidence', 'article', 'mutation']);
  const words = ofClaims.map((columns) =>
    columns.map((at) => `${values[at]?.attribute}=${values[at]?.value}`).join(', '),
  );
  expect(words).toMatchInlineSnapshot(`
    [
      "label=SUPPORTS, challenge=Other, evidence=text and tables, article=A, article=B, mutation=negate",
      "label=REFUTES, challenge=(none), evidence=tables only, article=B, mutation=(none)",
      "label=NOT ENOUGH INFO, challenge=Other, evidence=none, article=(none), mutation=(none)",
    ]
  `);
});

test('labels alone: three values in their order, whatever there is', () => {
  const { values, weights, ofClaims } = findStrata([claims[1] ?? exampleClaim(2)], ['label']);
  expect(values.map(({ value }) => value)).toEqual(['SUPPORTS', 'REFUTES', 'NOT ENOUGH INFO']);
  expect(weights).toEqual([1, 1, 1]);
  expect(ofClaims).toEqual([[1]]);
});

test('an attribute of very many values keeps the commonest, and weighs as much as labels', () => {
  const many = Array.from({ length: 300 }, (_, at) =>
    exampleClaim(at, [`Article ${at % 150}_sentence_0`, ...(at < 20 ? ['Common_sentence_1'] : [])]),
  );
  const { values, weights, ofClaims } = findStrata(many, ['article']);
  expect(values).toHaveLength(100);
  expect(values.map(({ value }) => value)).toContain('(others)');
  expect(values.map(({ value }) => value)).toContain('Common');
  expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(3, 9);
  expect(ofClaims.every((columns) => columns.length > 0)).toBe(true);
});
