import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { OfficialFailure } from '../../src/score/official-failure.ts';
import type { JsonObject } from '../../src/score/scorer.ts';
import { scifact } from '../../src/score/scorers/scifact.ts';
import { type Pairs, plain, recordsOf, scorePairs, testShared } from './score-pairs.ts';

/** The twelve numbers by the names that the official evaluator gives them. */
function officialNames(figures: Readonly<Record<string, number | null>>): Record<string, number | null> {
  return Object.fromEntries(
    Object.entries(figures).map(([id, value]) => [
      id.replace(/[A-Z]/g, (capital) => `_${capital.toLowerCase()}`),
      value,
    ]),
  );
}

function pairsOf(golds: readonly JsonObject[], predictions: readonly JsonObject[]): Pairs {
  expect(predictions.map(({ id }) => id)).toEqual(golds.map(({ id }) => id));
  return golds.map((gold, at) => [gold, predictions[at] ?? {}]);
}

describe('the published evaluator’s numbers, to the bit', () => {
  for (const [name, gold, predictions, metrics] of [
    [
      'its own fixture',
      'data/scifact/evaluator_gold_small.jsonl',
      'data/scifact/evaluator_predictions_small.jsonl',
      'data/scifact/evaluator_expected_metrics_small.json',
    ],
    [
      'KGAT on the dev set',
      'data/scifact/claims_dev.jsonl',
      'golden/scifact/pred_kgat_dev_merged.jsonl',
      'golden/scifact/kgat_dev_metrics.json',
    ],
    [
      'an oracle on the dev set',
      'data/scifact/claims_dev.jsonl',
      'golden/scifact/pred_oracle_dev.jsonl',
      'golden/scifact/oracle_dev_metrics.json',
    ],
  ] as const) {
    testShared(name, [gold, predictions, metrics], (golds, predicted, expected) => {
      for (const official of [false, true]) {
        const pairs = pairsOf(recordsOf(golds), recordsOf(predicted));
        const { figures, flaws } = scorePairs(scifact, pairs, { official });
        expect(flaws).toEqual([]);
        expect(officialNames(figures)).toStrictEqual(JSON.parse(expected));
        for (const [gold, prediction] of pairs) scifact.failAsOfficial?.(gold, prediction, plain);
      }
    });
  }
});

const claim: JsonObject = {
  id: 52,
  claim: 'ALDH1 expression is associated with poorer prognosis for breast cancer primary tumors.',
  evidence: {
    11: [
      { sentences: [0, 1], label: 'SUPPORT' },
      { sentences: [11], label: 'SUPPORT' },
    ],
    15: [{ sentences: [4], label: 'SUPPORT' }],
  },
  cited_doc_ids: [11, 15],
};

test('the worked example of SciFact’s guidelines: abstracts 1/2, 1/2, 1/2; sentences 1/5, 1/4, 2/9', () => {
  const prediction = {
    id: 52,
    evidence: {
      11: { sentences: [1, 11, 13], label: 'SUPPORT' },
      16: { sentences: [18, 20], label: 'CONTRADICT' },
    },
  };
  // The evaluator’s way to 2/9, which ends in another bit.
  const f1 = (2 * (1 / 5) * (1 / 4)) / (1 / 5 + 1 / 4);
  expect(f1).toBeCloseTo(2 / 9, 15);
  expect(scorePairs(scifact, [[claim, prediction]]).figures).toEqual({
    sentenceLabelF1: f1,
    sentenceLabelPrecision: 1 / 5,
    sentenceLabelRecall: 1 / 4,
    sentenceSelectionF1: f1,
    sentenceSelectionPrecision: 1 / 5,
    sentenceSelectionRecall: 1 / 4,
    abstractRationalizedF1: 1 / 2,
    abstractRationalizedPrecision: 1 / 2,
    abstractRationalizedRecall: 1 / 2,
    abstractLabelOnlyF1: 1 / 2,
    abstractLabelOnlyPrecision: 1 / 2,
    abstractLabelOnlyRecall: 1 / 2,
  });
});

/** What is counted of document 11 alone, predicted with a label and sentences. */
function countsOf(label: string, sentences: readonly unknown[]): readonly number[] {
  const gold = { id: 52, evidence: { 11: (claim.evidence as Record<number, unknown>)[11] } };
  const { totals } = scorePairs(scifact, [[gold, { id: 52, evidence: { 11: { label, sentences } } }]]);
  return ['labelled', 'rationalized', 'predictedSentences', 'selected', 'selectedAndLabelled'].map(
    (part) => totals[part] ?? Number.NaN,
  );
}

