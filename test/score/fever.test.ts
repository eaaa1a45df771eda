import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { JsonObject } from '../../src/score/scorer.ts';
import { fever } from '../../src/score/scorers/fever.ts';
import {
  comparable,
  type OfficialCall,
  type OfficialOutput,
  optionsOf,
  pairsOf,
  scoreAsOfficial,
} from './score-as-official.ts';
import { type Pairs, plain, recordsOf, scorePairs, testShared } from './score-pairs.ts';

interface GoldenCase extends OfficialCall {
  readonly name: string;
  readonly output: OfficialOutput;
  /** What the official functions give for each record: no result where they fail. */
  readonly per_instance: readonly (Readonly<
    Record<'label_ok' | 'strict' | 'precision' | 'recall', { readonly result?: unknown }>
  > | null)[];
}

/** A call of one of the official functions, as the unit tests of fever-scorer make it. */
interface UnitCall {
  readonly test: string;
  readonly fn: string;
  readonly args: readonly unknown[];
  readonly kwargs: NonNullable<OfficialCall['kwargs']>;
  readonly ok: boolean;
  readonly result?: unknown;
  readonly error?: string;
  readonly message?: string;
}

interface Exception {
  readonly reason: string;
  readonly expected: OfficialOutput;
}

const noHarmonicMean =
  'fever-scorer 2.0.39 gives F1 as 0 where precision and recall are; the copy behind the golden files divides by zero.';
const pairedBefore =
  'Which gold record belongs to a prediction is settled before the scorer: here the record is missing, or one is left over.';

/** Golden cases that come out otherwise. */
const exceptions: ReadonlyMap<string, Exception> = new Map<string, Exception>([
  [
    'supports_label_right_evidence_wrong',
    { reason: noHarmonicMean, expected: { ok: true, result: [0, 1, 0, 0, 0] } },
  ],
  ['blind_mode_ids_ignored', { reason: noHarmonicMean, expected: { ok: true, result: [0, 0, 0, 0, 0] } }],
  [
    'float_line_asserts',
    {
      reason: 'JSON 1.0 is the number 1 in JavaScript.',
      expected: { ok: true, result: [1, 1, 1, 1, 1] },
    },
  ],
  ...['missing_gold_no_actual', 'missing_gold_label_only'].map((name): [string, Exception] => [
    name,
    {
      reason: pairedBefore,
      expected: {
        ok: false,
        error: 'AssertionError',
        message: 'evidence must be provided for the actual evidence',
      },
    },
  ]),
  ['blind_length_mismatch', { reason: pairedBefore, expected: { ok: true, result: [0, 1, 1, 0, 0] } }],
]);

describe('the edge cases made with the official scorer, to the bit', () => {
  testShared('edge_cases.json', ['golden/fever/edge_cases.json'], (text) => {
    const cases = JSON.parse(text) as readonly GoldenCase[];
    expect(cases.length).toBe(53);
    const differing: string[] = [];
    for (const golden of cases) {
      const found = scoreAsOfficial(fever, golden);
      const expected = exceptions.get(golden.name)?.expected ?? golden.output;
      expect([golden.name, comparable(found, expected)]).toStrictEqual([golden.name, expected]);
      if (!isSame(comparable(found, golden.output), golden.output)) differing.push(golden.name);
    }
    // No exception is needless.
    expect(differing.sort()).toEqual([...exceptions.keys()].sort());
  });

  testShared('the parts of each record', ['golden/fever/edge_cases.json'], (text) => {
    let compared = 0;
    for (const golden of JSON.parse(text) as readonly GoldenCase[]) {
      if (exceptions.has(golden.name)) continue;
      for (const [at, pair] of pairsOf(golden).entries()) {
        const parts = golden.per_instance[at];
        if (parts == null || Object.values(parts).some(({ result }) => result === undefined)) continue;
        const { totals } = scorePairs(fever, [pair], optionsOf(golden, true));
        const { strict, labels, verifiable, precision, recall } = totals;
        expect({
          label_ok: labels === 1,
          strict: strict === 1,
          precision: [precision, verifiable],
          recall: [recall, verifiable],
        }).toStrictEqual({
          label_ok: parts.label_ok.result,
          strict: parts.strict.result,
          precision: parts.precision.result,
          recall: parts.recall.result,
        });
        compared += 1;
      }
    }
    expect(compared).toBeGreaterThan(50);
  });

  testShared('real_slice_60.json', ['golden/fever/real_slice_60.json'], (text) => {
    const golden = JSON.parse(text) as GoldenCase;
    expect(scoreAsOfficial(fever, golden)).toStrictEqual(golden.output);
    const { figures, flaws } = scorePairs(fever, pairsOf(golden));
    expect({ ok: true, result: Object.values(figures) }).toStrictEqual(golden.output);
    expect(flaws).toEqual([]);
  });
});

