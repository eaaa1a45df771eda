import { expect, test } from 'vitest';
import { measureFurtherLeakage } from '../../src/stats/group-leakage.ts';
import { exampleClaim } from '../split/example-claims.ts';

test('counts each thing shared once for each pair of splits, with the first claims as witnesses', () => {
  const claims = [
    exampleClaim(1, ['X_sentence_1']),
    exampleClaim(2, ['X_sentence_2']),
    exampleClaim(3, ['X_sentence_3']),
    exampleClaim(4, ['X_sentence_4', 'Y_sentence_1']),
    exampleClaim(5, ['Y_sentence_2']),
    exampleClaim(6, ['X_sentence_5']),
  ];
  const splits = new Map<unknown, string>([
    [1, 'train'],
    [2, 'train'],
    [3, 'dev'],
    [4, 'test'],
    [5, 'test'],
  ]);
  const leakage = measureFurtherLeakage(claims, (id) => splits.get(id), ['evidence', 'article'], {});
  expect(leakage).toEqual({
    sharedArticle: {
      count: 3,
      witnesses: [
        { claimIds: [1, 3], splits: ['train', 'dev'], shared: 'X' },
        { claimIds: [1, 4], splits: ['train', 'test'], shared: 'X' },
        { claimIds: [3, 4], splits: ['dev', 'test'], shared: 'X' },
      ],
    },
  });
});

test('keeps as many witnesses as asked for, and counts all', () => {
  const claims = Array.from({ length: 10 }, (_, at) =>
    exampleClaim(at, [`X${Math.floor(at / 2)}_sentence_1`]),
  );
  const splitOf = (id: unknown) => (Number(id) % 2 === 0 ? 'train' : 'dev');
  const { sharedArticle } = measureFurtherLeakage(claims, splitOf, ['article'], {}, 2);
  expect([sharedArticle?.count, sharedArticle?.witnesses.length]).toEqual([5, 2]);
});
