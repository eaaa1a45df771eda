import fc from 'fast-check';
import { expect, test } from 'vitest';
import { feverPieceOfId } from '../../src/score/evidence/piece.ts';
import type { ScoreOptions } from '../../src/score/scorer.ts';
import { fever } from '../../src/score/scorers/fever.ts';
import { retrieval } from '../../src/score/scorers/retrieval.ts';
import { WorstClaims } from '../../src/score/worst-claims.ts';

const options: ScoreOptions = { maxEvidence: 2, maxCells: 25, lenient: false, official: false };

interface Case {
  readonly id: number;
  readonly gold?: string;
  readonly sets?: readonly (readonly string[])[];
  readonly label?: string | null;
  readonly pieces?: readonly string[];
  readonly probability?: number;
}

const found = ['A_sentence_0'];
const far = ['A_sentence_8', 'A_sentence_9'];

function worstOf(cases: readonly Case[], limit = 100) {
  const worst = new WorstClaims(limit, fever, options);
  for (const { id, gold: label = 'SUPPORTS', sets = [found], ...given } of cases) {
    const record = { id, claim: `Claim ${id}.`, label, evidence: sets };
    const gold = fever.readGold(record, options).value;
    if (gold === undefined) throw new Error('no gold');
    const pieces = (given.pieces ?? []).map((one) => feverPieceOfId(one) ?? '');
    const prediction = given.label === null ? fever.nothing : { label: given.label ?? undefined, pieces };
    const outcome = fever.outcomeOf(gold, prediction, options);
    worst.add({ index: id, gold, prediction, outcome, record, probability: given.probability });
  }
  return worst.result();
}

/** From the worst on. */
const ranked: readonly (Case & { readonly fault: string })[] = [
  { id: 20, label: 'REFUTES', pieces: found, probability: 0.93, fault: 'opposite label, evidence found' },
  { id: 21, label: 'REFUTES', probability: 0.99, fault: 'opposite label, no evidence predicted' },
  {
    id: 22,
    label: 'NOT ENOUGH INFO',
    pieces: found,
    probability: 0.9,
    fault: 'wrong label, evidence found',
  },
  { id: 19, label: 'REFUTES', pieces: found, probability: 0.7, fault: 'opposite label, evidence found' },
  { id: 1, label: 'REFUTES', pieces: found, fault: 'opposite label, evidence found' },
  {
    id: 2,
    label: 'REFUTES',
    pieces: [...far, ...found],
    fault: 'opposite label, evidence found too late',
  },
  { id: 3, gold: 'REFUTES', label: 'SUPPORTS', pieces: far, fault: 'opposite label, evidence not found' },
  { id: 4, label: 'NOT ENOUGH INFO', pieces: found, fault: 'wrong label, evidence found' },
  {
    id: 5,
    label: 'maybe',
    sets: [['A_sentence_0', 'A_sentence_1']],
    pieces: found,
    fault: 'wrong label, part of the evidence found',
  },
  { id: 6, gold: 'NOT ENOUGH INFO', sets: [], label: 'SUPPORTS', pieces: far, fault: 'wrong label' },
  { id: 7, label: 'supports', fault: 'right label, no evidence predicted' },
  { id: 8, label: 'SUPPORTS', pieces: far, fault: 'right label, evidence not found' },
  {
    id: 9,
    label: 'SUPPORTS',
    sets: [['A_sentence_0', 'A_sentence_1']],
    pieces: found,
    fault: 'right label, part of the evidence found',
  },
  { id: 10, label: 'SUPPORTS', pieces: [...far, ...found], fault: 'right label, evidence found too late' },
  { id: 11, pieces: found, fault: 'no label, evidence found' },
  { id: 0, label: null, fault: 'no prediction' },
];
const faultless: readonly Case[] = [
  { id: 30, label: 'SUPPORTS', pieces: found },
  { id: 31, gold: 'NOT ENOUGH INFO', sets: [], label: 'Not Enough Info' },
];

test('claims and their faults from the worst on', () => {
  const sorted = [...ranked, ...faultless].sort((a, b) => a.id - b.id);
  expect(worstOf(sorted).map(({ id, fault }) => [id, fault])).toEqual(
    ranked.map(({ id, fault }) => [String(id), fault]),
  );
});

test('the first few of all are kept, whatever the order in which claims come', () => {
  const all = worstOf([...ranked, ...faultless]);
  const cases = fc.shuffledSubarray([...ranked, ...faultless], {
    minLength: ranked.length + faultless.length,
  });
  fc.assert(
    fc.property(cases, fc.nat(ranked.length + 1), (shuffled, limit) => {
      expect(worstOf(shuffled, limit)).toEqual(all.slice(0, limit));
    }),
  );
});

test('claims that are alike stand in the order of the gold file', () => {
  const alike = [5, 3, 9, 1].map((id): Case => ({ id, label: 'REFUTES', pieces: found }));
  expect(worstOf(alike, 3).map(({ id }) => id)).toEqual(['1', '3', '5']);
});

test('evidence is given as ids, sets once, and what is no evidence in gold is left out', () => {
  const record = {
    id: 'c',
    label: 'REFUTES',
    evidence: [[[1, 2, 'A_town', 4]], [[1, 2, null, null]], [[3, 4, 'A_town', 4]]],
  };
  const gold = fever.readGold(record, options).value;
  const prediction = fever.readPrediction(
    { predicted_label: 'SUPPORTS', predicted_evidence: [['A_town', 4], 'nonsense'] },
    options,
  ).value;
  const worst = new WorstClaims(1, fever, options);
  if (gold === undefined) throw new Error('no gold');
  worst.add({ index: 0, gold, prediction, outcome: fever.outcomeOf(gold, prediction, options), record });
  expect(worst.result()).toEqual([
    {
      id: 'c',
      claim: undefined,
      gold: 'REFUTES',
      predicted: 'SUPPORTS',
      fault: 'opposite label, evidence found',
      goldEvidence: [['A_town_sentence_4']],
      predictedEvidence: ['A_town_sentence_4', '"nonsense"'],
    },
  ]);
});

test('of a ranking nothing is said of labels', () => {
  const worst = new WorstClaims(5, retrieval, options);
  const record = { id: 1, label: 'SUPPORTS', evidence: [['A_sentence_0']] };
  const gold = retrieval.readGold(record, options).value;
  if (gold === undefined) throw new Error('no gold');
  const prediction = {
    ...retrieval.nothing,
    pieces: [feverPieceOfId('B_sentence_1') ?? ''],
    isMissing: false,
  };
  const outcome = retrieval.outcomeOf(gold, prediction, options);
  worst.add({ index: 0, gold, prediction, outcome, record });
  expect(worst.result()).toMatchObject([{ gold: '', fault: 'evidence not found' }]);
});
