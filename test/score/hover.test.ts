import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { OfficialFailure } from '../../src/score/official-failure.ts';
import type { JsonObject } from '../../src/score/scorer.ts';
import { hover } from '../../src/score/scorers/hover.ts';
import { plain, scorePairs, testShared } from './score-pairs.ts';

type Fact = readonly [title: string, sentence: number];

const gold: JsonObject = {
  uid: 'a',
  claim: 'No One’s Gonna Love You appeared in the Ruben Fleischer film Zombieland.',
  supporting_facts: [
    ['No One’s Gonna Love You', 0],
    ['No One’s Gonna Love You', 5],
    ['Zombieland', 0],
  ],
  label: 'SUPPORTED',
  num_hops: 2,
};
const [song, film] = ['No One’s Gonna Love You', 'Zombieland'];

/** HoVer score, exact match, F1, precision and recall of one prediction with the right label. */
function figuresOf(facts: readonly (readonly unknown[])[], record = gold): (number | null | undefined)[] {
  const prediction = { uid: 'a', predicted_label: record.label, predicted_sp: facts };
  const { figures, flaws } = scorePairs(hover, [[record, prediction]]);
  expect(flaws).toEqual([]);
  expect(figures.labelAccuracy).toBe(1);
  return ['hoverScore', 'evidenceExactMatch', 'evidenceF1', 'evidencePrecision', 'evidenceRecall'].map(
    (id) => figures[id],
  );
}

describe('worked by hand: three gold sentences of two articles', () => {
  test.each<[string, Fact[], number[]]>([
    [
      'the three: all is right',
      [
        [song, 0],
        [song, 5],
        [film, 0],
      ],
      [1, 1, 1, 1, 1],
    ],
    [
      'in another order',
      [
        [film, 0],
        [song, 5],
        [song, 0],
      ],
      [1, 1, 1, 1, 1],
    ],
    [
      'one of each article: P = 2/2, R = 2/3, F1 = 4/5',
      [
        [song, 5],
        [film, 0],
      ],
      [1, 0, 0.8, 1, 2 / 3],
    ],
    [
      'two of one article: the film is missing',
      [
        [song, 0],
        [song, 5],
      ],
      [0, 0, 0.8, 1, 2 / 3],
    ],
    [
      'one right of two: P = 1/2, R = 1/3, F1 = 2/5',
      [
        [song, 0],
        [film, 1],
      ],
      [0, 0, 0.4, 1 / 2, 1 / 3],
    ],
    [
      'one more: P = 3/4, R = 3/3, F1 = 6/7',
      [
        [song, 0],
        [song, 5],
        [film, 0],
        [film, 1],
      ],
      [1, 0, 1.5 / 1.75, 3 / 4, 1],
    ],
    [
      'none right',
      [
        [song, 1],
        [film, 2],
      ],
      [0, 0, 0, 0, 0],
    ],
    ['nothing', [], [0, 0, 0, 0, 0]],
    [
      'one twice, which is right once: P = 1/2, R = 1/3',
      [
        [film, 0],
        [film, 0],
      ],
      [0, 0, 0.4, 1 / 2, 1 / 3],
    ],
    [
      'three with one twice: as many as gold, and one is missing',
      [
        [film, 0],
        [film, 0],
        [song, 0],
      ],
      [1, 0, 2 / 3, 2 / 3, 2 / 3],
    ],
  ])('%s', (_, facts, [score = 0, exact = 0, f1 = 0, precision = 0, recall = 0]) => {
    expect(figuresOf(facts)).toEqual([score, exact, expect.closeTo(f1, 15), precision, recall]);
  });

  test('an exact match needs all gold sentences among as many predicted ones, so a repeated gold sentence may stand for any', () => {
    const twice = {
      ...gold,
      supporting_facts: [
        [film, 0],
        [film, 0],
      ],
    };
    expect(
      figuresOf(
        [
          [film, 0],
          [film, 3],
        ],
        twice,
      ).slice(1),
    ).toEqual([1, 0.5, 0.5, 0.5]);
  });
});

