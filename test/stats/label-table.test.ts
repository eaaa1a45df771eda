import { expect, test } from 'vitest';
import type { PlacedClaim } from '../../src/stats/claim-change.ts';
import { tabulateLabels } from '../../src/stats/label-table.ts';

const claims: PlacedClaim[] = [
  ['dev', 'mixture'],
  ['train', 'REFUTES'],
  [undefined, 'SUPPORTS'],
  ['__proto__', undefined],
  ['train', 'SUPPORTS'],
].map(([split, label], id) => ({
  claim: { id, claim: 'A.', evidence: [], ...(label !== undefined && { label }) },
  split,
}));

test('groups in the order that is asked for, labels of FEVER first, claims in no group left out', () => {
  expect(tabulateLabels(claims, ({ split }) => split, ['train', 'test'])).toEqual({
    labels: ['SUPPORTS', 'REFUTES', 'mixture', 'no label'],
    rows: [
      { name: 'train', claims: 2, counts: [1, 1, 0, 0] },
      { name: 'dev', claims: 1, counts: [0, 0, 1, 0] },
      { name: '__proto__', claims: 1, counts: [0, 0, 0, 1] },
    ],
  });
});

test('a label that is called as the missing one is counted as that', () => {
  const claim = { id: 1, claim: 'A.', evidence: [], label: 'no label' };
  expect(tabulateLabels([{ claim, split: 'dev' }], ({ split }) => split)).toEqual({
    labels: ['no label'],
    rows: [{ name: 'dev', claims: 1, counts: [1] }],
  });
});
