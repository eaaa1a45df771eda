import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readProbabilities } from '../../src/score/calibration/probabilities.ts';
import type { JsonObject, ScoreOptions, Scorer } from '../../src/score/scorer.ts';
import { fever } from '../../src/score/scorers/fever.ts';
import { feverous } from '../../src/score/scorers/feverous.ts';
import { runs } from '../runs.ts';

const label = fc.constantFrom(
  'SUPPORTS',
  'REFUTES',
  'NOT ENOUGH INFO',
  'supports',
  'Not Enough Info',
  'DISPUTED',
  7,
  null,
);
const odd = fc.constantFrom<unknown>(
  null,
  true,
  1.5,
  -1,
  '',
  'A',
  [],
  {},
  '__proto__',
  ['A', '0'],
  ['A', 0, 0.5],
);
/** Mostly what released files have, and now and then something else. */
const mostly = <Value>(value: fc.Arbitrary<Value>): fc.Arbitrary<unknown> =>
  fc.oneof({ weight: 30, arbitrary: value as fc.Arbitrary<unknown> }, { weight: 1, arbitrary: odd });

const page = fc.constantFrom('A', 'B', 'Soul_Food_-LRB-film-RRB-', 'Beyoncé', '_', '__proto__', '\u0000');
const line = fc.nat({ max: 3 });
const tuple = mostly(fc.tuple(fc.constant(1), fc.constant(2), mostly(page), mostly(line)));
const nothing = fc.constant([[1, null, null, null]]);

const id = mostly(
  fc.oneof(
    { weight: 20, arbitrary: fc.tuple(page, line).map(([title, at]) => `${title}_sentence_${at}`) },
    {
      weight: 20,
      arbitrary: fc.tuple(page, line, line).map(([title, row, column]) => `${title}_cell_0_${row}_${column}`),
    },
    {
      weight: 1,
      arbitrary: fc.constantFrom(
        'A_header_cell_0_0_1',
        '_header_cell_0_0_1',
        '_cell_0_0_1',
        '_sentence_1',
        'A_item_0_1',
        'A_title',
        'A_table_caption_1',
        'A_sentence_01',
        'A_sentence_1234567890',
        'A_cell_0_1',
        'A_sentence_',
      ),
    },
  ),
);
const ids = fc.array(id, { maxLength: 3 });

const shapes: readonly [Scorer, fc.Arbitrary<unknown>, fc.Arbitrary<unknown>][] = [
  [
    fever as Scorer,
    mostly(
      fc.array(
        fc.oneof(
          { weight: 8, arbitrary: mostly(fc.array(tuple, { maxLength: 3 })) },
          { weight: 1, arbitrary: nothing },
        ),
        { maxLength: 3 },
      ),
    ),
    mostly(fc.array(mostly(fc.tuple(mostly(page), mostly(line))), { maxLength: 8 })),
  ],
  [
    feverous as Scorer,
    mostly(
      fc.array(
        mostly(
          fc.oneof(
            ids,
            ids.map((content) => ({ content, context: {} })),
          ),
        ),
        { maxLength: 3 },
      ),
    ),
    mostly(fc.array(id, { maxLength: 12 })),
  ],
];

const budget = fc.constantFrom(0, 1, 2, 5, 25, Number.POSITIVE_INFINITY, -1);

describe.each(shapes)('$id', (scorer, evidence, predictedEvidence) => {
  const pair = fc.record({
    gold: fc.record({ id: fc.nat(), label, evidence }, { requiredKeys: ['id'] }),
    prediction: fc.oneof(
      {
        weight: 9,
        arbitrary: fc.record(
          { predicted_label: label, predicted_evidence: predictedEvidence },
          { requiredKeys: [] },
        ),
      },
      {
        weight: 1,
        arbitrary: fc.constant({ predicted_label: 'SUPPORTS', predicted_evidence: [], confidence: 0.5 }),
      },
    ),
    maxEvidence: budget,
    maxCells: budget,
  });

  test('the quick way gives what the long way gives, and only where there is nothing to tell', () => {
    let quick = 0;
    fc.assert(
      fc.property(pair, ({ gold, prediction, maxEvidence, maxCells }) => {
        const options: ScoreOptions = { maxEvidence, maxCells, lenient: false, official: false };
        const found = scorer.quick?.(gold as JsonObject, prediction as JsonObject, options);
        if (found === undefined) return;
        quick += 1;
        const right = scorer.readGold(gold as JsonObject, options);
        const said = scorer.readPrediction(prediction as JsonObject, options);
        expect({ gold: right.flaws, prediction: said.flaws }).toEqual({ gold: [], prediction: [] });
        expect(readProbabilities(prediction as JsonObject).value).toBeUndefined();
        if (right.value === undefined) throw new Error('The quick way scores what has no right answer.');
        const { value } = right;
        expect(found.outcome).toEqual(scorer.outcomeOf(value, said.value, options));
        expect(found.bounds).toEqual(
          scorer.bounds.map(({ replace }) =>
            scorer.outcomeOf(value, replace(value, said.value, options), options),
          ),
        );
      }),
      { numRuns: runs(20_000) },
    );
    expect(quick).toBeGreaterThan(100);
  });

  test('the same outcome is the same object, with a number of its own', () => {
    const options: ScoreOptions = { maxEvidence: 5, maxCells: 25, lenient: false, official: false };
    const seen = new Map<number, readonly number[]>();
    fc.assert(
      fc.property(pair, ({ gold, prediction }) => {
        const found = scorer.quick?.(gold as JsonObject, prediction as JsonObject, options);
        if (found === undefined) return;
        expect(seen.get(found.number) ?? found.outcome).toBe(found.outcome);
        seen.set(found.number, found.outcome);
      }),
      { numRuns: runs(2_000) },
    );
    expect(seen.size).toBeGreaterThan(5);
  });
});