describe('HoVer score: two sentences of each of the first k + 1 articles', () => {
  test.each<[string, Fact[], number]>([
    [
      'the third sentence of an article does not count',
      [
        [song, 1],
        [song, 2],
        [song, 0],
        [film, 0],
      ],
      0,
    ],
    [
      'the second does',
      [
        [song, 1],
        [song, 0],
        [film, 0],
      ],
      1,
    ],
    [
      'a repeated sentence is two',
      [
        [song, 1],
        [song, 1],
        [song, 0],
        [film, 0],
      ],
      0,
    ],
    [
      'the third article counts',
      [
        ['X', 0],
        [song, 0],
        [film, 0],
      ],
      1,
    ],
    [
      'the fourth does not',
      [
        ['X', 0],
        ['Y', 0],
        [song, 0],
        [film, 0],
      ],
      0,
    ],
    [
      'articles come in the order of their first sentence',
      [
        [song, 1],
        ['X', 0],
        [film, 0],
        ['Y', 0],
        [song, 0],
      ],
      1,
    ],
  ])('%s', (_, facts, expected) => {
    expect(figuresOf(facts)[0]).toBe(expected);
  });

  test('k is the number of gold articles where the record does not say', () => {
    const facts = [
      ['X', 0],
      ['Y', 0],
      [song, 0],
      [film, 0],
    ];
    expect(figuresOf(facts, { ...gold, num_hops: 3 })[0]).toBe(1);
    for (const hops of [undefined, null, '3', 0, 2.5])
      expect(figuresOf(facts, { ...gold, num_hops: hops })[0]).toBe(0);
  });

  test('the wrong label is no score', () => {
    const facts = gold.supporting_facts;
    const prediction = { predicted_label: 'NOT_SUPPORTED', predicted_sp: facts };
    expect(scorePairs(hover, [[gold, prediction]]).figures).toMatchObject({
      hoverScore: 0,
      labelAccuracy: 0,
      evidenceExactMatch: 1,
    });
  });
});

test('where nothing is to be found, nothing is right and something wrong', () => {
  const none = { ...gold, supporting_facts: [] };
  expect(figuresOf([], none)).toEqual([1, 1, 1, 1, 1]);
  expect(figuresOf([[film, 0]], none)).toEqual([1, 0, 0, 0, 0]);
  expect(new Set(Object.values(scorePairs(hover, []).figures))).toEqual(new Set([null]));
});

test('titles are the same in any normal form, sentences as numbers or as text', () => {
  const record = { ...gold, supporting_facts: [['Beyonc\u00e9', 0]] };
  expect(figuresOf([['Beyonce\u0301', '0']], record)).toEqual([1, 1, 1, 1, 1]);
  expect(figuresOf([['Beyonce', 0]], record)).toEqual([0, 0, 0, 0, 0]);
});

describe('other forms', () => {
  const ids = [`${song}_sentence_0`, `${song}_sentence_5`, `${film}_sentence_0`];
  const own = { id: 'a', label: 'SUPPORTS', evidence: [ids], num_hops: 2 };

  test.each<[string, JsonObject]>([
    [
      'predicted_evidence as pairs',
      { predicted_label: 'SUPPORTED', predicted_evidence: gold.supporting_facts },
    ],
    ['predicted_evidence as ids', { predicted_label: 'SUPPORTS', predicted_evidence: ids }],
    ['a record of the dataset', gold],
    ['claimset’s own record', own],
  ])('%s', (_, prediction) => {
    for (const record of [gold, own]) {
      const { figures, flaws, labels } = scorePairs(hover, [[record, prediction]]);
      expect(flaws).toEqual([]);
      expect(new Set(Object.values(figures))).toEqual(new Set([1]));
      expect(labels).toEqual([['SUPPORTED', 'SUPPORTED']]);
    }
  });

  test('of several evidence sets that with the highest F1 counts, and any for the score', () => {
    const several = { ...own, evidence: [['X_sentence_0', 'Y_sentence_0', 'Z_sentence_0'], ids.slice(2)] };
    const prediction = { predicted_label: 'SUPPORTED', predicted_evidence: [[film, 0]] };
    expect(scorePairs(hover, [[several, prediction]]).figures).toMatchObject({
      hoverScore: 1,
      evidenceF1: 1,
    });
  });

  test('REFUTES and NOT ENOUGH INFO are NOT_SUPPORTED; other spellings are with `lenient`', () => {
    for (const label of ['REFUTES', 'NOT ENOUGH INFO']) {
      const pairs = [
        [
          { ...own, label },
          { ...own, label: 'NOT_SUPPORTED' },
        ],
      ] as const;
      expect(scorePairs(hover, pairs).figures.labelAccuracy).toBe(1);
      expect(scorePairs(hover, pairs, { official: true }).figures.labelAccuracy).toBe(0);
    }
    for (const [first, second] of [
      ['SUPPORTED', 'supported'],
      ['NOT_SUPPORTED', 'Not supported'],
      ['NOT_SUPPORTED', 'refuted'],
    ] as const) {
      expect(hover.sameLabel(first, second, plain)).toBe(false);
      expect(hover.sameLabel(first, second, { ...plain, lenient: true })).toBe(true);
    }
    expect(hover.sameLabel('SUPPORTED', 'NOT_SUPPORTED', { ...plain, lenient: true })).toBe(false);
  });

  test('with `lenient` titles in any spelling', () => {
    const prediction = { predicted_label: 'SUPPORTED', predicted_sp: [['Argo_-LRB-film-RRB-', 0]] };
    const pairs = [[{ ...gold, supporting_facts: [['Argo (film)', 0]] }, prediction]] as const;
    expect(scorePairs(hover, pairs).figures.evidenceF1).toBe(0);
    expect(scorePairs(hover, pairs, { lenient: true }).figures.evidenceF1).toBe(1);
  });
});

