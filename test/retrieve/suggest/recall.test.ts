import { describe, expect, test } from 'vitest';
import type { OpenClaim } from '../../../src/claims/open-claim.ts';
import { recallQuestions } from '../../../src/retrieve/suggest/recall/recall-question.ts';
import { RecallTally } from '../../../src/retrieve/suggest/recall/recall-tally.ts';

const claim = (text: string, label: string | undefined, evidence: string[][]): OpenClaim => ({
  id: text,
  claim: text,
  ...(label !== undefined && { label }),
  evidence,
});

describe('recallQuestions', () => {
  test('takes claims of one text together, and only those that something decides', () => {
    expect(
      recallQuestions([
        claim('It rains.', 'SUPPORTS', [['a', 'b']]),
        claim('It snows.', 'NOT ENOUGH INFO', [['c']]),
        claim('it rains', 'REFUTES', [['d'], []]),
        claim('It hails.', 'DISPUTED', [['Malmo\u0308']]),
        claim('It thaws.', undefined, [['e']]),
        claim('It freezes.', 'SUPPORTS', []),
        claim('It dries.', 'neutral', [['f']]),
      ]),
    ).toEqual([
      { claim: 'It rains.', sets: [['a', 'b'], ['d']] },
      { claim: 'It hails.', sets: [['Malm\u00f6']] },
      { claim: 'It thaws.', sets: [['e']] },
    ]);
  });
});

describe('RecallTally', () => {
  const fill = (count: number) => Array.from({ length: count }, (_, at) => `x${at}`);

  test.each([
    ['all of a set', [['a', 'b']], ['b', 'a'], [0, 1, 1], [1, 1, 1]],
    ['the second set', [['a', 'b'], ['c']], ['c', 'a'], [1, 1, 1], [1, 1, 1]],
    [
      'parts of two sets',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
      ['a', 'c'],
      [0, 0, 0],
      [1, 1, 1],
    ],
    ['the fifth and the sixth', [['a', 'b']], [...fill(4), 'a', 'b'], [0, 0, 1], [0, 1, 1]],
    ['the 21st', [['a']], [...fill(20), 'a'], [0, 0, 0], [0, 0, 0]],
    ['an id twice', [['a', 'b']], ['a', 'a', 'b'], [0, 1, 1], [1, 1, 1]],
    ['nothing', [['a']], [], [0, 0, 0], [0, 0, 0]],
    ['another normal form', [['Malm\u00f6']], ['Malmo\u0308'], [1, 1, 1], [1, 1, 1]],
  ])('%s', (_, sets, ranking, whole, any) => {
    const tally = new RecallTally();
    tally.add({ claim: 'x', sets }, ranking);
    expect(tally.questions).toBe(1);
    expect(tally.figures.map((figure) => figure.whole)).toEqual(whole);
    expect(tally.figures.map((figure) => figure.any)).toEqual(any);
  });
});
