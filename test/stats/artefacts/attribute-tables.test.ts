import { describe, expect, test } from 'vitest';
import type { Annotation } from '../../../src/claims/annotation.ts';
import type { OpenClaim } from '../../../src/claims/open-claim.ts';
import { measureAttributes } from '../../../src/stats/artefacts/attribute-tables.ts';
import { en } from '../../../src/text/languages/en.ts';

const placed = (claim: Partial<OpenClaim>, split?: string) => ({
  claim: { id: 1, claim: 'A river is long.', evidence: [], ...claim } as OpenClaim,
  split,
});
const tableOf = (id: string, ...args: Parameters<typeof measureAttributes>) =>
  measureAttributes(...args).attributes.find((attribute) => attribute.id === id);

describe('attributes and labels', () => {
  test.each<[string, Partial<OpenClaim>, string]>([
    ['negation', { claim: 'It is not so.' }, 'yes'],
    ['negation', { claim: 'It is knot so.' }, 'no'],
    ['number', { claim: 'It has 3 arms.' }, 'yes'],
    ['number', { claim: 'It has three arms.' }, 'yes'],
    ['number', { claim: 'It has arms.' }, 'no'],
    [
      'names',
      { claim: 'The river flows from Upper Austria to Vienna, Bratislava and Budapest.' },
      '4 and more',
    ],
    ['names', { claim: 'Nicolas Cage plays.' }, '0'],
    ['names', { claim: 'The film by J. R. R. Tolkien.' }, '1'],
    ['challenge', { challenge: 'Other' }, 'Other'],
    ['mutation', { mutation: 'negate' }, 'negate'],
    ['evidence-kind', { evidence: [['A_sentence_0'], ['A_cell_0_0_0']] }, 'text and tables'],
    ['evidence-kind', { evidence: [['A_header_cell_0_0_0']] }, 'tables only'],
    ['evidence-sets', { evidence: [['a'], ['b'], ['c'], ['d'], ['e']] }, '4 and more'],
    [
      'evidence-needed',
      {
        evidence: [
          ['a', 'b', 'a'],
          ['c', 'd', 'e'],
        ],
      },
      '2',
    ],
  ])('%s of %j is %s', (id, claim, value) => {
    const table = tableOf(id, [placed({ ...claim, label: 'SUPPORTS' })], en);
    expect(table?.values).toEqual([{ value, counts: [1] }]);
    expect(table?.association).toBeNull();
    expect(table?.reason).toMatch(/nothing to compare/);
  });

  test('lengths are parted in quarters, in words', () => {
    const claims = Array.from({ length: 40 }, (_, at) =>
      placed({ claim: 'word '.repeat(at + 1), label: at < 20 ? 'SUPPORTS' : 'REFUTES' }),
    );
    const table = tableOf('length', claims, undefined);
    expect(table?.values).toEqual([
      { value: '1 to 10 words', counts: [10, 0] },
      { value: '11 to 20 words', counts: [10, 0] },
      { value: '21 to 30 words', counts: [0, 10] },
      { value: '31 words and more', counts: [0, 10] },
    ]);
    expect(table?.association).toMatchObject({ chiSquare: 40, degreesOfFreedom: 3 });
    expect(table?.association?.explained).toBeCloseTo(1, 12);
  });

  test('claims of one length are in one quarter', () => {
    const claims = Array.from({ length: 5 }, (_, at) => placed({ label: at < 2 ? 'SUPPORTS' : 'REFUTES' }));
    expect(tableOf('length', claims, undefined)).toMatchObject({
      values: [{ value: '4 words and more', counts: [2, 3] }],
      association: null,
      reason: 'All claims have the same value: there is nothing to compare.',
    });
  });

  test('what has no value, and what has no label, is counted apart', () => {
    const claims = [
      placed({ label: 'SUPPORTS', evidence: [['a']] }, 'train'),
      placed({ label: 'NOT ENOUGH INFO' }, 'dev'),
      placed({ label: 'REFUTES', evidence: [['a'], ['b']] }),
      placed({ evidence: [['a']] }, 'test'),
    ];
    const { labels, attributes } = measureAttributes(claims, undefined);
    expect(labels).toEqual(['SUPPORTS', 'REFUTES', 'NOT ENOUGH INFO']);
    expect(attributes.map(({ id, counted, leftOut }) => [id, counted, leftOut])).toEqual([
      ['length', 3, 0],
      ['number', 3, 0],
      ['names', 3, 0],
      ['evidence-kind', 2, 1],
      ['evidence-sets', 2, 1],
      ['evidence-needed', 2, 1],
      ['split', 2, 1],
    ]);
    expect(attributes.find(({ id }) => id === 'split')?.values.map(({ value }) => value)).toEqual([
      'dev',
      'train',
    ]);
  });

  test('annotators by the label that they gave, the last of each', () => {
    const annotation = (claim: number, annotator: string, label: Annotation['label']): Annotation => ({
      claim,
      annotator,
      label,
      evidence: [],
      at: '2024-01-01T00:00:00Z',
    });
    const journal = [
      annotation(1, '__proto__', 'REFUTES'),
      annotation(1, '__proto__', 'SUPPORTS'),
      annotation(1, 'ben', 'REFUTES'),
      annotation(2, 'ben', 'REFUTES'),
      { ...annotation(2, 'judge', 'SUPPORTS'), adjudication: true },
    ];
    const claims = [placed({ label: 'SUPPORTS' }), placed({ id: 2, label: 'REFUTES' })];
    expect(tableOf('annotator', claims, en, journal)).toMatchObject({
      unit: 'annotations',
      counted: 3,
      values: [
        { value: '__proto__', counts: [1, 0] },
        { value: 'ben', counts: [0, 2] },
      ],
    });
  });

  test('probabilities are adjusted for the number of attributes that could be tested', () => {
    const claims = Array.from({ length: 60 }, (_, at) =>
      placed({
        claim: at % 2 === 0 ? 'It is not so.' : `It is so, and ${'so '.repeat(at % 5)}on.`,
        label: at % 2 === 0 ? 'REFUTES' : 'SUPPORTS',
      }),
    );
    const { attributes } = measureAttributes(claims, en);
    const tested = attributes.filter(({ association }) => association !== null);
    const least = [...tested].sort((a, b) => (a.association?.p ?? 1) - (b.association?.p ?? 1))[0];
    expect(least?.association?.adjustedP).toBeCloseTo((least?.association?.p ?? 1) * tested.length, 20);
    expect(tested.every(({ association }) => (association?.adjustedP ?? 0) >= (association?.p ?? 1))).toBe(
      true,
    );
  });

  test('of hundreds of values the commonest are listed, the others as one', () => {
    const claims = Array.from({ length: 300 }, (_, at) =>
      placed({ label: at % 2 === 0 ? 'SUPPORTS' : 'REFUTES' }, `s${at < 20 ? 0 : at}`),
    );
    const values = tableOf('split', claims, en)?.values ?? [];
    expect(values).toHaveLength(101);
    expect(values[0]).toEqual({ value: 's0', counts: [10, 10] });
    expect(values.at(-1)?.value).toBe('all others');
    expect(values.flatMap(({ counts }) => counts).reduce((sum, count) => sum + count, 0)).toBe(300);
  });
});
