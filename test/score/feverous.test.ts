import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { feverousPieceOfId, triplePiece, withinBudgets } from '../../src/score/evidence/feverous-piece.ts';
import { partsOfPiece, pieceOfId } from '../../src/score/evidence/piece.ts';
import { splitAsEvaluate } from '../../src/score/official/split-as-evaluate.ts';
import { OfficialFailure } from '../../src/score/official-failure.ts';
import type { JsonObject } from '../../src/score/scorer.ts';
import { feverous } from '../../src/score/scorers/feverous.ts';
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
  readonly predicted_evidence_after_truncation: readonly (readonly (readonly unknown[])[])[];
}

const pairedBefore =
  'Which gold record belongs to a prediction is settled before the scorer: here the record is missing.';

/** Golden cases that come out otherwise, and how. */
const exceptions: ReadonlyMap<string, { readonly reason: string; readonly expected: OfficialOutput }> =
  new Map(
    ['blind_missing_actual', 'blind_length'].map((name) => [
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
  );

describe('what the official code gives, to the bit', () => {
  testShared('edge_cases.json', ['golden/feverous/edge_cases.json'], (text) => {
    const cases = JSON.parse(text) as readonly GoldenCase[];
    expect(cases.length).toBe(37);
    const differing: string[] = [];
    for (const golden of cases) {
      const found = scoreAsOfficial(feverous, golden);
      const expected = exceptions.get(golden.name)?.expected ?? golden.output;
      expect([golden.name, comparable(found, expected)]).toStrictEqual([golden.name, expected]);
      if (JSON.stringify(comparable(found, golden.output)) !== JSON.stringify(golden.output))
        differing.push(golden.name);
    }
    // No exception is needless.
    expect(differing.sort()).toEqual([...exceptions.keys()].sort());
  });

  testShared('what is left of predicted evidence', ['golden/feverous/edge_cases.json'], (text) => {
    for (const golden of JSON.parse(text) as readonly GoldenCase[]) {
      if (!golden.output.ok) continue;
      const options = optionsOf(golden, true);
      const left = golden.predictions.map((record) => {
        const { pieces } = feverous.readPrediction(record, options).value;
        return withinBudgets(pieces, options);
      });
      const expected = golden.predicted_evidence_after_truncation.map(
        (predicted_evidence) => feverous.readPrediction({ predicted_evidence }, options).value.pieces,
      );
      expect([golden.name, left]).toEqual([golden.name, expected]);
    }
  });

  testShared(
    'runs of evaluate.py, with and without its first line',
    [
      'golden/feverous/evaluate_runs.json',
      ...['oracle', 'first_set', 'flip', 'half'].flatMap((system) =>
        ['hdr', 'nohdr'].map((kind) => `golden/feverous/evaluate_${system}_${kind}.jsonl`),
      ),
    ],
    (text, ...files) => {
      const { runs } = JSON.parse(text) as {
        readonly runs: readonly {
          readonly file: string;
          readonly use_gold_verdict: boolean;
          readonly output: OfficialOutput;
        }[];
      };
      expect(runs.length).toBe(16);
      const names = [...new Set(runs.map(({ file }) => file))];
      expect(names.length).toBe(files.length);
      for (const { file, use_gold_verdict: usesGold, output } of runs) {
        const records = recordsOf(files[names.indexOf(file)] ?? '').slice(1);
        const predictions = records.map((record) =>
          usesGold ? { ...record, predicted_label: record.label } : record,
        );
        expect([file, scoreAsOfficial(feverous, { predictions })]).toStrictEqual([file, output]);
        const { figures, flaws } = scorePairs(feverous, pairsOf({ predictions }));
        expect([file, Object.values(figures)]).toStrictEqual([file, output.ok ? output.result : []]);
        expect(flaws).toEqual([]);
      }
    },
  );

  testShared(
    'ids as evaluate.py takes them apart',
    ['golden/feverous/id_split_as_evaluate_py.json'],
    (text) => {
      const cases = JSON.parse(text) as readonly { readonly id: string; readonly split: OfficialOutput }[];
      expect(cases.length).toBe(22);
      for (const { id, split } of cases) {
        let found: OfficialOutput | { readonly result: unknown };
        try {
          found = { ok: true, result: [...splitAsEvaluate(id)] };
        } catch (error) {
          if (!(error instanceof OfficialFailure)) throw error;
          found = comparable({ ok: false, error: error.pythonClass, message: error.message }, split);
        }
        expect([id, found]).toStrictEqual([id, split]);
      }
    },
  );
});

describe('ids and triples', () => {
  const title = fc.oneof(
    fc.constantFrom('A', 'A_B', 'A_header', 'A 1984', 'A_sentence_3', 'Beyonc\u00e9', '', '_', '__proto__'),
    fc.string(),
  );
  const tail = fc.constantFrom(
    ...['_sentence_0', '_sentence_12', '_sentence_01', '_sentence_', '_sentence_1234567890', '_sentence_0_1'],
    ...['_cell_0_1_2', '_header_cell_0_1_2', '_cell_0_1', '_cell_00_1_2', '_item_0_1', '_table_caption_2'],
    ...['_section_3', '_title', '_list_0', '_0', '', '_header_cell_1_1_1_1', 'cell_1_1_1'],
  );

  test('the short way to a piece ends where the long one does', () => {
    fc.assert(
      fc.property(title, tail, (start, end) => {
        expect(feverousPieceOfId(start + end)).toBe(pieceOfId(start + end));
      }),
    );
  });

  test('ids without traps are taken apart as evaluate.py does it', () => {
    const plainTitle = title.filter((text) => text !== '' && !/_|table.caption|header.cell|\0/.test(text));
    const known = tail.filter((end) => pieceOfId(`A${end}`) !== undefined);
    fc.assert(
      fc.property(plainTitle, known, (start, end) => {
        const [article, kind, position] = splitAsEvaluate(start + end);
        expect(partsOfPiece(feverousPieceOfId(start + end) ?? '')).toEqual({ article, kind, position });
      }),
    );
  });

  test('triples are the same piece only where all three parts are the same', () => {
    const part = fc.string({ unit: fc.constantFrom('a', '\0', '\u0001', '"'), maxLength: 3 });
    const triple = fc.tuple(part, part, part);
    fc.assert(
      fc.property(triple, triple, (a, b) => {
        expect(triplePiece(...a) === triplePiece(...b)).toBe(JSON.stringify(a) === JSON.stringify(b));
      }),
    );
  });

  test('a title with underscores is cut with official only', () => {
    const pairs: Pairs = [
      [
        { label: 'SUPPORTS', evidence: [{ content: ['A_B_sentence_1'], context: {} }] },
        { predicted_label: 'SUPPORTS', predicted_evidence: [['A_B', 'sentence', '1']] },
      ],
    ];
    expect(scorePairs(feverous, pairs).figures.feverousScore).toBe(1);
    const ids: Pairs = pairs.map(([gold, prediction]) => [
      gold,
      { ...prediction, predicted_evidence: ['A_B_sentence_1'] },
    ]);
    expect(scorePairs(feverous, ids).figures.feverousScore).toBe(1);
    expect(scorePairs(feverous, ids, { official: true }).figures.feverousScore).toBe(1);
    const { value } = feverous.readPrediction(ids[0]?.[1] ?? {}, { ...plain, official: true });
    expect(value.pieces.map(partsOfPiece)).toEqual([{ article: 'A', kind: 'B', position: 'sentence_1' }]);
  });
});

const gold = (evidence: unknown, label: unknown = 'SUPPORTS'): JsonObject => ({ label, evidence });
const predicted = (predicted_evidence: unknown, predicted_label: unknown = 'SUPPORTS'): JsonObject => ({
  predicted_label,
  predicted_evidence,
});

describe('records as people have them', () => {
  test.each<[string, JsonObject, JsonObject]>([
    [
      'native gold, predicted ids',
      gold([{ content: ['A_sentence_0'], context: {} }]),
      predicted(['A_sentence_0']),
    ],
    ['native gold, triples', gold([{ content: ['A_title'] }]), predicted([['A', 'title', '']])],
    ['gold of triples, ids', gold([[['A', 'header_cell', '0_1_2']]]), predicted(['A_header_cell_0_1_2'])],
    ['claimset gold, ids', gold([['A_item_0_1']]), predicted(['A_item_0_1'])],
    ['claimset records for both', gold([['A_sentence_0']]), gold([['A_sentence_0']])],
  ])('%s', (_, goldRecord, record) => {
    const { figures, flaws } = scorePairs(feverous, [[goldRecord, record]]);
    expect(Object.values(figures)).toEqual([1, 1, 1, 1, 1]);
    expect(flaws).toEqual([]);
  });

  test('flaws say where and what; a flaw of a prediction counts as a miss, gold without an answer is left out', () => {
    const native = gold([{ content: ['A_sentence_0'] }]);
    const pairs: Pairs = [
      [native, predicted([['A', 'sentence', 0], 'A', null, ['A', 'sentence'], 'A_sentence_0'])],
      [native, predicted('A_sentence_0')],
      [native, {}],
      [gold([{ content: ['A'] }]), predicted([])],
      [gold([{ content: 'A_sentence_0' }]), predicted([])],
      [gold([[['A', 'sentence']]]), predicted([])],
      [gold('A_sentence_0'), predicted([])],
      [{ label: 'NOT ENOUGH INFO' }, predicted([])],
      [gold([], null), predicted([])],
    ];
    const { totals, flaws } = scorePairs(feverous, pairs);
    expect(totals).toEqual({ claims: 3, strict: 1, labels: 2, precision: 2.2, recall: 1 });
    expect(flaws).toMatchInlineSnapshot(`
      [
        "predicted_evidence.0 | piece | a list | a triple of title, kind and position, or an evidence id",
        "predicted_evidence.1 | piece | the string "A" | a triple of title, kind and position, or an evidence id",
        "predicted_evidence.2 | piece | null | a triple of title, kind and position, or an evidence id",
        "predicted_evidence.3 | piece | a list | a triple of title, kind and position, or an evidence id",
        "predicted_evidence | evidence | the string "A_sentence_0"",
        " | noLabel",
        " | noEvidence",
        "evidence.0.content.0 | evidence | the string "A" | a triple of title, kind and position, or an evidence id",
        "evidence.0 | evidence | an object | an evidence set",
        "evidence.0.0 | evidence | a list | a triple of title, kind and position, or an evidence id",
        "evidence | evidence | the string "A_sentence_0" | a list of evidence sets",
        " | noEvidence",
        "label | label | null",
      ]
    `);
  });

  test('what is no piece spends the budgets too', () => {
    const odd = [['A', 'cell'], ['A', 'cell', 3], 'A', null, ['A'], ['A', 'sentence', 0]];
    const record = predicted([...odd, 'A_sentence_0', 'A_cell_0_0_0']);
    const goldRecord = gold([['A_sentence_0'], ['A_cell_0_0_0']]);
    const found = (maxEvidence: number, maxCells: number) =>
      scorePairs(feverous, [[goldRecord, record]], { maxEvidence, maxCells }).totals;
    expect(found(4, 2)).toMatchObject({ recall: 0, precision: 0 });
    expect(found(5, 2)).toMatchObject({ recall: 1, precision: 1 / 7 });
    expect(found(4, 3)).toMatchObject({ recall: 1, precision: 1 / 7 });
    expect(found(5, 3)).toMatchObject({ recall: 1, precision: 2 / 8 });
  });

  test('spellings are the same with lenient only', () => {
    const pairs: Pairs = [
      [
        gold([['Beyonce\u0301 (album)_cell_0_0_0']]),
        predicted(['Beyonc\u00e9_(album)_cell_0_0_0'], 'Supported'),
      ],
    ];
    expect(Object.values(scorePairs(feverous, pairs).figures)).toEqual([0, 0, 0, 0, 0]);
    expect(Object.values(scorePairs(feverous, pairs, { lenient: true }).figures)).toEqual([1, 1, 1, 1, 1]);
  });

  test('without claims nothing is defined', () => {
    expect(Object.values(scorePairs(feverous, []).figures)).toEqual([null, null, null, null, null]);
  });

  test('bounds: gold evidence is the smallest set that the budgets leave whole', () => {
    const sentences = Array.from({ length: 6 }, (_, at) => `A_sentence_${at}`);
    const cells = Array.from({ length: 7 }, (_, at) => `A_cell_0_${at}_0`);
    const pairs: Pairs = [[gold([sentences, cells]), predicted([], 'REFUTES')]];
    const values = (bound?: string) => Object.values(scorePairs(feverous, pairs, {}, bound).figures);
    expect(values()).toEqual([0, 0, 1, 0, 0]);
    expect(values('goldEvidence')).toEqual([0, 0, 1, 1, 1]);
    expect(values('goldLabel')).toEqual([0, 1, 1, 0, 0]);
  });
});

test('reading is total: whatever stands in records, there is a result or a flaw', () => {
  const record = fc.dictionary(
    fc.constantFrom('label', 'evidence', 'predicted_label', 'predicted_evidence', '__proto__'),
    fc.jsonValue(),
  ) as fc.Arbitrary<JsonObject>;
  fc.assert(
    fc.property(record, record, fc.boolean(), fc.boolean(), (a, b, official, lenient) => {
      const { figures } = scorePairs(feverous, [[a, b]], { official, lenient });
      for (const value of Object.values(figures)) {
        if (value !== null) expect(value >= 0 && value <= 1).toBe(true);
      }
    }),
  );
});
