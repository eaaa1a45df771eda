import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ScoreOptions } from '../../src/score/scorer.ts';
import { nli } from '../../src/score/scorers/nli.ts';
import { OutcomeTable } from '../../src/stats/resampling/outcome-table.ts';

const plain: ScoreOptions = { maxEvidence: 5, maxCells: 25, lenient: false, official: false };

/** The figures of gold and predicted labels by their ids. */
function figuresOf(
  pairs: readonly (readonly [gold: string, predicted: string | undefined])[],
  options: ScoreOptions = plain,
): Readonly<Record<string, number | null>> {
  const scorer = nli.begin?.(options) ?? nli;
  const table = new OutcomeTable(scorer.parts.length);
  for (const [label, predicted] of pairs)
    table.add(scorer.outcomeOf({ label, sets: [] }, { label: predicted, pieces: [] }, options));
  const values = scorer.figuresOf(table.totals);
  expect(values.length).toBe(scorer.figures.length);
  return Object.fromEntries(scorer.figures.map(({ id }, at) => [id, values[at] ?? null]));
}

test('accuracy, macro figures, and those of each class of the gold file', () => {
  expect(
    figuresOf([
      ['SUPPORTS', 'SUPPORTS'],
      ['SUPPORTS', 'REFUTES'],
      ['REFUTES', 'refutes'],
      ['DISPUTED', 'SUPPORTS'],
    ]),
  ).toEqual({
    accuracy: 0.5,
    macroF1: (1 / 2 + 2 / 3) / 3,
    macroPrecision: (1 / 2 + 1 / 2) / 3,
    macroRecall: (1 / 2 + 1) / 3,
    'precision:SUPPORTS': 1 / 2,
    'recall:SUPPORTS': 1 / 2,
    'f1:SUPPORTS': 1 / 2,
    'precision:REFUTES': 1 / 2,
    'recall:REFUTES': 1,
    'f1:REFUTES': 2 / 3,
    'precision:DISPUTED': 0,
    'recall:DISPUTED': 0,
    'f1:DISPUTED': 0,
  });
});

test('a label that only predictions have is a class of the mean, without figures of its own', () => {
  const figures = figuresOf([
    ['SUPPORTS', 'SUPPORTS'],
    ['SUPPORTS', 'mixture'],
  ]);
  expect(figures).toMatchObject({ accuracy: 0.5, macroF1: 1 / 3 });
  expect(Object.keys(figures).filter((id) => id.includes(':'))).toEqual([
    'precision:SUPPORTS',
    'recall:SUPPORTS',
    'f1:SUPPORTS',
  ]);
});

test('no predicted label is wrong, and no class', () => {
  expect(
    figuresOf([
      ['SUPPORTS', 'SUPPORTS'],
      ['SUPPORTS', undefined],
    ]),
  ).toMatchObject({ accuracy: 0.5, macroF1: 2 / 3, macroPrecision: 1, macroRecall: 0.5 });
});

test('nothing is defined of no claims, and of a class that no claim has', () => {
  expect(figuresOf([])).toEqual({ accuracy: null, macroF1: null, macroPrecision: null, macroRecall: null });
  const scorer = nli.begin?.(plain) ?? nli;
  scorer.outcomeOf({ label: 'mixture', sets: [] }, { label: 'mixture', pieces: [] }, plain);
  const totals = scorer.outcomeOf({ label: 'true', sets: [] }, { label: 'true', pieces: [] }, plain);
  expect(scorer.figuresOf(totals)).toEqual([1, 1, 1, 1, null, null, null, 1, 1, 1]);
});

