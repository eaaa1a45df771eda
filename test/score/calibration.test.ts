import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  CalibrationTally,
  calibrationBinsOf,
  calibrationFigures,
  calibrationFiguresOf,
  calibrationOutcome,
} from '../../src/score/calibration/calibration.ts';
import { readProbabilities } from '../../src/score/calibration/probabilities.ts';
import type { JsonObject } from '../../src/score/scorer.ts';
import { OutcomeTable } from '../../src/stats/resampling/outcome-table.ts';

const isSame = (a: string, b: string): boolean => a.toUpperCase() === b.toUpperCase();

/** The calibration of claims: gold label, predicted label, and the rest of the prediction. */
function calibrationOf(claims: readonly (readonly [string, string | undefined, JsonObject])[]) {
  const tally = new CalibrationTally(isSame);
  for (const [gold, predicted, record] of claims) {
    const { value, flaws } = readProbabilities(record);
    expect(flaws).toEqual([]);
    tally.add(gold, predicted, value);
  }
  return tally.result();
}

const figuresOf = (claims: Parameters<typeof calibrationOf>[0]) =>
  Object.fromEntries(calibrationOf(claims)?.figures.map(({ id, value }) => [id, value]) ?? []);

test('error, Brier score and likelihood of a few claims by hand', () => {
  const figures = figuresOf([
    ['SUPPORTS', 'SUPPORTS', { probabilities: { SUPPORTS: 0.7, REFUTES: 0.2, 'NOT ENOUGH INFO': 0.1 } }],
    ['REFUTES', 'SUPPORTS', { predicted_probabilities: { supports: 0.7, refutes: 0.3 } }],
    ['NOT ENOUGH INFO', 'REFUTES', { probabilities: { REFUTES: 1 } }],
  ]);
  // Two claims in the bin of 0.7, of which one is right, and one of probability 1 that is wrong.
  expect(figures.expectedCalibrationError).toBeCloseTo((2 * 0.2 + 1 * 1) / 3, 12);
  expect(figures.maximumCalibrationError).toBe(1);
  expect(figures.brierScore).toBeCloseTo((0.09 + 0.04 + 0.01 + (0.49 + 0.49) + (1 + 1)) / 3, 12);
  expect(figures.negativeLogLikelihood).toBeCloseTo(
    -(Math.log(0.7) + Math.log(0.3) + Math.log(2 ** -52)) / 3,
    12,
  );
});

test('a probability of the predicted label alone tells its error, and nothing of the others', () => {
  expect(
    figuresOf([
      ['SUPPORTS', 'SUPPORTS', { confidence: 0.75 }],
      ['SUPPORTS', 'REFUTES', { score: 0.25 }],
      ['SUPPORTS', 'SUPPORTS', { probabilities: { SUPPORTS: 0.5 } }],
    ]),
  ).toEqual({
    expectedCalibrationError: (0.25 + 0.25 + 0.5) / 3,
    maximumCalibrationError: 0.5,
    brierScore: null,
    negativeLogLikelihood: null,
  });
});

test('claims without a probability of the predicted label are not counted', () => {
  expect(calibrationOf([['SUPPORTS', 'SUPPORTS', {}]])).toBeUndefined();
  expect(calibrationOf([['SUPPORTS', undefined, { confidence: 1 }]])).toBeUndefined();
  expect(calibrationOf([['SUPPORTS', 'REFUTES', { probabilities: { SUPPORTS: 0.6 } }]])).toBeUndefined();
  expect(calibrationOf([['SUPPORTS', 'REFUTES', { probabilities: { SUPPORTS: 1 } }]])?.claims).toBe(1);
});

