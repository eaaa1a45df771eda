import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { claimIdKey } from '../../../src/claims/claim-id-key.ts';
import type { OpenClaim } from '../../../src/claims/open-claim.ts';
import { evidenceStyles } from '../../../src/formats/evidence-style.ts';
import type { FormatContext } from '../../../src/formats/format.ts';
import { applyLosses } from '../../../src/formats/loss.ts';
import { nli } from '../../../src/formats/models/nli.ts';
import { growthLimit, measureGrowth } from '../../growth.ts';
import { runs } from '../../runs.ts';
import { arbitraryClaims, comparable, context, exampleClaims } from '../example-claims.ts';
import { readings } from '../places.ts';

const first = 'Café (bar)_sentence_0';
const second = 'Café (bar)_sentence_1';
const cell = 'Café (bar)_cell_0_1_1';

interface Row {
  readonly premise: string;
  readonly evidence_spans: readonly (readonly [number, number])[];
  readonly [key: string]: unknown;
}

function rows(claims: readonly OpenClaim[], more: Partial<FormatContext> = {}): Row[] {
  return [...nli.write(claims, { ...context, ...more })].map((line) => JSON.parse(line) as Row);
}

function read(lines: readonly object[]): unknown[] {
  const text = lines.map((line) => `${JSON.stringify(line)}\n`).join('');
  return [...nli.read({ file: 'x', text }, context)];
}

const nei = (id: number): OpenClaim => ({ id, claim: 'Who knows.', label: 'NOT ENOUGH INFO', evidence: [] });

describe('writing', () => {
  test.each([
    ['SUPPORTS', 0, 'entailment'],
    ['NOT ENOUGH INFO', 1, 'neutral'],
    ['REFUTES', 2, 'contradiction'],
  ])('%s is %i, %s, as in MNLI', (label, number, text) => {
    const [row] = rows([{ id: 1, claim: 'C.', label, evidence: [[first]] }]);
    expect(row).toMatchObject({ label: number, label_text: text, sampler: 'annotated', sampled_ids: [] });
  });

  test.each([
    ['text', 'The Café is a bar. 12'],
    ['context', '[Café (bar)] The Café is a bar.\n[Café (bar); Figures; 1988; Guests] 12'],
    ['highlighted', '<e>The Café is a bar.</e> It opened in 1988.\n1988 | <e>12</e>'],
    ['ids', `${first} + ${cell}`],
  ] as const)('evidence as %s', (evidenceStyle, premise) => {
    const [row] = rows([{ id: 1, claim: 'C.', label: 'SUPPORTS', evidence: [[first, cell]] }], {
      evidenceStyle,
    });
    expect(row).toMatchObject({ premise, style: evidenceStyle, evidence_ids: [first, cell] });
    const slices = row?.evidence_spans.map(([start, end]) => Array.from(premise).slice(start, end).join(''));
    expect(slices).toEqual(evidenceStyle === 'ids' ? [] : ['The Café is a bar.', '12']);
  });

  test.each([
    [0.25, { weight: 0.25 }],
    [0, { weight: 0 }],
    [-1, {}],
    ['heavy', {}],
    [null, {}],
  ])('a weight of %j is in each row of the claim: %j', (weight, expected) => {
    const claim = { id: 1, claim: 'C.', label: 'SUPPORTS', evidence: [[first], [second]], weight, other: 1 };
    const written = rows([claim]);
    const keys = (row: Row) => Object.fromEntries(Object.entries(row).filter(([key]) => key === 'weight'));
    expect(written.map(keys)).toEqual([expected, expected]);
    expect(written.some((row) => 'other' in row)).toBe(false);
    const [{ claim: back }] = read(written).slice(-1) as [{ claim: OpenClaim }];
    expect(back).toEqual({ id: 1, claim: 'C.', label: 'SUPPORTS', evidence: claim.evidence, ...expected });
  });

  test('a premise that is drawn depends on the seed and the claim, on nothing else', () => {
    const claims = Array.from({ length: 40 }, (_, id) => nei(id));
    const drawn = (all: readonly OpenClaim[], seed?: number) =>
      rows(all, seed === undefined ? {} : { seed }).map(({ id, sampled_ids: ids }) => [id, ids]);
    expect(drawn(claims)).toEqual(drawn(claims, 0));
    expect(drawn(claims.slice(7, 9))).toEqual(drawn(claims).slice(7, 9));
    expect(drawn(claims, 1)).not.toEqual(drawn(claims));
    expect(new Set(drawn(claims).map(([, ids]) => JSON.stringify(ids))).size).toBe(3);
    // For ever.
    expect(drawn(claims.slice(0, 3))).toMatchInlineSnapshot(`
      [
        [
          0,
          [
            "Café (bar)_sentence_2",
          ],
        ],
        [
          1,
          [
            "Café (bar)_sentence_1",
          ],
        ],
        [
          2,
          [
            "Café (bar)_sentence_1",
          ],
        ],
      ]
    `);
    expect(rows([nei(1)], { seed: 5 })[0]).toMatchObject({ seed: 5, sampler: 'random', evidence_ids: [] });
  });

  test('all rows have the same keys', () => {
    const keys = new Set(rows(exampleClaims).map((row) => Object.keys(row).join()));
    expect(keys.size).toBe(1);
  });
});

