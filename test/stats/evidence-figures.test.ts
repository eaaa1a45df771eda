import { expect, test } from 'vitest';
import { measureEvidence } from '../../src/stats/evidence-figures.ts';

const claim = (id: number, evidence: string[][], label = 'SUPPORTS') => ({
  claim: { id, claim: 'A.', label, evidence },
  split: undefined,
});

test('sets, ids, kinds and articles, what is repeated once', () => {
  const figures = measureEvidence([
    claim(1, [['A_sentence_0'], ['A_sentence_0', 'A_sentence_0'], ['A_sentence_1', 'A_cell_0_1_2']]),
    claim(2, [['B_cell_0_0_0', 'B_header_cell_0_0_1']], 'REFUTES'),
    claim(3, [], 'NOT ENOUGH INFO'),
    claim(4, [['no id of ours']]),
  ]);
  expect(figures).toMatchObject({ claims: 4, withEvidence: 3, sets: 4, ids: 6, articles: 2 });
  const rowsOf = ({ rows }: (typeof figures)['bySets']) => rows.map(({ name, counts }) => [name, ...counts]);
  expect(rowsOf(figures.bySets)).toEqual([
    ['0', 0, 0, 1],
    ['1', 1, 1, 0],
    ['2', 1, 0, 0],
  ]);
  expect(rowsOf(figures.byNeeded)).toEqual([
    ['1', 2, 0],
    ['2', 0, 1],
  ]);
  expect(rowsOf(figures.bySource)).toEqual([
    ['text only', 1, 0, 0],
    ['tables only', 0, 1, 0],
    ['text and tables', 1, 0, 0],
    ['none', 0, 0, 1],
  ]);
  expect(figures.kinds).toEqual([
    { kind: 'sentence', ids: 2, claims: 1 },
    { kind: 'cell', ids: 2, claims: 2 },
    { kind: 'header_cell', ids: 1, claims: 1 },
    { kind: 'other', ids: 1, claims: 1 },
  ]);
  expect(figures.topArticles).toEqual([
    { title: 'A', claims: 1 },
    { title: 'B', claims: 1 },
  ]);
});