function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** What each of the official functions gives, read off an outcome. */
function callUnit({ fn, args, kwargs }: UnitCall): unknown {
  const [first, actual] = args;
  const all = Number.POSITIVE_INFINITY;
  const maxEvidence = kwargs.max_evidence ?? all;
  const record = first as JsonObject;
  if (fn === 'is_correct_label')
    return fever.sameLabel(String(record.label), String(record.predicted_label), plain);
  if (fn === 'check_predicted_evidence_format') {
    // The form is looked at where the label is right.
    fever.failAsOfficial?.({ label: 'x', evidence: [] }, { predicted_label: 'x', ...record }, plain);
    return null;
  }
  if (fn === 'fever_score') {
    const output = scoreAsOfficial(fever, {
      predictions: first as JsonObject[],
      actual: actual as JsonObject[],
      kwargs,
    });
    if (output.ok) return output.result;
    throw Object.assign(new Error(output.message), { output });
  }
  const { evidence = [] } = record;
  if (record.label !== 'not enough info')
    fever.failAsOfficial?.({ ...record, evidence }, record, { ...plain, maxEvidence });
  const { totals } = scorePairs(fever, [[record, record]], { maxEvidence });
  if (fn === 'is_strictly_correct') return totals.strict === 1;
  const { verifiable = Number.NaN, precision, recall } = totals;
  return [fn === 'evidence_macro_precision' ? precision : recall, verifiable];
}

/** Messages of unit cases that come out otherwise. */
const unitExceptions: ReadonlyMap<string, string> = new Map([
  [
    'Predicted evidence must be provided for strict scoring',
    '`fever_score` misses the evidence before it calls that function, and says so in other words.',
  ],
  ['actual data and predicted data length must match', pairedBefore],
  ['in blind evaluation mode, actual data must be provided', pairedBefore],
]);

testShared(
  'the calls that the unit tests of fever-scorer make',
  ['golden/fever/official_unit_test_vectors.json'],
  (text) => {
    const calls = JSON.parse(text) as readonly UnitCall[];
    expect(calls.length).toBe(69);
    const differing: (string | undefined)[] = [];
    for (const call of calls) {
      let found: unknown;
      try {
        found = { result: callUnit(call) };
      } catch (error) {
        found = { failure: (error as Error).message };
      }
      if (call.ok) expect([call.test, found]).toStrictEqual([call.test, { result: call.result }]);
      else {
        const start = `The official scorer fails here with ${call.error}: `;
        expect(found).toEqual({ failure: expect.stringMatching(new RegExp(`^${start}`)) });
        const isSaid = JSON.stringify(found).includes(`${start}${call.message}. Without`);
        if (!isSaid) differing.push(call.message);
      }
    }
    // No exception is needless.
    expect(differing.sort()).toEqual([...unitExceptions.keys()].sort());
  },
);

interface RealRun {
  readonly first_n?: number;
  readonly oracle_all_evidence_first_n?: number;
  readonly max_evidence: number | null;
  readonly result: readonly number[];
}