test.each([
  ['SUPPORTS', 'entailment'],
  ['REFUTES', 'Contradiction'],
  ['NOT ENOUGH INFO', 'neutral'],
  ['true', 'SUPPORTS'],
  ['Conflicting Evidence/Cherrypicking', 'conflicting evidence/cherrypicking'],
])('leniently %s is %s', (gold, predicted) => {
  const lenient = { ...plain, lenient: true };
  expect(figuresOf([[gold, predicted]], lenient)).toMatchObject({ accuracy: 1, macroF1: 1 });
  expect(nli.sameLabel(gold, predicted, lenient)).toBe(true);
  expect(nli.sameLabel(gold, predicted, plain)).toBe(gold.toLowerCase() === predicted.toLowerCase());
});

test('claims that are looked at leniently give the run no classes', () => {
  const scorer = nli.begin?.(plain) ?? nli;
  const claim = { label: 'supported', sets: [] };
  scorer.outcomeOf(claim, { label: 'true', pieces: [] }, { ...plain, lenient: true });
  expect(scorer.figures.map(({ id }) => id)).toEqual([
    'accuracy',
    'macroF1',
    'macroPrecision',
    'macroRecall',
  ]);
  scorer.outcomeOf(claim, { label: 'true', pieces: [] }, plain);
  expect(scorer.figures.slice(4).map(({ id }) => id)).toEqual([
    'precision:SUPPORTED',
    'recall:SUPPORTED',
    'f1:SUPPORTED',
  ]);
});

test('sentences in the place of labels are one class, and take no room', () => {
  const pairs = Array.from({ length: 2000 }, (_, at) => ['SUPPORTS', `label ${at}`] as const);
  const figures = figuresOf([['SUPPORTS', 'SUPPORTS'], ['REFUTES', 'REFUTES'], ...pairs]);
  expect(figures).toMatchObject({ accuracy: 2 / 2002, 'recall:REFUTES': 1, 'recall:SUPPORTS': 1 / 2001 });
  // SUPPORTS, REFUTES, thirteen more with places of their own, and all the rest.
  expect(figures.macroF1).toBeCloseTo((2 / 2002 + 1) / 16, 12);
});

test('titles of figures have no more of a label than a table can show', () => {
  const label = 'A long sentence. '.repeat(1000).trim();
  const scorer = nli.begin?.(plain) ?? nli;
  scorer.outcomeOf({ label, sets: [] }, { label, pieces: [] }, plain);
  const own = scorer.figures.slice(4);
  expect(own.map(({ title }) => title.length)).toEqual([213, 210, 206]);
  expect(own[0]?.id).toBe(`precision:${label.toUpperCase()}`);
});

test('the order of claims makes no difference to the last bit', () => {
  const label = fc.constantFrom(
    'SUPPORTS',
    'REFUTES',
    'NOT ENOUGH INFO',
    'mixture',
    'unproven',
    'é',
    '__proto__',
  );
  const pairs = fc.array(fc.tuple(label, fc.option(label, { nil: undefined })), {
    minLength: 1,
    maxLength: 40,
  });
  fc.assert(
    fc.property(pairs, (all) => {
      expect(figuresOf([...all].reverse())).toEqual(figuresOf(all));
    }),
  );
});

describe('records', () => {
  test.each([
    [
      { label: 'Refuted', evidence: 'a text' },
      { value: { label: 'Refuted', sets: [] }, flaws: [] },
    ],
    [{ claim: 'blind' }, { value: undefined, flaws: [{ path: [], messageId: 'noLabel' }] }],
    [{ label: 2 }, { value: undefined, flaws: [{ path: ['label'], messageId: 'label' }] }],
  ])('gold %j', (record, expected) => {
    expect(nli.readGold(record, plain)).toMatchObject(expected);
  });

  test.each([
    [{ predicted_label: 'NEI' }, { value: { label: 'NEI', pieces: [] }, flaws: [] }],
    [
      { prediction: 'true', predicted_evidence: 3 },
      { value: { label: 'true', pieces: [] }, flaws: [] },
    ],
    [{}, { value: { label: undefined, pieces: [] }, flaws: [{ path: [], messageId: 'noLabel' }] }],
  ])('prediction %j', (record, expected) => {
    expect(nli.readPrediction(record, plain)).toEqual(expected);
  });
});