test('bounds', () => {
  const pairs = [[gold, { predicted_label: 'NOT_SUPPORTED', predicted_sp: [[film, 0]] }]] as const;
  expect(scorePairs(hover, pairs, {}, 'goldLabel').figures).toMatchObject({
    labelAccuracy: 1,
    hoverScore: 0,
  });
  expect(scorePairs(hover, pairs, {}, 'goldEvidence').figures).toMatchObject({
    labelAccuracy: 0,
    hoverScore: 0,
    evidenceExactMatch: 1,
  });
});

describe('flaws', () => {
  test.each<[string, JsonObject, string]>([
    ['without evidence', { uid: 'a', label: 'SUPPORTED' }, ' | noEvidence'],
    ['without a label', { uid: 'a', supporting_facts: [] }, ' | noLabel'],
    [
      'with facts that are no list',
      { label: 'SUPPORTED', supporting_facts: {} },
      'supporting_facts | evidence | an object | a list of titles with numbers of sentences',
    ],
    [
      'with a fact without number',
      { label: 'SUPPORTED', supporting_facts: [['A', 0], ['A']] },
      'supporting_facts.1 | evidence | a list | a title with the number of a sentence',
    ],
    [
      'of claimset with something else than ids',
      { label: 'SUPPORTS', evidence: [['A_sentence_0', 'A']] },
      'evidence.0.1 | evidence | the string "A" | an evidence id',
    ],
  ])('a gold record %s is left out', (_, record, flaw) => {
    const { flaws, figures } = scorePairs(hover, [[record, gold]]);
    expect(flaws).toEqual([flaw]);
    expect(figures.hoverScore).toBeNull();
  });

  test('a predicted piece that is none counts as predicted', () => {
    const prediction = { predicted_label: 'SUPPORTED', predicted_sp: [[film, 0], 'x', [3, 1], [film, true]] };
    const { flaws, figures } = scorePairs(hover, [[gold, prediction]]);
    expect(flaws.map((flaw) => flaw.split(' | ', 2))).toEqual([
      ['predicted_sp.1', 'piece'],
      ['predicted_sp.2', 'piece'],
      ['predicted_sp.3', 'piece'],
    ]);
    expect(figures).toMatchObject({ evidencePrecision: 1 / 4, evidenceRecall: 1 / 3 });
  });

  test('a prediction without evidence or label', () => {
    const { flaws, figures } = scorePairs(hover, [[gold, {}]]);
    expect(flaws).toEqual([' | noLabel', ' | noEvidence']);
    expect(new Set(Object.values(figures))).toEqual(new Set([0]));
  });
});

// The failures were seen in Python 3.11.
test.each<[string, JsonObject, string, string]>([
  ['no predicted sentences', { predicted_label: 'SUPPORTED' }, 'KeyError', "'predicted_sp'"],
  ['null for them', { predicted_sp: null }, 'TypeError', "'NoneType' object is not iterable"],
  ['no label', { predicted_sp: [] }, 'KeyError', "'predicted_label'"],
  ['no sentence', { predicted_sp: [['A']] }, 'IndexError', 'list index out of range'],
  ['a letter', { predicted_sp: ['A'] }, 'IndexError', 'string index out of range'],
  ['null', { predicted_sp: [null] }, 'TypeError', "'NoneType' object is not subscriptable"],
  [
    'a number for a title',
    { predicted_sp: [[3, 1]] },
    'TypeError',
    'normalize() argument 2 must be str, not int',
  ],
  [
    'null for a title',
    { predicted_sp: [[null, 1]] },
    'TypeError',
    'normalize() argument 2 must be str, not None',
  ],
])('the official code fails at %s', (_, prediction, pythonClass, message) => {
  const fail = () => hover.failAsOfficial?.(gold, prediction, { ...plain, official: true });
  expect(fail).toThrow(OfficialFailure);
  expect(fail).toThrow(`${pythonClass}: ${message}`);
});

