import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { encodeId } from '../../src/claims/retrieval-id.ts';
import { documentPiece, keyOfDocument, keyOfPiece } from '../../src/score/retrieval/document-key.ts';
import { cutoffs } from '../../src/score/retrieval/measures.ts';
import type { JsonObject, ScoreOptions } from '../../src/score/scorer.ts';
import { retrieval } from '../../src/score/scorers/retrieval.ts';
import { anyCharacter } from '../any-character.ts';
import { plain, scorePairs } from './score-pairs.ts';

const score = (gold: JsonObject, prediction: JsonObject, options?: Partial<ScoreOptions>) =>
  scorePairs(retrieval, [[gold, prediction]], options);

/** A ranking in the order of its documents. */
const ranked = (...documents: string[]): JsonObject => ({
  id: 'q',
  ranking: documents.map((document, at) => [document, -at]),
});

describe('measures', () => {
  test('of one ranking, by hand', () => {
    const relevant = { a: 2, b: 0, c: 1, e: 1, f: 3, g: -1 };
    const { figures, flaws } = score({ id: 'q', relevant }, ranked('a', 'b', 'c', 'd', 'e', 'g'));
    expect(flaws).toEqual([]);
    // Relevant are a, c, e and f; a stands at rank 1, c at 3, e at 5.
    const gain = 2 / Math.log2(2) + 1 / Math.log2(4) + 1 / Math.log2(6);
    const best = 3 / Math.log2(2) + 2 / Math.log2(3) + 1 / Math.log2(4) + 1 / Math.log2(5);
    expect(gain).toBeCloseTo(2.886853, 6);
    expect(best).toBeCloseTo(5.192536, 6);
    expect(figures).toEqual({
      ndcgAt10: gain / best,
      ndcgAt5: gain / best,
      ndcg: gain / best,
      mrr: 1,
      map: (1 / 1 + 2 / 3 + 3 / 5) / 4,
      rPrecision: 2 / 4,
      recallAt1: 1 / 4,
      recallAt3: 2 / 4,
      recallAt5: 3 / 4,
      recallAt10: 3 / 4,
      recallAt20: 3 / 4,
      recallAt100: 3 / 4,
      precisionAt1: 1,
      precisionAt3: 2 / 3,
      precisionAt5: 3 / 5,
      precisionAt10: 3 / 10,
      precisionAt20: 3 / 20,
      precisionAt100: 3 / 100,
      successAt1: 1,
      successAt3: 1,
      successAt5: 1,
      successAt10: 1,
      successAt20: 1,
      successAt100: 1,
      fullEvidenceRecallAt1: null,
      fullEvidenceRecallAt3: null,
      fullEvidenceRecallAt5: null,
      fullEvidenceRecallAt10: null,
      fullEvidenceRecallAt20: null,
      fullEvidenceRecallAt100: null,
    });
  });

  test('nDCG@5 compares the first five with the best five', () => {
    const relevant = Object.fromEntries(['a', 'b', 'c', 'd', 'e', 'f'].map((id) => [id, 1]));
    const { figures } = score({ relevant }, ranked('x', 'y', 'z', 'w', 'a', 'b'));
    const best = [1, 2, 3, 4, 5].reduce((sum, rank) => sum + 1 / Math.log2(rank + 1), 0);
    expect(figures.ndcgAt5).toBe(1 / Math.log2(6) / best);
    expect(figures.ndcgAt10).toBe((1 / Math.log2(6) + 1 / Math.log2(7)) / (best + 1 / Math.log2(7)));
    expect(figures.rPrecision).toBe(2 / 6);
    expect(figures.mrr).toBe(1 / 5);
  });

  test('means are over queries', () => {
    const pairs: [JsonObject, JsonObject][] = [
      [{ relevant: { a: 1 } }, ranked('x', 'a')],
      [{ relevant: { a: 1 } }, ranked('x', 'y', 'z', 'a')],
    ];
    expect(scorePairs(retrieval, pairs).figures.mrr).toBe((1 / 2 + 1 / 4) / 2);
  });

  test('are never above 1 or below 0, and do not fall with the cutoff but for precision', () => {
    const ids = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', '__proto__', 'constructor');
    const gold = fc.dictionary(ids, fc.integer({ min: -1, max: 3 }), { minKeys: 1 });
    const run = fc.array(fc.tuple(ids, fc.double({ noNaN: true })), { maxLength: 12 });
    fc.assert(
      fc.property(gold, run, (relevant, ranking) => {
        const { figures, totals } = score({ relevant }, { ranking });
        if (totals.claims === 0) expect(Object.values(relevant).every((grade) => grade <= 0)).toBe(true);
        for (const [id, value] of Object.entries(figures)) {
          if (totals.claims === 0 || id.startsWith('full')) expect(value).toBeNull();
          else expect(value === null || (value >= 0 && value <= 1)).toBe(true);
        }
        for (const family of ['recallAt', 'successAt']) {
          const values = cutoffs.map((cutoff) => figures[family + cutoff] ?? 0);
          expect(values).toEqual([...values].sort((a, b) => a - b));
        }
      }),
    );
  });
});

