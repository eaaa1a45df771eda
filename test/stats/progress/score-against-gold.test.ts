import { expect, test } from 'vitest';
import { type LabelledEvidence, measureAgainstGold } from '../../../src/stats/progress/score-against-gold.ts';

const gold: LabelledEvidence = { label: 'SUPPORTS', evidence: [['a', 'b'], ['c']] };

test.each([
  ['one gold set whole', [['c']], 1, 1 / 2, 2 / 3],
  ['all gold sets, in one set', [['a', 'b', 'c']], 1, 1, 1],
  ['half a gold set', [['a']], 1, 0, 0],
  ['a whole set and something else', [['c', 'x'], ['x']], 1 / 2, 1 / 2, 1 / 2],
  ['something else', [['x'], ['y']], 0, 0, 0],
  ['nothing', [], null, 0, 0],
])('%s', (_, evidence, evidencePrecision, evidenceRecall, evidenceF1) => {
  expect(measureAgainstGold({ label: 'REFUTES', evidence }, gold)).toEqual({
    isLabelRight: false,
    evidencePrecision,
    evidenceRecall,
    evidenceF1,
  });
});

test('gold without evidence has no recall, and whatever was chosen is wrong', () => {
  const nothing: LabelledEvidence = { label: 'NOT ENOUGH INFO', evidence: [] };
  expect(measureAgainstGold({ ...nothing, evidence: [['a']] }, nothing)).toEqual({
    isLabelRight: true,
    evidencePrecision: 0,
    evidenceRecall: null,
    evidenceF1: null,
  });
  expect(measureAgainstGold(nothing, nothing)).toMatchObject({
    evidencePrecision: null,
    evidenceRecall: null,
  });
});

test('ids are the same in any normal form, and sets in any order count once', () => {
  const decomposed: LabelledEvidence = { label: 'SUPPORTS', evidence: [['e\u0301', 'b']] };
  const twice: LabelledEvidence = { label: 'SUPPORTS', evidence: [['\u00e9', 'b'], ['b', '\u00e9'], ['z']] };
  expect(measureAgainstGold(decomposed, twice)).toMatchObject({
    evidencePrecision: 1,
    evidenceRecall: 1 / 2,
  });
});