test.each([
  [0, 0],
  [1 / 15, 0],
  [1 / 15 + 1e-12, 1],
  [0.2, 2],
  [0.6, 8],
  [0.8, 11],
  [14 / 15, 13],
  [1, 14],
])('%d is in bin %d: each bin has its upper edge', (confidence, wanted) => {
  const bins = calibrationOf([['SUPPORTS', 'SUPPORTS', { confidence }]])?.bins ?? [];
  expect(bins.length).toBe(15);
  expect(bins.findIndex(({ claims }) => claims === 1)).toBe(wanted);
  expect(bins[wanted]).toMatchObject({ confidence, accuracy: 1 });
});

test('every probability is in the bin whose edges hold it, and figures keep their ranges', () => {
  const edge = fc.integer({ min: 0, max: 15 }).map((at) => at / 15);
  const probability = fc.oneof(fc.double({ min: 0, max: 1, noNaN: true }), edge);
  const claim = fc.tuple(probability, fc.boolean());
  fc.assert(
    fc.property(fc.array(claim, { minLength: 1, maxLength: 30 }), (claims) => {
      const table = new OutcomeTable(49);
      for (const [confidence, isRight] of claims) {
        const rest = new Map([
          ['A', confidence],
          ['B', 1 - confidence],
        ]);
        const outcome = calibrationOutcome(
          isRight ? 'A' : 'B',
          'A',
          { byLabel: rest, isComplete: true },
          isSame,
        );
        const bin = calibrationBinsOf(outcome ?? []).find(({ claims: count }) => count === 1);
        expect(confidence <= (bin?.upTo ?? -1)).toBe(true);
        expect(confidence > (bin?.above ?? 2) || confidence === 0).toBe(true);
        table.add(outcome ?? []);
      }
      const [ece = null, mce = null, brier = null, nll = null] = calibrationFiguresOf(table.totals);
      expect(ece).toBeGreaterThanOrEqual(0);
      expect(mce).toBeGreaterThanOrEqual((ece ?? 0) - 1e-12);
      expect(mce).toBeLessThanOrEqual(1);
      expect(brier).toBeLessThanOrEqual(2);
      expect(nll).toBeLessThanOrEqual(52 * Math.LN2 + 1e-9);
    }),
  );
});

test('each figure is an error, and none is defined of nothing', () => {
  expect(calibrationFiguresOf(new Array(49).fill(0))).toEqual(calibrationFigures.map(() => null));
  expect(calibrationFigures.every(({ isError }) => isError === true)).toBe(true);
});

describe('malformed probabilities', () => {
  test.each([
    [{ probabilities: [0.1, 0.9] }, ['probabilities'], 'a list'],
    [{ probabilities: {} }, ['probabilities'], 'empty'],
    [{ probabilities: { SUPPORTS: '0.7' } }, ['probabilities', 'SUPPORTS'], 'the string "0.7"'],
    [{ probabilities: { SUPPORTS: 1.5 } }, ['probabilities', 'SUPPORTS'], '1.5'],
    [{ probabilities: { SUPPORTS: -0.1, REFUTES: 1 } }, ['probabilities', 'SUPPORTS'], '-0.1'],
    [
      { predicted_probabilities: { SUPPORTS: 0.9, REFUTES: 0.5 } },
      ['predicted_probabilities'],
      'numbers that add up to 1.4',
    ],
    [{ confidence: 93 }, ['confidence'], '93'],
    [{ confidence: 'high' }, ['confidence'], 'the string "high"'],
    [JSON.parse('{"probabilities":{"__proto__":2}}') as JsonObject, ['probabilities', '__proto__'], '2'],
  ])('%j is a flaw', (record, path, found) => {
    expect(readProbabilities(record)).toEqual({
      value: undefined,
      flaws: [{ path, messageId: 'probabilities', data: { found } }],
    });
  });

  test.each([
    [{}],
    [{ probabilities: null, confidence: null }],
    // A logit, or what a search engine thinks.
    [{ score: -3.2 }],
    [{ score: 'A' }],
  ])('%j has none, and no flaw', (record) => {
    expect(readProbabilities(record)).toEqual({ value: undefined, flaws: [] });
  });
});
