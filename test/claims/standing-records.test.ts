import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Annotation } from '../../src/claims/annotation.ts';
import type { JournalRecord } from '../../src/claims/journal-event.ts';
import { standingAnswers, standingRecords } from '../../src/claims/standing-records.ts';

const at = '2026-01-31T12:00:00Z';
const answer = (label: Annotation['label'], claim: number | string = 1, annotator = 'ann'): Annotation => ({
  claim,
  annotator,
  label,
  evidence: [],
  at,
});
const withdraw = (
  what: 'annotation' | 'skip' | 'adjudication',
  claim: number | string = 1,
): JournalRecord => ({
  event: 'withdraw',
  what,
  claim,
  annotator: 'ann',
  at,
});
const skip: JournalRecord = { event: 'skip', reason: 'ambiguous', claim: 1, annotator: 'ann', at };

describe('what stands of a journal', () => {
  test.each<[string, readonly JournalRecord[], readonly JournalRecord[]]>([
    ['nothing withdrawn', [answer('SUPPORTS'), skip], [answer('SUPPORTS'), skip]],
    ['an answer withdrawn', [answer('SUPPORTS'), withdraw('annotation')], []],
    [
      'the later of two answers withdrawn',
      [answer('SUPPORTS'), answer('REFUTES'), withdraw('annotation')],
      [answer('SUPPORTS')],
    ],
    [
      'both withdrawn, one after the other',
      [answer('SUPPORTS'), answer('REFUTES'), withdraw('annotation'), withdraw('annotation')],
      [],
    ],
    ['id 1 and id "1" are one claim', [answer('SUPPORTS', '1'), withdraw('annotation', 1)], []],
    [
      'another claim, annotator or kind stays',
      [
        answer('SUPPORTS', 2),
        answer('SUPPORTS', 1, 'bob'),
        skip,
        { ...answer('REFUTES'), adjudication: true },
        withdraw('annotation'),
      ],
      [
        answer('SUPPORTS', 2),
        answer('SUPPORTS', 1, 'bob'),
        skip,
        { ...answer('REFUTES'), adjudication: true },
      ],
    ],
    ['a skip withdrawn', [skip, answer('SUPPORTS'), withdraw('skip')], [answer('SUPPORTS')]],
    ['nothing there to withdraw', [withdraw('annotation'), answer('SUPPORTS')], [answer('SUPPORTS')]],
  ])('%s', (_, records, standing) => {
    expect(standingRecords(records)).toEqual(standing);
  });

  test('of answers those stand that no skip has replaced, of claims that were not dropped', () => {
    const drop: JournalRecord = {
      event: 'drop',
      reason: 'both-valid',
      record: { id: 2, claim: 'C.' },
      file: 'a.jsonl',
      claim: 2,
      annotator: 'bob',
      at,
    };
    const gold = { ...answer('REFUTES'), adjudication: true };
    const records = [
      answer('SUPPORTS'),
      answer('SUPPORTS', 2),
      gold,
      answer('REFUTES', 1, 'bob'),
      skip,
      drop,
    ];
    expect(standingAnswers(records)).toEqual([gold, answer('REFUTES', 1, 'bob')]);
    expect(standingAnswers([...records, withdraw('skip')])).toHaveLength(3);
  });

  test('an annotator whose name is spelled in two normal forms is one', () => {
    const records = [
      answer('SUPPORTS', 1, 'Ame\u0301lie'),
      { ...withdraw('annotation'), annotator: 'Am\u00e9lie' } as JournalRecord,
    ];
    expect(standingAnswers(records)).toEqual([]);
  });

  test('as many answers stand as were given and not taken back, and the earliest are among them', () => {
    fc.assert(
      fc.property(fc.array(fc.boolean(), { maxLength: 30 }), (steps) => {
        const stack: number[] = [];
        const records = steps.map((isAnswer, number): JournalRecord => {
          if (isAnswer) stack.push(number);
          else stack.pop();
          return isAnswer ? { ...answer('SUPPORTS'), seconds: number } : withdraw('annotation');
        });
        expect(standingAnswers(records).map(({ seconds }) => seconds)).toEqual(stack);
      }),
    );
  });
});