test('claims and texts come back in every style', () => {
  fc.assert(
    fc.property(arbitraryClaims, fc.constantFrom(...evidenceStyles), (claims, evidenceStyle) => {
      const styled: FormatContext = { ...context, evidenceStyle };
      const text = [...nli.write(claims, styled)].join('');
      const found: OpenClaim[] = [];
      for (const { claim, text: carried, diagnostic } of nli.read({ file: 'x', text }, styled)) {
        expect(diagnostic).toBeUndefined();
        if (carried !== undefined) expect(carried.text).toBe(context.evidence.text(carried.id));
        if (claim !== undefined) found.push(claim);
      }
      const kept = claims.flatMap((claim) => applyLosses(nli.losses, claim, styled).claim ?? []);
      expect(found.map(comparable)).toEqual(kept.map(comparable));
    }),
  );
});

describe('reading', () => {
  const claims: OpenClaim[] = [
    { id: 1, claim: 'C.', label: 'SUPPORTS', evidence: [[first], [cell, second], [second]] },
    { id: 1, claim: 'C.', label: 'SUPPORTS', evidence: [[second], [cell], [first]] },
    nei(2),
  ];

  test('rows of a claim are found wherever they stand', () => {
    const [a, b, c, d, e, f, g] = rows(claims) as [Row, Row, Row, Row, Row, Row, Row];
    const found = read([g, b, a, e, c, d, f]).flatMap(
      (result) => (result as { claim?: OpenClaim }).claim ?? [],
    );
    expect(found).toEqual([claims[2], claims[0], claims[1]]);
  });

  test('texts come before the claims, each once', () => {
    expect(read(rows(claims.slice(0, 1)))).toEqual([
      { text: { id: first, text: 'The Café is a bar.' } },
      { text: { id: cell, text: '12' } },
      { text: { id: second, text: 'It opened in 1988.' } },
      { claim: claims[0] },
    ]);
  });

  test('rows of other datasets', () => {
    expect(
      read([
        { id: 'a', premise: 'P.', hypothesis: 'H.', label: 'entailment', genre: 'fiction' },
        { id: 'b', premise: 'Q.', hypothesis: 'H.', label: 2, split: 'dev' },
        { id: 'c', premise: 'P.', hypothesis: 'I.', label: 1 },
      ]),
    ).toEqual([
      { text: { id: 'nli_sentence_0', text: 'P.' } },
      {
        claim: {
          ...{ id: 'a', claim: 'H.', label: 'SUPPORTS', evidence: [['nli_sentence_0']] },
          genre: 'fiction',
        },
      },
      { text: { id: 'nli_sentence_1', text: 'Q.' } },
      {
        claim: {
          ...{ id: 'b', claim: 'H.', label: 'REFUTES', evidence: [['nli_sentence_1']] },
          split: 'dev',
        },
      },
      { claim: { id: 'c', claim: 'I.', label: 'NOT ENOUGH INFO', evidence: [['nli_sentence_0']] } },
    ]);
  });

  test.each([
    [
      'no label',
      '{"id":1,"premise":"P.","hypothesis":"H."}',
      ['1:1-1:42 format/not-a-claim `label` is missing.'],
    ],
    [
      'a label without a class',
      '{"id":1,"premise":"P.","hypothesis":"H.","label":-1}',
      [
        '1:50-1:52 format/not-a-claim `label` is not valid: expected 0, 1, 2, "entailment", "neutral" or "contradiction", found the number -1.',
      ],
    ],
    [
      'a set missing',
      '{"id":1,"premise":"P.","hypothesis":"H.","label":0,"set":1,"sets":2}',
      ['1:67-1:68 format/not-a-claim `sets` is not valid: expected 2 rows of the claim, found 1.'],
    ],
  ])('%s', (_, text, expected) => {
    expect(readings('nli', `${text}\n`)).toEqual(expected);
  });

  test('very many rows that are never complete take no more than their time', { retry: 1 }, () => {
    const row =
      '{"id":1,"premise":"P.","hypothesis":"H.","label":0,"set":0,"sets":2,"evidence_ids":["A_sentence_0"]}\n';
    const rows = (count: number) => ({ count, text: row.repeat(count) });
    const growth = measureGrowth(16_000, rows, ({ count, text }) =>
      expect(readings('nli', text)).toHaveLength(count),
    );
    expect(growth).toBeLessThan(growthLimit);
  });
});