test.each<[string, string, number[], number[]]>([
  ['no sentence', 'SUPPORT', [], [1, 0, 0, 0, 0]],
  ['half a rationale', 'SUPPORT', [0], [1, 0, 1, 0, 0]],
  ['a rationale', 'SUPPORT', [1, 0], [1, 1, 2, 2, 2]],
  ['a rationale with the wrong label', 'CONTRADICT', [1, 0], [0, 0, 2, 2, 0]],
  ['a rationale complete with the third sentence', 'SUPPORT', [1, 7, 0], [1, 1, 3, 2, 2]],
  [
    'a rationale complete with the fourth, which counts for sentences only',
    'SUPPORT',
    [1, 7, 8, 0],
    [1, 0, 4, 2, 2],
  ],
  [
    'repeated sentences, which count as predicted and once as right',
    'SUPPORT',
    [11, 11, 11, 0],
    [1, 1, 4, 1, 1],
  ],
  ['all', 'SUPPORT', [0, 1, 11], [1, 1, 3, 3, 3]],
])('%s', (_, label, sentences, expected) => {
  expect(countsOf(label, sentences)).toEqual(expected);
});

test('where nothing is predicted, or nothing is to be found, a figure is 0; without claims there is none', () => {
  const none = { id: 1, evidence: {} };
  const zeros = new Set(Object.values(scorePairs(scifact, [[none, none]]).figures));
  expect(zeros).toEqual(new Set([0]));
  expect(new Set(Object.values(scorePairs(scifact, []).figures))).toEqual(new Set([null]));
});

describe('other forms', () => {
  const own = {
    id: 52,
    label: 'SUPPORTS',
    evidence: [['11_sentence_0', '11_sentence_1'], ['11_sentence_11'], ['15_sentence_4']],
  };
  const sentences = ['11_sentence_1', '11_sentence_11', '11_sentence_13', '16_sentence_18'];
  const wire = {
    id: 52,
    evidence: {
      11: { sentences: [1, 11, 13], label: 'SUPPORT' },
      16: { sentences: [18], label: 'SUPPORT' },
    },
  };
  const expected = scorePairs(scifact, [[claim, wire]]);

  test.each<[string, JsonObject]>([
    [
      'claimset’s own record',
      { id: 52, label: 'SUPPORTS', evidence: [sentences.slice(0, 2), sentences.slice(2)] },
    ],
    ['predicted_label and ids', { predicted_label: 'SUPPORT', predicted_evidence: sentences }],
    [
      'pairs of document and sentence',
      {
        predicted_label: 'SUPPORTS',
        predicted_evidence: [
          [11, 1],
          ['11', 11],
          ['11', 13],
          [16, 18],
        ],
      },
    ],
    ['documents under predicted_evidence', { predicted_evidence: wire.evidence }],
  ])('a prediction as %s scores as SciFact’s', (_, prediction) => {
    for (const gold of [claim, own]) expect(scorePairs(scifact, [[gold, prediction]])).toEqual(expected);
    expect(expected.flaws).toEqual([]);
    expect(expected.labels).toEqual([['SUPPORT', 'SUPPORT']]);
  });

  test('NOT ENOUGH INFO has no documents, whatever evidence stands with it', () => {
    const nei = { id: 52, label: 'NOT ENOUGH INFO', evidence: [['11_sentence_1']] };
    const { totals, labels } = scorePairs(scifact, [[nei, nei]]);
    expect(totals).toMatchObject({ goldDocuments: 0, predictedDocuments: 0, predictedSentences: 0 });
    expect(labels).toEqual([['NOT_ENOUGH_INFO', 'NOT_ENOUGH_INFO']]);
  });

  test('a gold record predicts what it says', () => {
    const { figures, flaws } = scorePairs(scifact, [
      [claim, claim],
      [own, own],
    ]);
    expect(flaws).toEqual([]);
    expect(new Set(Object.values(figures))).toEqual(new Set([1]));
  });

  test('with `lenient` labels in any spelling, titles in any, and a document without evidence is none', () => {
    const gold = { id: 1, label: 'REFUTES', evidence: [['Café_(film)_sentence_0']] };
    const prediction = {
      id: 1,
      evidence: {
        'Café -LRB-film-RRB-': { label: 'refuted', sentences: [0] },
        7: { label: 'NOT_ENOUGH_INFO', sentences: [] },
      },
    };
    const lenient = scorePairs(scifact, [[gold, prediction]], { lenient: true });
    expect(new Set(Object.values(lenient.figures))).toEqual(new Set([1]));
    expect(lenient.flaws).toEqual([]);
    expect(lenient.labels).toEqual([['CONTRADICT', 'CONTRADICT']]);
    const strict = scorePairs(scifact, [[gold, prediction]]);
    expect(new Set(Object.values(strict.figures))).toEqual(new Set([0]));
  });
});

