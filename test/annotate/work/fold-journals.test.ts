import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createWorkFold, foldJournals } from '../../../src/annotate/work/fold-journals.ts';
import type { ClaimWork } from '../../../src/annotate/work/work.ts';
import type { JournalRecord } from '../../../src/claims/journal-event.ts';
import { kindOfRecord } from '../../../src/claims/standing-records.ts';
import { runs } from '../../runs.ts';
import { answer, at, drop, flag, sendBack, skip, verdict, withdraw, write } from './journal-lines.ts';

/** What stands of one claim, in short: who answered what, and what else there is. */
function standing(records: readonly JournalRecord[]) {
  const work = foldJournals(records).claims.get('c');
  if (work === undefined) return undefined;
  return {
    answers: [...work.answers].map(([annotator, { label }]) => `${annotator} ${label}`),
    skips: [...work.skips.keys()],
    flags: [...work.flags.keys()],
    sentBack: [...work.sentBack.keys()],
    adjudication: work.adjudication?.label,
    dropped: work.dropped?.annotator,
    written: work.written?.annotator,
    verdicts: [...work.verdicts.keys()],
  };
}

const nothing = {
  answers: [],
  skips: [],
  flags: [],
  sentBack: [],
  adjudication: undefined,
  dropped: undefined,
  written: undefined,
  verdicts: [],
};
const gold = { adjudication: true, label: 'REFUTES' } as const;
const other = { label: 'REFUTES' } as const;

describe('answers and skips', () => {
  test.each<[string, JournalRecord[], Partial<typeof nothing> | object]>([
    ['an answer', [answer('a', 1)], { answers: ['a SUPPORTS'] }],
    ['the last answer', [answer('a', 1), answer('a', 2, other)], { answers: ['a REFUTES'] }],
    ['the last line, whatever its time', [answer('a', 2), answer('a', 1, other)], { answers: ['a REFUTES'] }],
    ['a skip after an answer', [answer('a', 1), skip('a', 2, 'other')], { skips: ['a'] }],
    ['an answer after a skip', [skip('a', 1, 'other'), answer('a', 2)], { answers: ['a SUPPORTS'] }],
    ['nothing after the only answer is withdrawn', [answer('a', 1), withdraw('a', 2, 'annotation')], {}],
    [
      'the answer before, after the last is withdrawn',
      [answer('a', 1), answer('a', 2, other), withdraw('a', 3, 'annotation')],
      { answers: ['a SUPPORTS'] },
    ],
    [
      'nothing, after both are withdrawn',
      [answer('a', 1), answer('a', 2), withdraw('a', 3, 'annotation'), withdraw('a', 4, 'annotation')],
      {},
    ],
    [
      'the answer before a skip that is withdrawn',
      [answer('a', 1), skip('a', 2, 'other'), withdraw('a', 3, 'skip')],
      { answers: ['a SUPPORTS'] },
    ],
    [
      'the skip, after the answer before it is withdrawn',
      [answer('a', 1), skip('a', 2, 'other'), withdraw('a', 3, 'annotation')],
      { skips: ['a'] },
    ],
    [
      'an answer that is given again',
      [answer('a', 1), withdraw('a', 2, 'annotation'), answer('a', 3, other)],
      { answers: ['a REFUTES'] },
    ],
    [
      'an answer, when another annotator withdraws',
      [answer('a', 1), withdraw('b', 2, 'annotation')],
      { answers: ['a SUPPORTS'] },
    ],
    [
      'an answer, when something else is withdrawn',
      [answer('a', 1), withdraw('a', 2, 'flag')],
      { answers: ['a SUPPORTS'] },
    ],
    [
      'an answer after a withdrawal of nothing',
      [withdraw('a', 1, 'annotation'), answer('a', 2)],
      { answers: ['a SUPPORTS'] },
    ],
    [
      'one answer of a name in two normal forms',
      [answer('e\u0301', 1), answer('\u00e9', 2, other)],
      { answers: ['\u00e9 REFUTES'] },
    ],
    [
      'names in order',
      [answer('b', 1), answer('a', 2), answer('B', 3)],
      { answers: ['B SUPPORTS', 'a SUPPORTS', 'b SUPPORTS'] },
    ],
  ])('what stands is %s', (_, records, expected) => {
    expect(standing(records)).toEqual({ ...nothing, ...expected });
  });
});