describe('ranking', () => {
  test.each<[string, [string, number][], string[]]>([
    [
      'by score, whatever the order of the file',
      [
        ['a', 1],
        ['b', 3],
        ['c', 2],
      ],
      ['b', 'c', 'a'],
    ],
    [
      'equal scores by id, the last first',
      [
        ['a', 1],
        ['c', 1],
        ['b', 1],
      ],
      ['c', 'b', 'a'],
    ],
    [
      'ids in the order of bytes',
      [
        ['\uffe0', 1],
        ['\u{1f600}', 1],
        ['z', 1],
      ],
      ['\u{1f600}', '\uffe0', 'z'],
    ],
    [
      'scores are equal where they are as 32 bits',
      [
        ['a', 1.00000001],
        ['b', 1],
      ],
      ['b', 'a'],
    ],
    [
      'and differ where they do',
      [
        ['a', 1.0000001],
        ['b', 1],
      ],
      ['a', 'b'],
    ],
    [
      'beyond 32 bits all are infinite',
      [
        ['a', 1e300],
        ['b', 1e39],
        ['c', 3e38],
      ],
      ['b', 'a', 'c'],
    ],
    [
      '-0 is 0',
      [
        ['a', 0],
        ['b', -0],
      ],
      ['b', 'a'],
    ],
    [
      'infinite ones',
      [
        ['a', -Infinity],
        ['b', Infinity],
        ['c', 0],
      ],
      ['b', 'c', 'a'],
    ],
  ])('%s', (_, ranking, wanted) => {
    const { value, flaws } = retrieval.readPrediction({ ranking }, plain);
    expect(flaws).toEqual([]);
    expect(value.ranking).toEqual(wanted);
  });

  test('of a document that stands twice the first counts', () => {
    const ranking = [
      ['a', 1],
      ['b', 2],
      ['a', 3],
    ];
    const { value, flaws } = retrieval.readPrediction({ ranking }, plain);
    expect(value.ranking).toEqual(['b', 'a']);
    expect(flaws).toEqual([{ path: ['ranking', 2], messageId: 'repeated', data: { document: 'a' } }]);
  });

  test.each<[string, JsonObject, string[]]>([
    ['no ranking', { id: 'q' }, [' | noEvidence']],
    ['no list', { ranking: { a: 1 } }, ['ranking | evidence | an object']],
    [
      'no pairs',
      { ranking: [['a'], 'b', ['c', '1'], ['d', Number.NaN], [5, 1], null, ['e', 1]] },
      [0, 1, 2, 3, 4, 5].map((at) => expect.stringMatching(`^ranking.${at} \\| piece \\| .* \\| a document`)),
    ],
    [
      'no evidence',
      { predicted_evidence: [['A', 1], ['A', '1'], ['A', 1.5], 7, null, [], ['A', 1]] },
      [
        ...[1, 2, 3, 4, 5].map((at) => expect.stringMatching(`^predicted_evidence.${at} \\| piece`)),
        'predicted_evidence.6 | repeated | ["A",1]',
      ],
    ],
  ])('what is none is a finding: %s', (_, prediction, wanted) => {
    expect(score({ relevant: { a: 1 } }, prediction).flaws).toEqual(wanted);
  });
});