test('the label of a claim is that of its documents', () => {
  const mixed = {
    id: 1,
    evidence: { 1: { label: 'SUPPORT', sentences: [] }, 2: { label: 'CONTRADICT', sentences: [] } },
  };
  expect(scorePairs(scifact, [[claim, mixed]]).labels).toEqual([['SUPPORT', undefined]]);
  const mixedGold = {
    id: 1,
    evidence: { 1: [{ label: 'SUPPORT', sentences: [0] }], 2: [{ label: 'CONTRADICT', sentences: [0] }] },
  };
  expect(scorePairs(scifact, [[mixedGold, claim]]).labels).toEqual([['CONTRADICT/SUPPORT', 'SUPPORT']]);
  expect(scorePairs(scifact, [[claim, { id: 52, evidence: {} }]]).labels).toEqual([
    ['SUPPORT', 'NOT_ENOUGH_INFO'],
  ]);
  expect(scifact.sameLabel('SUPPORT', 'SUPPORTS', plain)).toBe(true);
  expect(scifact.sameLabel('SUPPORT', 'true', plain)).toBe(false);
  expect(scifact.sameLabel('SUPPORT', 'true', { ...plain, lenient: true })).toBe(true);
  expect(scifact.sameLabel('SUPPORT', 'SUPPORTS', { ...plain, official: true })).toBe(false);
});

test('with `official` gold sentences are what Python has there', () => {
  const sentences = ['2', 1.5, 3];
  const gold = { id: 1, evidence: { 7: [{ label: 'SUPPORT', sentences }] } };
  const prediction = { id: 1, evidence: { 7: { label: 'SUPPORT', sentences } } };
  scifact.failAsOfficial?.(gold, prediction, plain);
  const { totals } = scorePairs(scifact, [[gold, prediction]], { official: true });
  expect(totals).toMatchObject({ goldSentences: 3, rationalized: 1, selectedAndLabelled: 3 });
});

describe('bounds', () => {
  const prediction = {
    id: 52,
    evidence: {
      11: { sentences: [11, 13], label: 'CONTRADICT' },
      16: { sentences: [18, 20], label: 'SUPPORT' },
    },
  };

  test('with gold labels documents that are none of the claim’s fall away', () => {
    const { totals } = scorePairs(scifact, [[claim, prediction]], {}, 'goldLabel');
    expect(totals).toMatchObject({
      predictedDocuments: 1,
      labelled: 1,
      rationalized: 1,
      selectedAndLabelled: 1,
    });
  });

  test('with gold evidence a document has the label predicted for it, or for the claim', () => {
    const { totals } = scorePairs(scifact, [[claim, prediction]], {}, 'goldEvidence');
    // The labels of the two predicted documents differ, so that nothing is said of document 15 alone.
    expect(totals).toMatchObject({ predictedDocuments: 1, labelled: 0, selected: 3, predictedSentences: 3 });
    const right = { id: 52, evidence: { 11: { sentences: [], label: 'SUPPORT' } } };
    const { figures } = scorePairs(scifact, [[claim, right]], {}, 'goldEvidence');
    expect(new Set(Object.values(figures))).toEqual(new Set([1]));
  });

  test('who finds nothing gains nothing by gold evidence', () => {
    const { totals } = scorePairs(scifact, [[claim, { id: 52, evidence: {} }]], {}, 'goldEvidence');
    expect(totals).toMatchObject({ predictedDocuments: 0, selected: 0 });
  });
});