describe('what else is done', () => {
  test.each<[string, JournalRecord[], object]>([
    [
      'the latest adjudication',
      [answer('l', 2, gold), answer('m', 1, { ...gold, label: 'SUPPORTS' })],
      { adjudication: 'REFUTES' },
    ],
    [
      'of adjudications at the same time that of the last name',
      [answer('m', 1, gold), answer('l', 1, { ...gold, label: 'SUPPORTS' })],
      { adjudication: 'REFUTES' },
    ],
    [
      'the adjudication of another after the latest is withdrawn',
      [
        answer('l', 1, gold),
        answer('m', 2, { ...gold, label: 'SUPPORTS' }),
        withdraw('m', 3, 'adjudication'),
      ],
      { adjudication: 'REFUTES' },
    ],
    ['a flag beside an answer', [flag('a', 1), answer('a', 2)], { flags: ['a'], answers: ['a SUPPORTS'] }],
    ['a drop', [drop('l', 1)], { dropped: 'l' }],
    ['no drop after it is withdrawn', [drop('l', 1), withdraw('l', 2, 'drop')], {}],
    ['who wrote it', [write('a', 1)], { written: 'a' }],
    ['nobody, after it is withdrawn', [write('a', 1), withdraw('a', 2, 'write')], {}],
    ['no verdict without an adjudication', [verdict('b', 1)], {}],
    [
      'a verdict after the adjudication',
      [answer('l', 1, gold), verdict('b', 2)],
      { adjudication: 'REFUTES', verdicts: ['b'] },
    ],
    [
      'no verdict that was given before the adjudication that stands',
      [answer('l', 1, gold), verdict('b', 2), answer('l', 3, gold)],
      { adjudication: 'REFUTES' },
    ],
    [
      'the verdict again after that adjudication is withdrawn',
      [answer('l', 1, gold), verdict('b', 2), answer('l', 3, gold), withdraw('l', 4, 'adjudication')],
      { adjudication: 'REFUTES', verdicts: ['b'] },
    ],
  ])('what stands is %s', (_, records, expected) => {
    expect(standing(records)).toEqual({ ...nothing, ...expected });
  });
});

describe('a claim that was sent back waits for', () => {
  const sent = [answer('a', 1), answer('b', 1), sendBack('l', 2, ['a', 'b'])];
  test.each<[string, JournalRecord[], string[]]>([
    ['all who are named', sent, ['a', 'b']],
    ['not for who answers later', [...sent, answer('a', 3)], ['b']],
    ['not for who skips later', [...sent, skip('b', 3, 'prefer-not')], ['a']],
    ['who answered before it, though the line comes later', [...sent, answer('a', 1.5)], ['a', 'b']],
    ['who withdraws the new answer', [...sent, answer('a', 3), withdraw('a', 4, 'annotation')], ['a', 'b']],
    ['nobody after it is withdrawn', [...sent, withdraw('l', 3, 'send-back')], []],
    ['nobody after it is decided', [...sent, answer('l', 3, gold)], []],
    [
      'all, after the decision is withdrawn',
      [...sent, answer('l', 3, gold), withdraw('l', 4, 'adjudication')],
      ['a', 'b'],
    ],
    ['who is named after a decision', [...sent, answer('l', 3, gold), sendBack('l', 4, ['a'])], ['a']],
    ['who is named in another one', [...sent, answer('a', 3), sendBack('m', 4, ['a'])], ['a', 'b']],
    [
      'who was named first, after the second is withdrawn',
      [...sent, sendBack('l', 3, ['c']), withdraw('l', 4, 'send-back')],
      ['a', 'b'],
    ],
  ])('%s', (_, records, expected) => {
    expect(standing(records)?.sentBack).toEqual(expected);
  });

  test('an annotator, with what was said last', () => {
    const records = [sendBack('l', 1, ['a']), { ...sendBack('m', 2, ['a']), comment: 'Look at the table.' }];
    expect(foldJournals(records).claims.get('c')?.sentBack.get('a')?.comment).toBe('Look at the table.');
  });
});