describe('queries', () => {
  const nothing = { relevant: { a: 0, b: -1 } };

  test('without a relevant document are left out, and count with 0 officially', () => {
    expect(score(nothing, ranked('a')).totals.claims).toBe(0);
    expect(score(nothing, ranked('a')).figures.map).toBeNull();
    const official = score(nothing, ranked('a'), { official: true });
    expect(official.totals).toMatchObject({ claims: 1, queries: 1, ndcg: 0, map: 0, recallAt1: 0 });
  });

  test('missing in the run count with 0, and are left out officially', () => {
    const { value: gold } = retrieval.readGold({ relevant: { a: 1 } }, plain);
    if (gold === undefined) return expect.fail();
    const ours = retrieval.outcomeOf(gold, retrieval.nothing, plain);
    expect(ours).toEqual([1, 1, 0, ...retrieval.figures.map(() => 0)]);
    expect(retrieval.figuresOf(ours)[0]).toBe(0);
    const official = retrieval.outcomeOf(gold, retrieval.nothing, { ...plain, official: true });
    expect(official).toEqual([1, 0, 0, ...retrieval.figures.map(() => 0)]);
    expect(retrieval.figuresOf(official)).toEqual(retrieval.figures.map(() => null));
  });

  test.each<[string, JsonObject, string]>([
    [
      'no object',
      { relevant: ['a'] },
      'relevant | evidence | a list | an object with the grades of documents',
    ],
    [
      'no grade',
      { relevant: { a: 0.5 } },
      'relevant.a | evidence | the number 0.5 | a whole number as the grade of a document',
    ],
    ['no evidence', { label: 'SUPPORTS' }, ' | noEvidence'],
    [
      'no sets',
      { label: 'SUPPORTS', evidence: ['A_sentence_0'] },
      'evidence.0 | evidence | the string "A_sentence_0" | evidence sets, each a list',
    ],
  ])('with broken gold are left out, which is a finding: %s', (_, gold, flaw) => {
    const { totals, flaws } = score(gold, ranked('a'));
    expect([totals.claims, flaws]).toEqual([0, [flaw]]);
  });

  test('the ids of documents are keys like any other', () => {
    const gold = { relevant: JSON.parse('{"__proto__":2,"toString":1}') as JsonObject };
    expect(score(gold, ranked('__proto__', 'toString')).figures.ndcg).toBe(1);
    expect(score({ relevant: { a: 1 } }, ranked('constructor', 'toString')).figures.mrr).toBe(0);
  });
});

