import { describe, expect, test } from 'vitest';
import {
  fitLogisticRegression,
  predictProbabilities,
} from '../../../src/stats/claim-only/logistic-regression.ts';
import { readNgramRows, selectExamples } from '../../../src/stats/claim-only/ngram-rows.ts';

function learn(
  texts: readonly (readonly [string, number])[],
  labels: number,
  asked: readonly string[],
  minCount = 1,
) {
  const rows = readNgramRows([...texts.map(([text]) => text), ...asked]);
  const examples = selectExamples(rows, Uint32Array.from(texts.keys()), minCount);
  const gold = Int32Array.from(texts, ([, label]) => label);
  const model = fitLogisticRegression(examples, gold, labels, { cost: 0.3, tolerance: 1e-8 });
  return asked.map((_, at) => {
    const into = new Float64Array(labels);
    predictProbabilities(model, rows, texts.length + at, into);
    return [...into];
  });
}

const toy: readonly (readonly [string, number])[] = [
  ['The film did not win', 1],
  ['the film did not sell', 1],
  ['the actor did not retire', 0],
  ['the film won', 0],
  ['an actor won', 0],
  ['a drama', 2],
];

describe('the classifier', () => {
  test('is that of scikit-learn 1.9.1: LogisticRegression(C=0.3) on CountVectorizer(ngram_range=(1, 2), binary=True)', () => {
    const expected = [
      [0.33714473, 0.54979088, 0.11306439],
      [0.40038951, 0.17971494, 0.41989556],
      [0.55496117, 0.20422557, 0.24081326],
    ];
    for (const [at, probabilities] of learn(toy, 3, ['the film did not', 'a drama', '']).entries())
      for (const [label, probability] of probabilities.entries())
        expect(probability).toBeCloseTo(expected[at]?.[label] ?? Number.NaN, 6);
  });

  test('has one weight for two labels, as scikit-learn does', () => {
    const two = toy.slice(0, 5);
    const expected = [0.5386369, 0.20027768, 0.28845694];
    for (const [at, [, probability]] of learn(two, 2, ['the film did not', 'an actor won', '']).entries())
      expect(probability).toBeCloseTo(expected[at] ?? Number.NaN, 6);
  });

  test('without anything that tells gives the shares of the labels', () => {
    const [shares] = learn(
      [
        ['a', 0],
        ['a', 0],
        ['a', 0],
        ['a', 1],
      ],
      2,
      ['nothing'],
    );
    expect(shares?.[0]).toBeGreaterThan(0.6);
    const [alone] = learn(
      [
        ['x', 0],
        ['y', 0],
        ['z', 0],
        ['v', 1],
      ],
      2,
      ['nothing'],
      2,
    );
    expect(alone?.[0]).toBeCloseTo(0.75, 6);
  });
});

describe('n-grams', () => {
  test('are words and pairs of neighbouring words, each once a text', () => {
    const { ngrams, starts, columns } = readNgramRows(["Not a not-a DON'T", '', '漢字 __proto__']);
    const of = (text: number) =>
      [...columns.slice(starts[text], starts[text + 1])].map((column) => ngrams[column]);
    expect([of(0), of(1), of(2)]).toEqual([
      ['not', 'a', 'not a', 'a not', 'don', 'a don', 't', 'don t'],
      [],
      ['漢字', '__proto__', '漢字 __proto__'],
    ]);
  });

  test('count by the texts that are learned from, not by those that are guessed', () => {
    const rows = readNgramRows(['a b', 'a c', 'c b', 'b']);
    const { width, placeOf, columns, starts } = selectExamples(rows, Uint32Array.of(0, 1), 2);
    expect(width).toBe(1);
    expect(rows.ngrams.filter((_, at) => placeOf[at] === 0)).toEqual(['a']);
    expect([...starts]).toEqual([0, 1, 2]);
    expect([...columns]).toEqual([0, 0]);
  });
});