describe('flaws', () => {
  const gold = (evidence: unknown) =>
    scorePairs(scifact, [
      [
        { id: 1, evidence },
        { id: 1, evidence: {} },
      ],
    ]);

  test.each<[string, unknown, string]>([
    ['no rationale', { 7: [] }, 'evidence.7 | evidence | an empty list | a list of rationales'],
    ['no list', { 7: 'x' }, 'evidence.7 | evidence | the string "x" | a list of rationales'],
    ['a number for a rationale', { 7: [3] }, 'evidence.7.0 | evidence | the number 3 | a rationale'],
    [
      'no label',
      { 7: [{ sentences: [1] }] },
      'evidence.7.0.label | evidence | nothing | SUPPORT or CONTRADICT',
    ],
    [
      'contradictory labels',
      {
        7: [
          { label: 'SUPPORT', sentences: [1] },
          { label: 'CONTRADICT', sentences: [2] },
        ],
      },
      'evidence.7.1.label | evidence | the string "CONTRADICT" | one label for a document, here SUPPORT',
    ],
    [
      'a sentence that is no number',
      { 7: [{ label: 'SUPPORT', sentences: [1, '2'] }] },
      'evidence.7.0.sentences.1 | evidence | the string "2" | the number of a sentence',
    ],
  ])('a gold record with %s is left out', (_, evidence, flaw) => {
    const { flaws, figures } = gold(evidence);
    expect(flaws).toEqual([flaw]);
    expect(figures.sentenceLabelF1).toBeNull();
  });

  test.each<[string, JsonObject, string]>([
    ['without evidence', { id: 1, claim: 'x' }, ' | noEvidence'],
    ['without a label', { id: 1, evidence: [] }, ' | noLabel'],
    [
      'with a set of two documents',
      { id: 1, label: 'SUPPORTS', evidence: [['1_sentence_0', '2_sentence_0']] },
      'evidence.0 | evidence | a set with other than sentences of one document | sentences of one document',
    ],
    [
      'with a cell',
      { id: 1, label: 'SUPPORTS', evidence: [['1_cell_0_0_0']] },
      'evidence.0 | evidence | a set with other than sentences of one document | sentences of one document',
    ],
    [
      'with an empty set',
      { id: 1, label: 'SUPPORTS', evidence: [[]] },
      'evidence.0 | evidence | an empty set | sentences of one document',
    ],
  ])('one of claimset’s own records %s is left out', (_, record, flaw) => {
    const { flaws, figures } = scorePairs(scifact, [[record, { evidence: {} }]]);
    expect(flaws).toEqual([flaw]);
    expect(figures.sentenceLabelF1).toBeNull();
  });

  test.each<[string, JsonObject, readonly string[], readonly number[]]>([
    ['nothing', {}, [' | noLabel', ' | noEvidence'], [0, 0]],
    [
      'a document that is no object',
      { evidence: { 7: 3 } },
      ['evidence.7 | piece | the number 3 | a label with a list of sentences'],
      [1, 0],
    ],
    ['a document without label', { evidence: { 7: { sentences: [1] } } }, ['evidence.7 | noLabel'], [1, 1]],
    [
      'a label that is no text',
      { evidence: { 7: { label: 1, sentences: [1] } } },
      ['evidence.7.label | label | the number 1'],
      [1, 1],
    ],
    [
      'another label',
      { evidence: { 7: { label: 'MAYBE', sentences: [1] } } },
      ['evidence.7.label | piece | the string "MAYBE" | SUPPORT or CONTRADICT'],
      [1, 1],
    ],
    ['no sentences', { evidence: { 7: { label: 'SUPPORT' } } }, ['evidence.7 | noEvidence'], [1, 0]],
    [
      'sentences that are no list',
      { evidence: { 7: { label: 'SUPPORT', sentences: 4 } } },
      ['evidence.7.sentences | evidence | the number 4'],
      [1, 0],
    ],
    [
      'a sentence that is no number',
      { evidence: { 7: { label: 'SUPPORT', sentences: [1, '2'] } } },
      ['evidence.7.sentences.1 | piece | the string "2" | the number of a sentence'],
      [1, 2],
    ],
    [
      'pieces of no document',
      { predicted_label: 'SUPPORT', predicted_evidence: ['7_sentence_1', 'x', '7_cell_0_0_0'] },
      ['predicted_evidence.1 | piece', 'predicted_evidence.2 | piece'],
      [1, 3],
    ],
  ])('a prediction with %s: what can be counted is', (_, prediction, flaws, counts) => {
    const result = scorePairs(scifact, [[claim, prediction]]);
    expect(result.flaws.length).toBe(flaws.length);
    for (const [at, flaw] of flaws.entries()) expect(result.flaws[at]).toContain(flaw);
    expect([result.totals.predictedDocuments, result.totals.predictedSentences]).toEqual(counts);
    expect(result.totals.selectedAndLabelled).toBe(0);
  });
});

