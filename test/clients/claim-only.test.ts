import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { likeliest } from '../../src/stats/claim-only/likeliest.ts';
import {
  fitLogisticRegression,
  predictProbabilities,
} from '../../src/stats/claim-only/logistic-regression.ts';
import { readNgramRows, selectExamples } from '../../src/stats/claim-only/ngram-rows.ts';
import { stratifiedGroupFolds } from '../../src/stats/folds/stratified-group-folds.ts';
import { temporaryFolder } from '../cli/run-command.ts';
import { askClient, whyNoClient } from './python.ts';
import { createRandom } from './random.ts';

const why = whyNoClient('sklearn');

function ask(what: 'folds' | 'classifier', cases: readonly unknown[]): unknown {
  const file = join(temporaryFolder('test'), 'asked.json');
  writeFileSync(file, JSON.stringify(cases));
  return askClient('claim-only.py', [what, file]);
}

interface Answer {
  readonly features: number;
  readonly probabilities: readonly (readonly number[])[];
  readonly guesses: readonly string[];
  readonly classes: readonly string[];
}

/** Texts of common and rare words, the first of which tell of the label. */
function drawCase(seed: number) {
  const random = createRandom(seed);
  const names = ['NOT ENOUGH INFO', 'REFUTES', 'SUPPORTS', 'disputed'].slice(0, 2 + (seed % 3));
  const vocabulary = ['Not', 'only', "Ärzte's", 'the', 'naïve_1', '3.5', '漢字', 'ΟΔΟΣ', 'x', 'in'];
  const draw = () => {
    const label = random.int(names.length);
    const words = random.list(1 + random.int(12), () =>
      random.chance(0.3) ? `w${label}${random.int(6)}` : random.pick([...vocabulary, `r${random.int(200)}`]),
    );
    return { text: words.join(random.chance(0.2) ? ', ' : ' '), label: names[label] as string };
  };
  const learned = [
    ...names.map((label) => ({ text: 'the x', label })),
    ...random.list(30 + random.int(300), draw),
  ];
  return {
    texts: learned.map(({ text }) => text),
    labels: learned.map(({ label }) => label),
    test: [...random.list(100, draw).map(({ text }) => text), '', 'nothing of this'],
    minCount: 1 + random.int(3),
    c: random.pick([0.01, 0.3, 1, 10]),
  };
}

describe.skipIf(why !== undefined)(`scikit-learn${why === undefined ? '' : ` (${why})`}`, () => {
  test('makes the same folds of 200 random tables', () => {
    const cases = Array.from({ length: 200 }, (_, seed) => {
      const random = createRandom(seed);
      const folds = 2 + random.int(5);
      const classes = 1 + random.int(6);
      const groups = folds + random.int(seed % 3 === 0 ? 100 : 12);
      const items = Math.max(groups, 10) + random.int(300);
      const y = random.list(items, () => (random.chance(0.4) ? 0 : random.int(classes)));
      return {
        folds,
        // Enough of the first class, and every group: otherwise scikit-learn refuses.
        y: y.map((label, at) => (at < folds ? 0 : label)),
        groups: y.map((_, at) => (at < groups ? at : random.chance(0.3) ? 0 : random.int(groups))),
      };
    });
    const ours = cases.map(({ y, groups, folds }) => [...stratifiedGroupFolds(y, groups, { folds })]);
    expect(ours).toEqual(ask('folds', cases));
  });

  test('learns the same from 30 random lists of texts: probabilities within 0.0001, the same guesses', () => {
    const cases = Array.from({ length: 30 }, (_, seed) => drawCase(seed));
    const answers = ask('classifier', cases) as readonly Answer[];
    for (const [at, { texts, labels, test: asked, minCount, c }] of cases.entries()) {
      const { classes, features, probabilities, guesses } = answers[at] as Answer;
      const rows = readNgramRows([...texts, ...asked]);
      const gold = Int32Array.from(labels, (label) => classes.indexOf(label));
      const examples = selectExamples(rows, Uint32Array.from(texts.keys()), minCount);
      expect(examples.width).toBe(features);
      const model = fitLogisticRegression(examples, gold, classes.length, { cost: c, tolerance: 1e-4 });
      const into = new Float64Array(classes.length);
      for (const row of asked.keys()) {
        predictProbabilities(model, rows, texts.length + row, into);
        const theirs = probabilities[row] ?? [];
        for (const [label, probability] of into.entries())
          expect(Math.abs(probability - (theirs[label] ?? Number.NaN))).toBeLessThan(1e-4);
        expect(classes[likeliest(into)]).toBe(guesses[row]);
      }
    }
  });
});