test('the official code has no result without claims', () => {
  expect(() => hover.failAsOfficialAtEnd?.([0, 0, 0, 0, 0, 0, 0])).toThrow('ZeroDivisionError');
  hover.failAsOfficialAtEnd?.([1, 0, 0, 0, 0, 0, 0]);
});

describe('1,500 claims of the dev set', () => {
  const file = 'data/hover/dev_first1500.json';
  interface HoverRecord extends JsonObject {
    readonly label: string;
    readonly supporting_facts: readonly Fact[];
  }
  const recordsOf = (text: string) => JSON.parse(text) as HoverRecord[];

  testShared(
    'who predicts the gold record has all that the two sentences of an article allow',
    [file],
    (text) => {
      const records = recordsOf(text);
      const { figures, flaws } = scorePairs(
        hover,
        records.map((record) => [record, record]),
      );
      expect(flaws).toEqual([]);
      expect(records.length).toBe(1500);
      expect(new Set(Object.values(figures))).toEqual(new Set([1]));
    },
  );

  testShared('everything supported, and the first gold sentence with one that is wrong', [file], (text) => {
    const records = recordsOf(text);
    const { figures } = scorePairs(
      hover,
      records.map((record) => [
        record,
        { predicted_label: 'SUPPORTED', predicted_sp: [record.supporting_facts[0], ['no article', 0]] },
      ]),
    );
    // Of 1,500 claims 1,000 are SUPPORTED. Each prediction has 1 of 2 right: P = 1/2, R = 1/n, F1 = 2/(n + 2).
    const ns = records.map(({ supporting_facts: facts }) => facts.length);
    const mean = (of: (n: number) => number) => ns.reduce((sum, n) => sum + of(n), 0) / ns.length;
    expect(figures).toEqual({
      hoverScore: 0,
      labelAccuracy: 1000 / 1500,
      evidenceExactMatch: 0,
      evidenceF1: expect.closeTo(
        mean((n) => 2 / (n + 2)),
        12,
      ),
      evidencePrecision: 1 / 2,
      evidenceRecall: expect.closeTo(
        mean((n) => 1 / n),
        12,
      ),
    });
    expect(figures).toMatchInlineSnapshot(`
      {
        "evidenceExactMatch": 0,
        "evidenceF1": 0.3884218374218331,
        "evidencePrecision": 0.5,
        "evidenceRecall": 0.32976746031745796,
        "hoverScore": 0,
        "labelAccuracy": 0.6666666666666666,
      }
    `);
  });
});

const facts = fc.array(fc.tuple(fc.constantFrom('A', 'B', 'C_1', '日本', '__proto__'), fc.nat(3)), {
  maxLength: 6,
});

test('figures are from 0 to 1, F1 lies between precision and recall, and exchanging gold and predictions exchanges those', () => {
  fc.assert(
    fc.property(facts, facts, (first, second) => {
      const pair = (one: Fact[], other: Fact[]) =>
        scorePairs(hover, [
          [
            { label: 'SUPPORTED', supporting_facts: one },
            { predicted_label: 'SUPPORTED', predicted_sp: other },
          ],
        ]).figures as Record<string, number>;
      const figures = pair(first, second);
      for (const figure of Object.values(figures)) expect(figure).toSatisfy((n: number) => n >= 0 && n <= 1);
      const { evidencePrecision: p = 0, evidenceRecall: r = 0, evidenceF1: f1 = 0 } = figures;
      expect(f1).toBeGreaterThanOrEqual(Math.min(p, r) - 1e-15);
      expect(f1).toBeLessThanOrEqual(Math.max(p, r) + 1e-15);
      const { evidencePrecision, evidenceRecall, evidenceF1 } = pair(second, first);
      expect([evidencePrecision, evidenceRecall]).toEqual([r, p]);
      expect(evidenceF1).toBeCloseTo(f1, 15);
    }),
  );
});

test('nothing that JSON can hold is an exception', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.jsonValue(), fc.boolean(), (evidence, predicted, lenient) => {
      for (const record of [
        gold,
        { label: 'SUPPORTED', supporting_facts: evidence },
        { label: 'x', evidence },
      ]) {
        for (const key of ['predicted_sp', 'predicted_evidence', 'supporting_facts', 'evidence'])
          scorePairs(hover, [[record, { predicted_label: 'SUPPORTED', [key]: predicted }]], { lenient });
      }
      try {
        hover.failAsOfficial?.(gold, { predicted_sp: predicted }, plain);
      } catch (error) {
        expect(error).toBeInstanceOf(OfficialFailure);
      }
    }),
  );
});