describe('claims as gold', () => {
  const ids = ['Łódź (city)_sentence_0', 'Łódź (city)_cell_0_1_2', 'B:C_sentence_3'];
  const own = { id: 1, label: 'SUPPORTS', evidence: [[ids[0], ids[1]], [ids[2]]] };
  const full = cutoffs.map((cutoff) => `fullEvidenceRecallAt${cutoff}`);
  const fullOf = (gold: JsonObject, prediction: JsonObject, options?: Partial<ScoreOptions>) => {
    const { figures, flaws } = score(gold, prediction, options);
    expect(flaws).toEqual([]);
    return full.map((id) => figures[id]);
  };

  test('a whole set is needed for full evidence, any one suffices', () => {
    const prediction = { id: 1, predicted_evidence: [ids[0], 'X_sentence_0', ids[1]] };
    expect(fullOf(own, prediction)).toEqual([0, 1, 1, 1, 1, 1]);
    expect(score(own, prediction).figures).toMatchObject({ recallAt3: 2 / 3, recallAt1: 1 / 3, mrr: 1 });
    expect(fullOf(own, { predicted_evidence: [ids[2]] })).toEqual([1, 1, 1, 1, 1, 1]);
    expect(fullOf(own, { predicted_evidence: [] })).toEqual([0, 0, 0, 0, 0, 0]);
  });

  test('runs name evidence as the exported judgements do', () => {
    const ranking = ids.map((id, at) => [encodeId(id), -at]);
    expect(ranking[0]?.[0]).toBe('Łódź%20(city)_sentence_0');
    expect(fullOf(own, { id: 1, ranking })).toEqual([0, 1, 1, 1, 1, 1]);
  });

  test('records of claimset’s own are rankings too: their sets one after the other', () => {
    expect(fullOf(own, { evidence: [[ids[1]], [ids[1], ids[0]]] })).toEqual([0, 1, 1, 1, 1, 1]);
  });

  test('FEVER', () => {
    const page = '\u0141o\u0301dz\u0301_-LRB-city-RRB-';
    const gold = {
      label: 'REFUTES',
      evidence: [
        [
          [1, 2, page, 0],
          [1, 2, 'B-COLON-C', 3],
        ],
      ],
    };
    expect(
      fullOf(gold, {
        predicted_evidence: [
          ['B-COLON-C', 3],
          [page, 0],
        ],
      }),
    ).toEqual([0, 1, 1, 1, 1, 1]);
    expect(fullOf(gold, { predicted_evidence: [ids[0], ids[2]] })).toEqual([0, 1, 1, 1, 1, 1]);
  });

  test('FEVEROUS', () => {
    const gold = { label: 'REFUTES', evidence: [{ content: [ids[0], ids[1]], context: {} }] };
    const triples = [
      ['Łódź (city)', 'cell', '0_1_2'],
      ['Łódź (city)', 'sentence', '0'],
    ];
    expect(fullOf(gold, { predicted_evidence: triples })).toEqual([0, 1, 1, 1, 1, 1]);
  });

  test.each<[string, JsonObject]>([
    ['NOT ENOUGH INFO, even with evidence', { ...own, label: 'NOT ENOUGH INFO' }],
    ['no evidence', { ...own, evidence: [] }],
    ['empty sets', { ...own, evidence: [[], []] }],
    ['no page', { label: 'SUPPORTS', evidence: [[[1, null, null, null]]] }],
  ])('claims without a document to find are left out: %s', (_, gold) => {
    expect(score(gold, ranked('a'))).toMatchObject({ totals: { claims: 0 }, flaws: [] });
  });

  test('a set with something that is no document is never complete', () => {
    const gold = { label: 'SUPPORTS', evidence: [[ids[2], ['A', null]]] };
    const { figures } = score(gold, { predicted_evidence: [ids[2]] });
    expect([figures.recallAt1, figures.fullEvidenceRecallAt100]).toEqual([1, 0]);
  });

  test('lenient: spellings of a title are one document', () => {
    const gold = { label: 'SUPPORTS', evidence: [['Łódź (city)_sentence_0']] };
    const run = ranked(
      'A_sentence_0',
      'Ło\u0301dz\u0301_-LRB-city-RRB-_sentence_0',
      'Łódź%20(city)_sentence_0',
    );
    expect(score(gold, run).figures.mrr).toBe(1 / 3);
    expect(score(gold, run, { lenient: true }).figures.mrr).toBe(1 / 2);
    expect(score(gold, run, { lenient: true }).figures.precisionAt3).toBe(1 / 3);
  });
});

test('with gold evidence all is found, best first', () => {
  const pairs: [JsonObject, JsonObject][] = [
    [{ relevant: { a: 1, b: 3, c: 2 } }, ranked('x')],
    [{ label: 'SUPPORTS', evidence: [['A_sentence_0', 'A_sentence_1']] }, ranked('x')],
  ];
  const { figures } = scorePairs(retrieval, pairs, {}, 'goldEvidence');
  expect(figures).toMatchObject({
    ndcg: 1,
    map: 1,
    mrr: 1,
    rPrecision: 1,
    recallAt3: 1,
    precisionAt3: (1 + 2 / 3) / 2,
  });
  expect(figures.fullEvidenceRecallAt3).toBe(1);
});

test('pieces are what evidence ids say, for those who show or group them', () => {
  const gold = retrieval.readGold({ relevant: { 'A%20B_cell_0_1_2': 1, doc7: 1 } }, plain).value;
  expect(gold?.sets).toEqual([['A B\u0000cell\u00000_1_2'], ['doc7\u0000document\u0000']]);
  const { value } = retrieval.readPrediction(ranked('doc7', 'A%20B_cell_0_1_2'), plain);
  expect(value.pieces).toEqual(['doc7\u0000document\u0000', 'A B\u0000cell\u00000_1_2']);
  expect(retrieval.readPrediction({ predicted_evidence: [['A', 0]] }, plain).value.pieces).toEqual([
    'A\u0000sentence\u00000',
  ]);
});

test('a piece has the key of the document that it is written as', () => {
  const title = fc.oneof(fc.string({ minLength: 1 }), fc.string({ unit: anyCharacter, minLength: 1 }));
  const tail = fc.constantFrom('', '_sentence_0', '_cell_1_2_3', '_title', '_sentence_01', '_document');
  fc.assert(
    fc.property(title, tail, (start, end) => {
      const document = encodeId(start + end);
      expect(keyOfPiece(documentPiece(document), plain)).toBe(keyOfDocument(document, plain));
    }),
  );
});