testShared(
  'the real dev set with the predictions of a real system, and with an oracle’s',
  [
    'golden/fever/real_data_runs.json',
    'data/fever/fever_scorer_actual.jsonl',
    'data/fever/fever_scorer_predictions.jsonl',
  ],
  (text, golds, predictions) => {
    const { runs } = JSON.parse(text) as { readonly runs: readonly RealRun[] };
    expect(runs.length).toBe(14);
    const actual = recordsOf(golds);
    const system = recordsOf(predictions);
    expect([actual.length, system.length]).toEqual([9999, 9999]);
    const oracle = actual.map(({ label, evidence }) => ({
      predicted_label: label,
      predicted_evidence: (evidence as [number, number, string | null, number | null][][])
        .flat()
        .filter(([, , , line]) => line !== null)
        .map(([, , page, line]) => [page, line]),
    }));
    for (const { first_n: first, oracle_all_evidence_first_n: oracleFirst, max_evidence, result } of runs) {
      const call = {
        predictions: (first === undefined ? oracle : system).slice(0, first ?? oracleFirst),
        actual: actual.slice(0, first ?? oracleFirst),
        kwargs: { max_evidence },
      };
      expect(scoreAsOfficial(fever, call)).toStrictEqual({ ok: true, result });
      const { figures, flaws } = scorePairs(fever, pairsOf(call), optionsOf(call, false));
      expect(Object.values(figures)).toStrictEqual(result);
      expect(flaws).toEqual([]);
    }
  },
);

const gold = (evidence: unknown, label: unknown = 'SUPPORTS'): JsonObject => ({ label, evidence });
const predicted = (predicted_evidence: unknown, predicted_label: unknown = 'SUPPORTS'): JsonObject => ({
  predicted_label,
  predicted_evidence,
});

describe('records as people have them', () => {
  const film = [[[1, 1, 'Soul_Food_-LRB-film-RRB-', 0]]];

  test.each<[string, JsonObject, JsonObject]>([
    ['evidence ids for FEVER gold', gold(film), predicted(['Soul Food (film)_sentence_0'])],
    [
      'pages for claimset gold',
      gold([['Soul Food (film)_sentence_0']]),
      predicted([['Soul_Food_-LRB-film-RRB-', 0]]),
    ],
    ['claimset records for both', gold([['A b_sentence_0']]), gold([['A b_sentence_0']])],
    [
      'gold inside the prediction',
      gold(film),
      { ...gold([], 'REFUTES'), ...predicted(['Soul_Food_-LRB-film-RRB-_sentence_0']) },
    ],
  ])('%s', (_, goldRecord, record) => {
    const { figures, flaws } = scorePairs(fever, [[goldRecord, record]]);
    expect(Object.values(figures)).toEqual([1, 1, 1, 1, 1]);
    expect(flaws).toEqual([]);
  });

  test('the label of gold inside a prediction is not what was predicted', () => {
    const { figures, flaws } = scorePairs(fever, [[gold(film), { ...gold(film), predicted_evidence: [] }]]);
    expect(figures.labelAccuracy).toBe(0);
    expect(flaws).toEqual([' | noLabel']);
  });

  test('flaws say where and what; a flaw of a prediction counts as a miss, gold without an answer is left out', () => {
    const pairs: Pairs = [
      [gold(film), predicted([['A', '0'], 'A', null, ['A', 1.5], ['Soul_Food_-LRB-film-RRB-', 0]])],
      [gold(film), predicted({})],
      [gold(film), {}],
      [gold(film, 7), predicted([])],
      [gold([[['A', 0]]]), predicted([])],
      [gold([['A']]), predicted([])],
      [gold(['A_sentence_0']), predicted([])],
      [{ label: 'REFUTES' }, predicted([])],
      [{ label: 'Not Enough Info' }, predicted([], 'NOT ENOUGH INFO')],
      [{ label: 'not enough info', evidence: 7 }, predicted([], 'SUPPORTS')],
    ];
    const { totals, flaws } = scorePairs(fever, pairs);
    expect(totals).toEqual({ claims: 5, strict: 2, labels: 3, verifiable: 3, precision: 2.2, recall: 1 });
    expect(flaws).toMatchInlineSnapshot(`
      [
        "predicted_evidence.0 | piece | a list | a page with the number of a sentence, or an evidence id",
        "predicted_evidence.1 | piece | the string "A" | a page with the number of a sentence, or an evidence id",
        "predicted_evidence.2 | piece | null | a page with the number of a sentence, or an evidence id",
        "predicted_evidence.3 | piece | a list | a page with the number of a sentence, or an evidence id",
        "predicted_evidence | evidence | an object",
        " | noLabel",
        " | noEvidence",
        "label | label | the number 7",
        "evidence.0.0 | evidence | a list | a tuple of FEVER, or an evidence id",
        "evidence.0.0 | evidence | the string "A" | a tuple of FEVER, or an evidence id",
        "evidence.0 | evidence | the string "A_sentence_0" | an evidence set",
        " | noEvidence",
      ]
    `);
  });

  test('spellings are the same with lenient only', () => {
    const pairs: Pairs = [
      [
        gold([[[1, 1, 'Beyonce\u0301_-LRB-album-RRB-', 0]]]),
        predicted([['Beyonc\u00e9 (album)', 0]], 'Supported'),
      ],
      [gold([], 'NOT_ENOUGH_INFO'), predicted([], 'nei')],
    ];
    expect(Object.values(scorePairs(fever, pairs).figures)).toEqual([0, 0, 0.5, 0.5, 0.5]);
    expect(Object.values(scorePairs(fever, pairs, { lenient: true }).figures)).toEqual([1, 1, 1, 1, 1]);
  });

  test('without claims nothing is defined', () => {
    expect(Object.values(scorePairs(fever, []).figures)).toEqual([null, null, null, null, null]);
  });

  test('bounds: gold evidence cures what is missed, the gold label what is mislabelled', () => {
    const pairs: Pairs = [
      [
        gold([
          [
            [1, 1, 'A', 0],
            [1, 1, 'A', 1],
          ],
          [[1, 1, 'B', 2]],
        ]),
        predicted([['C', 0]]),
      ],
      [gold(film), predicted([['Soul_Food_-LRB-film-RRB-', 0]], 'REFUTES')],
    ];
    const values = (bound?: string) => Object.values(scorePairs(fever, pairs, {}, bound).figures);
    expect(values()).toEqual([0, 0.5, 0.5, 0.5, 0.5]);
    expect(values('goldEvidence')).toEqual([0.5, 0.5, 1, 1, 1]);
    expect(values('goldLabel')).toEqual([0.5, 1, 0.5, 0.5, 0.5]);
  });
});

