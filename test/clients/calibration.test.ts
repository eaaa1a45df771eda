import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { CalibrationTally } from '../../src/score/calibration/calibration.ts';
import { readProbabilities } from '../../src/score/calibration/probabilities.ts';
import { createRng } from '../../src/text/rng.ts';
import { temporaryFolder } from '../cli/run-command.ts';
import { askClient, whyNoClient } from './python.ts';

const why = whyNoClient('sklearn');

interface Case {
  readonly labels: readonly string[];
  readonly gold: readonly string[];
  readonly predicted: readonly string[];
  readonly probabilities: readonly (readonly number[])[];
}

interface Answer {
  readonly accuracy: readonly number[];
  readonly confidence: readonly number[];
  readonly brierScore: number;
  readonly negativeLogLikelihood: number;
}

function drawCases(count: number): Case[] {
  const rng = createRng(1950);
  return Array.from({ length: count }, (_, at): Case => {
    const labels = ['SUPPORTS', 'REFUTES', 'NOT ENOUGH INFO'].slice(0, 2 + (at % 2));
    const draw = (): string => labels[Math.floor(rng() * labels.length)] as string;
    const rows = Array.from({ length: 5 + Math.floor(rng() * 200) }, () => {
      const weights = labels.map(() => rng() ** 3);
      const sum = weights.reduce((total, weight) => total + weight, 0);
      return weights.map((weight) => weight / sum);
    });
    // Both labels of two must occur, or scikit-learn does not know which is which.
    const gold = rows.map((_row, which) => (which < labels.length ? (labels[which] as string) : draw()));
    return { labels, gold, predicted: rows.map(draw), probabilities: rows };
  });
}

describe.skipIf(why !== undefined)(`scikit-learn${why === undefined ? '' : ` (${why})`}`, () => {
  test('gives the same bins, Brier score and likelihood of 60 systems', () => {
    const cases = drawCases(60);
    const file = join(temporaryFolder(), 'cases.json');
    writeFileSync(file, JSON.stringify(cases));
    const answers = askClient('calibration.py', [file]) as Answer[];
    expect(answers.length).toBe(60);
    for (const [at, { labels, gold, predicted, probabilities }] of cases.entries()) {
      const tally = new CalibrationTally((a, b) => a === b);
      for (const [which, label] of gold.entries()) {
        const row = Object.fromEntries(labels.map((one, column) => [one, probabilities[which]?.[column]]));
        const { value } = readProbabilities({ probabilities: row });
        tally.add(label, predicted[which], value);
      }
      const found = tally.result();
      const wanted = answers[at];
      const bins = found?.bins.filter(({ claims }) => claims > 0) ?? [];
      const figure = (id: string): number => found?.figures.find((one) => one.id === id)?.value ?? Number.NaN;
      const pairs = [
        ...bins.map(({ accuracy }, bin) => [accuracy, wanted?.accuracy[bin]]),
        ...bins.map(({ confidence }, bin) => [confidence, wanted?.confidence[bin]]),
        [figure('brierScore'), wanted?.brierScore],
        [figure('negativeLogLikelihood'), wanted?.negativeLogLikelihood],
      ];
      expect(bins.length).toBe(wanted?.accuracy.length);
      for (const [ours, theirs] of pairs)
        expect(Math.abs((ours ?? Number.NaN) - (theirs ?? Number.NaN))).toBeLessThan(1e-12);
    }
  });
});