describe('what the evaluator does where it has no result', () => {
  const right: JsonObject = { id: 52, evidence: { 11: { label: 'SUPPORT', sentences: [11] } } };
  const predict = (document: unknown): JsonObject => ({ id: 52, evidence: { 11: document } });
  const gold = (document: unknown): JsonObject => ({ id: 52, evidence: { 11: document } });

  // The failures were seen in Python 3.11.
  test.each<[string, JsonObject, JsonObject, string, string]>([
    ['other ids', claim, { ...right, id: 53 }, 'ValueError', 'Predicted claims do not match gold.'],
    [
      'ids of other types',
      claim,
      { ...right, id: '52' },
      'ValueError',
      'Predicted claims do not match gold.',
    ],
    ['no id', claim, { evidence: {} }, 'KeyError', "'id'"],
    ['no predicted evidence', claim, { id: 52 }, 'KeyError', "'evidence'"],
    [
      'a list of evidence',
      claim,
      { id: 52, evidence: [] },
      'AttributeError',
      "'list' object has no attribute 'items'",
    ],
    [
      'another label',
      claim,
      predict({ label: 'REFUTES', sentences: [] }),
      'ValueError',
      'Unallowed label fREFUTES predicted.',
    ],
    [
      'a null label',
      claim,
      predict({ label: null, sentences: [] }),
      'ValueError',
      'Unallowed label fNone predicted.',
    ],
    ['no label', claim, predict({ sentences: [] }), 'KeyError', "'label'"],
    ['no sentences', claim, predict({ label: 'SUPPORT' }), 'KeyError', "'sentences'"],
    [
      'a list for a document',
      claim,
      predict([]),
      'TypeError',
      'list indices must be integers or slices, not str',
    ],
    [
      'sentences that are no list',
      claim,
      predict({ label: 'SUPPORT', sentences: 3 }),
      'TypeError',
      "'int' object is not subscriptable",
    ],
    [
      'the same with the wrong label',
      claim,
      predict({ label: 'CONTRADICT', sentences: 3 }),
      'TypeError',
      "object of type 'int' has no len()",
    ],
    [
      'a list for a sentence',
      claim,
      predict({ label: 'SUPPORT', sentences: [[1]] }),
      'TypeError',
      "unhashable type: 'list'",
    ],
    ['no gold evidence', { id: 52 }, right, 'KeyError', "'evidence'"],
    ['no rationale', gold([]), right, 'IndexError', 'list index out of range'],
    [
      'contradictory rationales',
      gold([
        { label: 'SUPPORT', sentences: [1] },
        { label: 'CONTRADICT', sentences: [2] },
      ]),
      right,
      'ValueError',
      'Conflicting labels.',
    ],
    [
      'a predicted sentence in two rationales',
      gold([
        { label: 'SUPPORT', sentences: [11] },
        { label: 'SUPPORT', sentences: [11, 12] },
      ]),
      right,
      'AssertionError',
      'sentence 11 is in two rationales',
    ],
  ])('%s', (_, goldRecord, prediction, pythonClass, message) => {
    let failure: unknown;
    try {
      scifact.failAsOfficial?.(goldRecord, prediction, { ...plain, official: true });
    } catch (error) {
      failure = error;
    }
    expect(failure).toBeInstanceOf(OfficialFailure);
    expect(failure).toMatchObject({ pythonClass });
    expect((failure as OfficialFailure).message).toContain(message);
  });

  test('a sentence of two rationales counts once where either is complete', () => {
    const record = gold([
      { label: 'SUPPORT', sentences: [11] },
      { label: 'SUPPORT', sentences: [11, 12] },
    ]);
    expect(scorePairs(scifact, [[record, right]]).totals).toMatchObject({ selected: 1, goldSentences: 3 });
  });
});