describe('negatives', () => {
  const supported: OpenClaim = { id: 1, claim: 'C.', label: 'SUPPORTS', evidence: [[first]] };
  const negatives: NonNullable<FormatContext['negatives']> = new Map([
    [
      '1',
      [
        { id: cell, sampler: 'hard', rank: 3, score: 1.5 },
        { id: second, sampler: 'random-s', seed: 7 },
        { id: first, sampler: 'hard', rank: 1 },
        { id: 'Elsewhere_sentence_0', sampler: 'hard', rank: 2 },
      ],
    ],
    ['2', [{ id: second, sampler: 'my own' }]],
  ]);

  test('are neutral pairs behind the evidence, whatever the label of the claim, but for those that are evidence or not in the corpus', () => {
    const found = rows([supported], { negatives, seed: 9 });
    const keys = [
      'label',
      'set',
      'sets',
      'evidence_ids',
      'sampler',
      'sampled_ids',
      'seed',
      'label_of_claim',
      'sampled_rank',
    ];
    expect(found.map((row) => keys.map((key) => row[key]))).toEqual([
      [0, 0, 3, [first], 'annotated', [], 9, 'SUPPORTS', 0],
      [1, 1, 3, [], 'hard', [cell], 9, 'SUPPORTS', 3],
      [1, 2, 3, [], 'random-s', [second], 7, 'SUPPORTS', 0],
    ]);
  });

  test('stand in the place of a sentence that would be drawn', () => {
    expect(
      rows([nei(2), nei(3)], { negatives }).map(({ sampler, set, sets }) => [sampler, set, sets]),
    ).toEqual([
      ['my own', 0, 1],
      ['random', 0, 1],
    ]);
  });

  test('leave every row with the same keys', () => {
    const keys = rows([supported, nei(2), nei(3)], { negatives }).map((row) => Object.keys(row).join());
    expect(new Set(keys).size).toBe(1);
  });

  test('are no evidence when they are read again', () => {
    fc.assert(
      fc.property(arbitraryClaims, (claims) => {
        const ids = [first, second, cell, 'Elsewhere_sentence_0'];
        const all = new Map(
          claims.map(({ id }, at) => [
            claimIdKey(id),
            ids.slice(at % 4).map((one) => ({ id: one, sampler: 'hard', rank: 1 })),
          ]),
        );
        const more = { ...context, negatives: all };
        const text = [...nli.write(claims, more)].join('');
        const back = [...nli.read({ file: 'x', text }, context)].flatMap(({ claim, diagnostic }) => {
          expect(diagnostic).toBeUndefined();
          return claim ?? [];
        });
        const kept = claims.flatMap((claim) => applyLosses(nli.losses, claim, more).claim ?? []);
        expect(back.map(comparable)).toEqual(kept.map(comparable));
      }),
      { numRuns: runs(200) },
    );
  });
});