test('a hundred thousand pieces take no square of the time', () => {
  const lines = Array.from({ length: 100_000 }, (_, line) => line);
  const pieces = predicted(lines.map((line) => ['A', line]));
  const options = { maxEvidence: Number.POSITIVE_INFINITY };
  const values = (evidence: unknown) =>
    Object.values(scorePairs(fever, [[gold(evidence), pieces]], options).figures);
  expect(values([lines.map((line) => [1, 1, 'A', line])])).toEqual([1, 1, 1, 1, 1]);
  expect(
    values(
      lines.map((line) => [
        [1, 1, 'A', line],
        [1, 1, 'B', line],
      ]),
    ),
  ).toEqual([0, 1, 1, 0, 0]);
  // A text among the tuples makes the check of each of them needful.
  const odd = gold([...lines.map((line) => [[1, 1, 'B', line]]), ['abcd']]);
  fever.failAsOfficial?.(odd, pieces, { ...plain, ...options });
});

test('reading is total: whatever stands in records, there is a result or a flaw', () => {
  const record = fc.dictionary(
    fc.constantFrom('label', 'evidence', 'predicted_label', 'predicted_evidence', '__proto__'),
    fc.jsonValue(),
  ) as fc.Arbitrary<JsonObject>;
  fc.assert(
    fc.property(record, record, fc.boolean(), fc.boolean(), (a, b, official, lenient) => {
      const { figures } = scorePairs(fever, [[a, b]], { official, lenient });
      for (const value of Object.values(figures)) {
        if (value !== null) expect(value >= 0 && value <= 1).toBe(true);
      }
    }),
  );
});