const documents = fc.dictionary(
  fc.constantFrom('1', '2', '30', '__proto__', 'a b'),
  fc.record({
    label: fc.constantFrom('SUPPORT', 'CONTRADICT'),
    rationales: fc.uniqueArray(fc.nat(8), { minLength: 1, maxLength: 6 }),
    cut: fc.nat(3),
  }),
  { noNullPrototype: true },
);

/** A gold record without a sentence in two rationales. */
const golds = documents.map(
  (content): JsonObject => ({
    id: 1,
    evidence: Object.fromEntries(
      Object.entries(content).map(([id, { label, rationales, cut }]) => [
        id,
        [rationales.slice(0, cut), rationales.slice(cut)]
          .filter((sentences) => sentences.length > 0)
          .map((sentences) => ({ label, sentences })),
      ]),
    ),
  }),
);
const predictions = documents.map(
  (content): JsonObject => ({
    id: 1,
    evidence: Object.fromEntries(
      Object.entries(content).map(([id, { label, rationales }]) => [id, { label, sentences: rationales }]),
    ),
  }),
);

test('figures are from 0 to 1; no label makes more, nor a rationale asked for', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(golds, predictions), { maxLength: 6 }), (pairs) => {
      for (const [gold, prediction] of pairs) scifact.failAsOfficial?.(gold, prediction, plain);
      const { figures, totals, flaws } = scorePairs(scifact, pairs);
      expect(flaws).toEqual([]);
      for (const figure of Object.values(figures)) {
        if (pairs.length === 0) expect(figure).toBeNull();
        else expect(figure).toSatisfy((value: number) => value >= 0 && value <= 1);
      }
      const { labelled = 0, rationalized = 0, selected = 0, selectedAndLabelled = 0 } = totals;
      expect(rationalized).toBeLessThanOrEqual(labelled);
      expect(selectedAndLabelled).toBeLessThanOrEqual(selected);
    }),
  );
});

test('who predicts the gold record has all: sentences always, rationales unless the first three sentences end before', () => {
  fc.assert(
    fc.property(golds, (gold) => {
      const { totals } = scorePairs(scifact, [[gold, gold]]);
      expect(totals.selectedAndLabelled).toBe(totals.goldSentences);
      expect(totals.predictedSentences).toBe(totals.goldSentences);
      expect(totals.labelled).toBe(totals.goldDocuments);
      const evidence = gold.evidence as Record<string, { sentences: number[] }[]>;
      const reachable = Object.values(evidence).filter(([first]) => (first?.sentences.length ?? 0) <= 3);
      expect(totals.rationalized).toBeGreaterThanOrEqual(reachable.length);
    }),
  );
});

test('all labels exchanged for their opposites, all figures stay', () => {
  const opposite = (record: JsonObject): JsonObject =>
    JSON.parse(
      JSON.stringify(record).replace(/SUPPORT|CONTRADICT/g, (label) =>
        label === 'SUPPORT' ? 'CONTRADICT' : 'SUPPORT',
      ),
    ) as JsonObject;
  fc.assert(
    fc.property(golds, predictions, (gold, prediction) => {
      expect(scorePairs(scifact, [[opposite(gold), opposite(prediction)]]).totals).toEqual(
        scorePairs(scifact, [[gold, prediction]]).totals,
      );
    }),
  );
});

test('a document of 200,000 sentences is scored', () => {
  const sentences = Array.from({ length: 200_000 }, (_, at) => at);
  const record = { id: 1, evidence: { 1: [{ label: 'SUPPORT', sentences }] } };
  const { totals } = scorePairs(scifact, [
    [record, { id: 1, evidence: { 1: { label: 'SUPPORT', sentences } } }],
  ]);
  expect(totals.selectedAndLabelled).toBe(200_000);
});

test('nothing that JSON can hold is an exception', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.jsonValue(), fc.boolean(), (evidence, predicted, lenient) => {
      const own: JsonObject = { id: 1, label: 'SUPPORTS', evidence };
      for (const gold of [own, { id: 1, evidence }, claim]) {
        for (const key of ['evidence', 'predicted_evidence'])
          scorePairs(scifact, [[gold, { label: 'SUPPORTS', [key]: predicted }]], { lenient });
      }
      try {
        scifact.failAsOfficial?.({ id: 1, evidence }, { id: 1, evidence: predicted }, plain);
      } catch (error) {
        expect(error).toBeInstanceOf(OfficialFailure);
      }
    }),
  );
});