test('id 12 and id "12" are one claim, and so are the normal forms of an id', () => {
  const { claims } = foldJournals([
    answer('a', 1, {}, 12),
    answer('b', 2, {}, '12'),
    answer('a', 1, {}, 'e\u0301'),
    answer('b', 1, {}, '\u00e9'),
  ]);
  expect([...claims].map(([key, { id, answers }]) => [key, id, answers.size])).toEqual([
    ['12', 12, 2],
    ['\u00e9', 'e\u0301', 2],
  ]);
});

test('claims and annotators with names of object members are like any other', () => {
  const { claims, lastAt } = foldJournals([answer('__proto__', 1, {}, 'constructor')]);
  expect([...(claims.get('constructor')?.answers.keys() ?? [])]).toEqual(['__proto__']);
  expect(lastAt).toEqual(new Map([['__proto__', Date.parse(at(1))]]));
});

test('when an annotator last did something counts what was withdrawn, and no line goes back', () => {
  const { lastAt } = foldJournals([answer('a', 5), answer('a', 3), withdraw('b', 4, 'flag')]);
  expect(lastAt).toEqual(
    new Map([
      ['a', Date.parse(at(5))],
      ['b', Date.parse(at(4))],
    ]),
  );
});

/** What somebody does; the lead too may answer. */
const arbitraryLine = fc
  .tuple(
    fc.constantFrom('a', 'b', 'l'),
    fc.constantFrom('c', 'd'),
    fc.nat(20),
    fc.constantFrom(
      'answer',
      'adjudicate',
      'skip',
      'flag',
      'drop',
      'write',
      'verdict',
      'send-back',
      'withdraw',
    ),
    fc.constantFrom(
      ...(['annotation', 'adjudication', 'skip', 'flag', 'write', 'drop', 'send-back', 'verdict'] as const),
    ),
  )
  .map(([annotator, claim, seconds, kind, what]): JournalRecord => {
    switch (kind) {
      case 'answer':
        return answer(annotator, seconds, {}, claim);
      case 'adjudicate':
        return answer(annotator, seconds, gold, claim);
      case 'skip':
        return skip(annotator, seconds, 'ambiguous', claim);
      case 'flag':
        return flag(annotator, seconds, claim);
      case 'drop':
        return drop(annotator, seconds, claim);
      case 'write':
        return write(annotator, seconds, claim);
      case 'verdict':
        return verdict(annotator, seconds, claim);
      case 'send-back':
        return sendBack(annotator, seconds, ['a', 'b'], claim);
      default:
        return withdraw(annotator, seconds, what, claim);
    }
  });

const lines = fc.array(arbitraryLine, { maxLength: 60 });

test('it does not matter how the journals are mixed', () => {
  fc.assert(
    fc.property(lines, (records) => {
      const apart = ['l', 'b', 'a'].flatMap((name) => records.filter(({ annotator }) => annotator === name));
      expect(foldJournals(apart)).toEqual(foldJournals(records));
    }),
    { numRuns: runs(1000) },
  );
});

test('adding one line at a time gives what folding all gives, and leaves what was given out as it was', () => {
  fc.assert(
    fc.property(lines, (records) => {
      const fold = createWorkFold();
      const given: [ClaimWork, ClaimWork][] = [];
      for (const record of records) {
        fold.add(record);
        const { claims } = fold.work;
        const work = claims.get(String(record.claim));
        if (work !== undefined) given.push([work, structuredClone(work)]);
      }
      expect(fold.work).toEqual(foldJournals(records));
      for (const [work, then] of given) expect(work).toEqual(then);
    }),
    { numRuns: runs(300) },
  );
});

test('doing something and withdrawing it changes nothing of the claim', () => {
  fc.assert(
    fc.property(lines, arbitraryLine, (records, record) => {
      const kind = kindOfRecord(record);
      fc.pre(kind !== 'withdraw');
      const undone = [...records, record, withdraw(record.annotator, 30, kind, record.claim)];
      const key = String(record.claim);
      const before = foldJournals(records).claims.get(key);
      const after = foldJournals(undone).claims.get(key);
      expect({ ...after, id: 0 }).toEqual({
        ...(before ?? foldJournals([withdraw('a', 1, 'flag', key)]).claims.get(key)),
        id: 0,
      });
    }),
    { numRuns: runs(1000) },
  );
});
