import { calibrationBinsOf, calibrationWidth } from '../../src/score/calibration/calibration.ts';
import type { PrintOptions } from '../../src/score/print/score-printer.ts';
import { fever } from '../../src/score/scorers/fever.ts';
import type { Comparison, FigureValue, Scores } from '../../src/score/scores.ts';

/** Figures of FEVER, all with an interval of 0.02 where one is asked for. */
function figuresOf(values: readonly (number | null)[], hasIntervals = true): FigureValue[] {
  return fever.figures.map(({ id }, at) => {
    const value = values[at] ?? null;
    if (value === null || !hasIntervals) return { id, value };
    return { id, value, interval: { low: value - 0.01, high: value + 0.01 } };
  });
}

/** The sums of a calibration with two bins that have claims. */
const calibrationTotals = new Array<number>(calibrationWidth).fill(0);
calibrationTotals.splice(4 + 3 * 9, 3, 4000, 2600, 2480);
calibrationTotals.splice(4 + 3 * 14, 3, 5999, 5819.03, 2728);

/** A baseline on the dev set of FEVER, as fever-scorer's own test has it. */
export const baseline: Scores = {
  scorer: 'fever',
  predictions: 'runs/baseline.jsonl',
  claims: 9999,
  figures: figuresOf([
    0.32573257325732574, 0.5208520852085209, 0.1043804380438068, 0.44224422442244227, 0.1688970477815144,
  ]),
  confusion: {
    gold: ['SUPPORTS', 'REFUTES', 'NOT ENOUGH INFO'],
    predicted: ['SUPPORTS', 'REFUTES', 'NOT ENOUGH INFO', null],
    counts: [
      [2513, 182, 638, 0],
      [611, 1420, 1302, 0],
      [1055, 998, 1275, 5],
    ],
  },
  breakdowns: [
    {
      id: 'label',
      title: 'gold label',
      groups: [
        { name: 'SUPPORTS', claims: 3333, figures: figuresOf([0.3211, 0.754, 0.1107, 0.4533, 0.1779]) },
        { name: 'REFUTES', claims: 3333, figures: figuresOf([0.2736, 0.426, 0.098, 0.4312, 0.1597]) },
        { name: 'NOT ENOUGH INFO', claims: 3333, figures: figuresOf([0.3825, 0.3825, null, null, null]) },
      ],
    },
    {
      id: 'evidence-size',
      title: 'pieces of evidence needed',
      groups: [
        { name: '0', claims: 3333, figures: figuresOf([0.3825, 0.3825, null, null, null]) },
        { name: '1', claims: 5912, figures: figuresOf([0.331, 0.598, 0.11, 0.487, 0.1795]) },
        { name: '2', claims: 601, figures: figuresOf([0.0083, 0.521, 0.089, 0.0416, 0.0567]) },
        { name: '3', claims: 98, figures: figuresOf([0, 0.49, 0.079, 0, 0]) },
        { name: '4+', claims: 55, figures: figuresOf([0, 0.51, 0.07, 0, 0], false) },
      ],
    },
  ],
  bounds: [
    { id: 'goldEvidence', title: 'with gold evidence', figures: figuresOf([0.5208, 0.5208, 1, 1, 1], false) },
    {
      id: 'goldLabel',
      title: 'with gold label',
      figures: figuresOf([0.6281, 1, 0.1043, 0.4422, 0.1688], false),
    },
    { id: 'ceiling', title: 'with both', figures: figuresOf([0.9979, 1, 1, 0.9979, 0.9989], false) },
  ],
  worst: [
    {
      id: '137334',
      claim: 'Fox 2000 Pictures released the film Soul Food.',
      gold: 'SUPPORTS',
      predicted: 'REFUTES',
      fault: 'opposite label, evidence found',
      goldEvidence: [
        ['Soul_Food_-LRB-film-RRB-_sentence_0'],
        ['Soul_Food_-LRB-film-RRB-_sentence_4', 'Fox_2000_Pictures_sentence_1'],
      ],
      predictedEvidence: ['Soul_Food_-LRB-film-RRB-_sentence_0', 'Soul_food_sentence_2'],
      probability: 0.9712,
    },
    {
      id: '111897',
      claim: 'Telemundo is an English-language television network.',
      gold: 'REFUTES',
      predicted: 'NOT ENOUGH INFO',
      fault: 'wrong label, no evidence predicted',
      goldEvidence: [['Telemundo_sentence_0']],
      predictedEvidence: [],
    },
  ],
  join: {
    by: 'position',
    missing: 0,
    extra: 0,
    repeatedGold: 0,
    repeatedPredictions: 0,
    withoutId: 0,
    unscored: 0,
  },
  calibration: {
    claims: 9999,
    figures: [
      { id: 'expectedCalibrationError', value: 0.3212, interval: { low: 0.3144, high: 0.3301 } },
      { id: 'maximumCalibrationError', value: 0.5152 },
      { id: 'brierScore', value: null },
    ],
    bins: calibrationBinsOf(calibrationTotals),
  },
  nearMisses: 12,
};

const { calibration: _calibration, ...plain } = baseline;

/** A second system, without probabilities, with a claim that it says nothing of. */
export const rival: Scores = {
  ...plain,
  predictions: 'runs/rival_v2.jsonl',
  figures: figuresOf([0.3411, 0.5302, 0.1101, 0.4499, 0.1769]),
  worst: [],
  join: { ...plain.join, by: 'id', missing: 49, extra: 1 },
  nearMisses: 0,
};

export const comparison: Comparison = {
  figures: [
    {
      id: 'feverScore',
      first: 0.32573257325732574,
      second: 0.3411,
      difference: 0.0153674267,
      interval: { low: 0.0101, high: 0.0206 },
      bootstrapP: 0,
      randomisationP: 0.001,
    },
    {
      id: 'labelAccuracy',
      first: 0.5208520852085209,
      second: 0.5302,
      difference: 0.0093479148,
      interval: { low: -0.0003, high: 0.0188 },
      bootstrapP: 0.058,
      randomisationP: 0.0609,
    },
    {
      id: 'evidencePrecision',
      first: 0.1043804380438068,
      second: null,
      difference: null,
      bootstrapP: null,
      randomisationP: null,
    },
  ],
  wins: { first: 312, second: 466, ties: 9221 },
};

const texts: ReadonlyMap<string, string> = new Map([
  [
    'Soul_Food_-LRB-film-RRB-_sentence_0',
    'Soul Food is a 1997 American comedy-drama film produced by Kenneth "Babyface" Edmonds, Tracey Edmonds and Robert Teitel and released by Fox 2000 Pictures.',
  ],
  ['Soul_food_sentence_2', 'The expression "soul food" may have originated in the mid-1960s.'],
]);

export const options: PrintOptions = {
  width: 80,
  color: false,
  resampling: { confidence: 0.95, resamples: 1000, seed: 1 },
  evidenceText: (id) => texts.get(id),
};
