import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { BaselineContext, LabelledClaim } from '../../src/baseline/baseline.ts';
import { claimOnly } from '../../src/baseline/baselines/claim-only.ts';
import { majority } from '../../src/baseline/baselines/majority.ts';
import { oracle } from '../../src/baseline/baselines/oracle.ts';
import { random } from '../../src/baseline/baselines/random.ts';
import { retrieval } from '../../src/baseline/baselines/retrieval.ts';
import { baselines } from '../../src/baseline/index.ts';
import { printPrediction } from '../../src/baseline/print-prediction.ts';
import type { OpenClaim } from '../../src/claims/open-claim.ts';

const claim = (
  id: string | number,
  text: string,
  label: string,
  evidence: string[][] = [],
): LabelledClaim => ({
  id,
  claim: text,
  label,
  evidence,
});

const training = [
  claim(1, 'The river is cold.', 'SUPPORTS'),
  claim(2, 'The river is long.', 'SUPPORTS'),
  claim(3, 'The river is not warm.', 'REFUTES'),
  claim(4, 'Nobody swims.', 'mixture'),
];

const texts = new Map([
  ['A_sentence_0', 'The river is cold and long.'],
  ['A_sentence_1', 'A town.'],
]);

const context: BaselineContext = {
  training,
  seed: 0,
  search: () => [...texts.keys()],
  textOf: (id) => texts.get(id),
};

test('every baseline is a file of its name, and the registry is sorted', () => {
  const files = readdirSync(resolve(import.meta.dirname, '../../src/baseline/baselines'));
  expect(baselines.map(({ id }) => id)).toEqual(files.map((file) => file.replace('.ts', '')).sort());
});

test('majority: the label most claims have, the first of several, with the shares', () => {
  const shares = new Map([
    ['SUPPORTS', 0.5],
    ['REFUTES', 0.25],
    ['mixture', 0.25],
  ]);
  const answer = majority.prepare(context)(claim(9, 'Anything.', 'REFUTES'));
  expect(answer).toEqual({ label: 'SUPPORTS', evidence: [], probabilities: shares });
  expect([...(answer.probabilities?.keys() ?? [])]).toEqual([...shares.keys()]);
  const tied = majority.prepare({ ...context, training: [...training].reverse().slice(0, 2) });
  expect(tied(claim(9, 'Anything.', 'x')).label).toBe('REFUTES');
});

test('random: by the shares, by seed and id, whatever other claims there are', () => {
  const labelOf = (seed: number) => {
    const answer = random.prepare({ ...context, seed });
    return (id: number) => answer(claim(id, 'x', 'y')).label;
  };
  const ids = Array.from({ length: 4000 }, (_, id) => id);
  const drawn = ids.map(labelOf(0));
  for (const [label, share] of [
    ['SUPPORTS', 0.5],
    ['REFUTES', 0.25],
    ['mixture', 0.25],
  ] as const) {
    const count = drawn.filter((one) => one === label).length;
    // Five standard deviations.
    expect(Math.abs(count / ids.length - share)).toBeLessThan(
      5 * Math.sqrt((share * (1 - share)) / ids.length),
    );
  }
  expect([...ids].reverse().map(labelOf(0)).reverse()).toEqual(drawn);
  expect(ids.map(labelOf(1))).not.toEqual(drawn);
});

test('claim only: words that go with a label', () => {
  const answer = claimOnly.prepare(context);
  const cold = answer(claim(9, 'It is cold.', '?'));
  expect(cold).toMatchObject({ label: 'SUPPORTS', evidence: [] });
  expect([...(cold.probabilities ?? [])].reduce((sum, [, one]) => sum + one, 0)).toBeCloseTo(1, 12);
  expect(answer(claim(9, 'Not warm.', '?')).label).toBe('REFUTES');
  expect(answer(claim(9, 'Nobody.', '?')).label).toBe('mixture');
});

test('retrieval: what was found, and a label by the words in it', () => {
  const answer = retrieval.prepare(context);
  const evidence = [...texts.keys()];
  const shared = answer(claim(9, 'The long river.', '?'));
  // Of the claims with at least 3 of 5 words in the evidence two are SUPPORTS and one is not.
  expect(shared).toEqual({
    label: 'SUPPORTS',
    evidence,
    probabilities: new Map([
      ['SUPPORTS', 2 / 3],
      ['REFUTES', 1 / 3],
      ['mixture', 0],
    ]),
  });
  expect(answer(claim(9, 'Nothing of it.', '?'))).toMatchObject({ label: 'mixture', evidence });
});

test('oracle: the gold label, and all gold evidence once, the smallest set first', () => {
  const gold = claim(9, 'x', 'DISPUTED', [
    ['a', 'b', 'c'],
    ['d', 'b'],
    ['e', 'd'],
  ]);
  expect(oracle.prepare(context)(gold)).toEqual({ label: 'DISPUTED', evidence: ['d', 'b', 'e', 'a', 'c'] });
});

describe.each(baselines)('$id', ({ prepare }) => {
  test('says of a claim what it says of it alone, and never throws', () => {
    const text = fc.oneof(fc.string(), fc.constantFrom('__proto__ constructor', '\ud800', 'river', ''));
    const open: fc.Arbitrary<OpenClaim & { label: string }> = fc.record({
      id: fc.oneof(fc.string({ minLength: 1 }), fc.nat()),
      claim: text,
      label: fc.constantFrom('SUPPORTS', '__proto__', 'x'),
      evidence: fc.array(fc.array(text, { minLength: 1, maxLength: 3 }), { maxLength: 3 }),
    });
    fc.assert(
      fc.property(
        fc.array(open, { minLength: 1, maxLength: 6 }),
        fc.array(open, { minLength: 1, maxLength: 5 }),
        (learned, asked) => {
          const all = { ...context, training: learned };
          const answer = prepare(all);
          for (const one of asked) {
            const line = printPrediction(one.id, answer(one));
            expect(printPrediction(one.id, prepare(all)(one))).toBe(line);
            expect(JSON.parse(line)).toMatchObject({ id: one.id, predicted_label: expect.any(String) });
          }
        },
      ),
      { numRuns: 40 },
    );
  });
});

test('a prediction is a line of JSON, its probabilities with six digits', () => {
  const probabilities = new Map([
    ['SUPPORTS', 2 / 3],
    ['__proto__', 1 / 3],
  ]);
  expect(printPrediction('a', { label: 'SUPPORTS', evidence: ['A_sentence_0'], probabilities })).toBe(
    '{"id":"a","predicted_label":"SUPPORTS","predicted_evidence":["A_sentence_0"],"probabilities":{"SUPPORTS":0.666667,"__proto__":0.333333}}\n',
  );
});
