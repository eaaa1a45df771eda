import fc from 'fast-check';
import { expect, test } from 'vitest';
import { foldJournals } from '../../../src/annotate/work/fold-journals.ts';
import type { Annotation } from '../../../src/claims/annotation.ts';
import type { JournalEvent, JournalRecord } from '../../../src/claims/journal-event.ts';
import { type Label, labels } from '../../../src/claims/label.ts';
import { skipReasons } from '../../../src/claims/skip-reason.ts';
import { standingAnswers } from '../../../src/claims/standing-records.ts';
import { measureAgreementReport } from '../../../src/stats/agreement/agreement-report.ts';
import {
  measureProgress,
  type ProgressClaim,
  type ProgressSettings,
} from '../../../src/stats/progress/measure-progress.ts';
import { ownProgress } from '../../../src/stats/progress/own-progress.ts';
import type { AnnotatorProgress, Progress } from '../../../src/stats/progress/progress.ts';
import { defaultResampling } from '../../../src/stats/resampling/resampling.ts';
import { runs } from '../../runs.ts';

const evidence = [['A town_sentence_0']];

function claims(count: number, change: (id: number) => Partial<ProgressClaim> = () => ({})): ProgressClaim[] {
  return Array.from({ length: count }, (_, at) => ({
    id: at + 1,
    claim: `The town of ${at + 1} lies on a river.`,
    ...change(at + 1),
  }));
}

let clock = 0;
/** A minute later at each call, from 5 January 2026, a Monday. */
function now(): string {
  clock += 1;
  return new Date(Date.UTC(2026, 0, 5) + clock * 60_000).toISOString();
}

/** An answer by the first letter of its label: `S`, `R`, `N`. */
function answer(
  annotator: string,
  claim: number,
  letter: string,
  change: Partial<Annotation> = {},
): Annotation {
  const label = labels.find((name) => name.startsWith(letter)) as Label;
  return {
    claim,
    annotator,
    label,
    evidence: label === 'NOT ENOUGH INFO' ? [] : evidence,
    at: now(),
    ...change,
  };
}

/** Answers to the claims from 1 on, a letter each; a blank for none. */
function answers(annotator: string, letters: string, change: Partial<Annotation> = {}): Annotation[] {
  return letters
    .split('')
    .flatMap((letter, at) => (letter === ' ' ? [] : [answer(annotator, at + 1, letter, change)]));
}

type EventChange<Name extends JournalEvent['event']> = Omit<
  Extract<JournalEvent, { event: Name }>,
  'event' | 'annotator' | 'claim' | 'at'
>;
function event<Name extends JournalEvent['event']>(
  name: Name,
  annotator: string,
  claim: number,
  change: EventChange<Name>,
): JournalEvent {
  return { event: name, annotator, claim, at: now(), ...change } as unknown as JournalEvent;
}

const settings: ProgressSettings = { overlap: 2, gold: [], language: 'en' };

function workOf(journals: readonly (readonly JournalRecord[])[]) {
  return foldJournals(journals.flat()).claims;
}

function measure(
  count: number,
  journals: readonly (readonly JournalRecord[])[],
  change: Partial<ProgressSettings> = {},
): Progress {
  return measureProgress({
    claims: claims(count),
    work: workOf(journals),
    settings: { ...settings, ...change },
  });
}

function rowOf({ annotators }: Progress, name: string): AnnotatorProgress {
  const row = annotators.find(({ annotator }) => annotator === name);
  expect(row).toBeDefined();
  return row as AnnotatorProgress;
}

test('nothing was done', () => {
  const progress = measure(3, [], { annotators: ['bob', 'ann'] });
  expect(progress.claims).toEqual({
    all: 3,
    untouched: 3,
    begun: 0,
    answered: 0,
    decided: 0,
    conflicts: 0,
    gold: 0,
    dropped: 0,
  });
  expect(
    progress.annotators.map(({ annotator, waiting, answered }) => [annotator, waiting, answered]),
  ).toEqual([
    ['ann', 3, 0],
    ['bob', 3, 0],
  ]);
  expect(progress.agreement).toEqual({
    value: null,
    interval: null,
    reason: 'No claim has labels of two annotators.',
  });
  expect(progress).toMatchObject({ medianSeconds: null, days: [], answers: 0, overlap: 2 });
});

test('who wrote a claim is not waited for', () => {
  const journals = [
    [event('write', 'ann', 1, { record: { id: 1, claim: 'x' } })],
    [answer('bob', 1, 'S'), answer('bob', 2, 'S')],
  ];
  const { claims: counted } = measure(2, journals, { annotators: ['ann', 'bob'] });
  expect(counted).toMatchObject({ all: 2, answered: 1, begun: 1 });
});

test('claims by how far they are', () => {
  const lead = [
    answer('lead', 2, 'S', { adjudication: true, reason: 'annotator-error' }),
    event('drop', 'lead', 6, { reason: 'page-defect', record: { id: 6, claim: 'x' }, file: 'a.jsonl' }),
  ];
  // 1 agrees, 2 was decided, 3 is in dispute, 4 is begun, 5 untouched, 6 dropped.
  const progress = measure(6, [answers('ann', 'SSSN S'), answers('bob', 'SRR  S'), lead]);
  expect(progress.claims).toEqual({
    all: 5,
    untouched: 1,
    begun: 1,
    answered: 3,
    decided: 1,
    conflicts: 1,
    gold: 0,
    dropped: 1,
  });
  expect(progress.waiting).toEqual({ label: 1, evidence: 0, skipped: 0, flagged: 0, dataset: 0, verdict: 0 });
  // Of the open claims 4 and 5, ann has done 4. What the lead alone did makes no annotator of the lead.
  expect(progress.annotators.map(({ annotator, waiting }) => [annotator, waiting])).toEqual([
    ['ann', 1],
    ['bob', 2],
  ]);
  expect(rowOf(progress, 'bob').corrected).toBe(1);
  expect(rowOf(progress, 'ann').corrected).toBe(0);
});

test('one annotator alone has answered a claim by answering it', () => {
  expect(measure(2, [answers('ann', 'S')])).toMatchObject({
    overlap: 1,
    claims: { answered: 1, untouched: 1 },
  });
});

test('agreement is that of `claimset agree`, with its intervals and weeks', () => {
  const week = 7 * 24 * 60 * 60_000;
  const late = (list: Annotation[]): Annotation[] =>
    list.map((said, at) => ({ ...said, at: new Date(Date.parse(said.at) + (at % 2) * week).toISOString() }));
  const journals = [
    late(answers('ann', 'SSRRNNSRSNSR')),
    late(answers('bob', 'SSRRNSSRSNRR')),
    late(answers('cy', 'SR R NSR')),
  ];
  const report = measureAgreementReport(journals.flat(), {
    restriction: { annotators: null, since: null, until: null },
    resampling: defaultResampling,
    hasWeeks: true,
  });
  const progress = measure(12, journals);
  const alpha = report.labels.figures.find(({ id }) => id === 'alpha');
  expect(alpha?.value).toBeCloseTo(0.7, 1);
  expect(progress.agreement).toEqual({ value: alpha?.value, interval: alpha?.interval, reason: null });
  expect(progress.compared).toBe(report.labels.claims);
  expect(progress.agreementByWeek).toHaveLength(2);
  expect(progress.agreementByWeek.map(({ week: id, value, claims: size }) => [id, value, size])).toEqual(
    report.weeks?.map((own) => [own.id, own.alpha.value, own.claims]),
  );
});

test('pairs of answers by their labels', () => {
  // Claim 1: S S R, so one pair S S and two S R. Claim 2: N N.
  const { confusion } = measure(2, [answers('ann', 'SN'), answers('bob', 'SN'), answers('cy', 'R')]);
  expect(confusion).toEqual([
    [1, 2, 0],
    [2, 0, 0],
    [0, 0, 1],
  ]);
});

test('times, days and what was done in haste', () => {
  const day = { at: '2026-01-06T23:30:00+01:00' };
  const progress = measure(5, [
    [
      answer('ann', 1, 'S', { seconds: 40, idleSeconds: 100, hiddenSeconds: 7, at: '2026-01-05T10:00:00Z' }),
      answer('ann', 2, 'S', { seconds: 60, ...day }),
      event('skip', 'ann', 3, { reason: 'ambiguous', seconds: 5 }),
    ],
    [
      answer('bob', 1, 'S', { seconds: 9.9, ...day }),
      answer('bob', 2, 'S', day),
      answer('bob', 4, 'S', { seconds: 400, ...day }),
    ],
  ]);
  // 9.9, 40, 60, 400: the median is 50, and a quarter of it 12.5.
  expect(progress.medianSeconds).toBe(50);
  expect(rowOf(progress, 'ann')).toMatchObject({
    medianSeconds: 50,
    activeSeconds: 105,
    idleSeconds: 100,
    hiddenSeconds: 7,
    hasty: 0,
    skipped: 1,
    lastDay: '2026-01-06',
  });
  expect(rowOf(progress, 'bob')).toMatchObject({ hasty: 1, answered: 3, activeSeconds: 409.9 });
  expect(progress.days).toEqual([
    { day: '2026-01-05', answers: 1, seconds: 40 },
    { day: '2026-01-06', answers: 4, seconds: 469.9 },
  ]);
  expect(progress.times.map(({ from, to, answers: count }) => [from, to, count])).toEqual([
    [0, 15, 1],
    [15, 30, 0],
    [30, 60, 1],
    [60, 120, 1],
    [120, 300, 0],
    [300, 600, 1],
    [600, null, 0],
  ]);
  expect(progress.skips).toMatchObject({ ambiguous: 1, other: 0 });
  expect(progress.waiting.skipped).toBe(1);
});

test('claims with sure gold measure annotators, and are in no queue and no dispute', () => {
  const progress = measureProgress({
    claims: claims(3, (id) => (id < 3 ? { label: 'SUPPORTS', evidence: [['a', 'b'], ['c']] } : {})),
    work: workOf([
      [
        answer('ann', 1, 'S', { evidence: [['c', 'x']] }),
        answer('ann', 2, 'R', { evidence: [['y']] }),
        answer('ann', 3, 'S'),
      ],
      [answer('bob', 1, 'R', { evidence: [] })],
    ]),
    settings: { ...settings, gold: [1, 2] },
  });
  expect(progress.claims).toMatchObject({ all: 1, gold: 2, begun: 1, conflicts: 0 });
  // Of c and x one is gold, of two gold sets one is whole: F1 is a half. The second answer has nothing right.
  expect(rowOf(progress, 'ann').gold).toEqual({
    answered: 2,
    labelAccuracy: 0.5,
    evidencePrecision: 0.25,
    evidenceRecall: 0.25,
    evidenceF1: 0.25,
  });
  expect(rowOf(progress, 'bob').gold).toEqual({
    answered: 1,
    labelAccuracy: 0,
    evidencePrecision: null,
    evidenceRecall: 0,
    evidenceF1: 0,
  });
  expect(rowOf(progress, 'bob').waiting).toBe(1);
});

test('words that stand mostly in claims of one label', () => {
  const found = claims(12, (id) => ({
    claim: id <= 6 ? `Town ${id} never had a bridge.` : `Town ${id} has one.`,
  }));
  const { cues } = measureProgress({
    claims: found,
    work: workOf([answers('ann', 'RRRRRSSSSSSS')]),
    settings: { ...settings, overlap: 1 },
  });
  expect(cues).toEqual([{ word: 'never', label: 'REFUTES', share: 5 / 6, claims: 6 }]);
});

test('a claim that was sent back waits for whom it was sent to, until that person answers', () => {
  const [ann, bob] = [answers('ann', 'S'), answers('bob', 'R')];
  const back = [event('send-back', 'lead', 1, { to: ['bob'] })];
  const asked = measure(1, [ann, bob, back]);
  expect([asked.claims.conflicts, rowOf(asked, 'ann').waiting, rowOf(asked, 'bob').waiting]).toEqual([
    0, 0, 1,
  ]);
  const done = measure(1, [ann, [...bob, answer('bob', 1, 'S')], back]);
  expect([done.claims.conflicts, rowOf(done, 'bob').waiting]).toEqual([0, 0]);
});

test('comments of adjudications that ask for better guidelines, the latest first', () => {
  const decided = { adjudication: true, reason: 'guideline-gap' } as const;
  const progress = measure(3, [
    [
      answer('lead', 1, 'S', { ...decided, comment: 'What of dates?' }),
      answer('lead', 2, 'S', { ...decided, reason: 'annotator-error', comment: 'no' }),
      answer('lead', 3, 'S', decided),
    ],
  ]);
  expect(progress.guidelineGaps).toEqual([
    { claim: 3, comment: '' },
    { claim: 1, comment: 'What of dates?' },
  ]);
});

test('annotators see nothing of others, nor what tells which claims have sure gold', () => {
  const progress = measure(2, [answers('ann', 'SR', { seconds: 30 }), answers('bob', 'SS')], { gold: [2] });
  const own = ownProgress(progress, 'ann');
  expect(own.own).toMatchObject({ annotator: 'ann', answered: 2, medianSeconds: 30 });
  expect(Object.keys(own).sort()).toEqual(['claims', 'overlap', 'own']);
  expect(Object.keys(own.claims)).not.toContain('conflicts');
  const text = JSON.stringify(own);
  for (const secret of ['bob', 'gold', 'hasty', 'conflicts']) expect(text).not.toContain(secret);
  expect(ownProgress(progress, 'new').own).toMatchObject({ answered: 0, labels: { SUPPORTS: 0 } });
});

/** Journals of three annotators over four claims, with all that can be done. */
const records = fc.array(
  fc.record({
    who: fc.constantFrom('ann', 'bob', 'cy'),
    claim: fc.integer({ min: 1, max: 4 }),
    did: fc.constantFrom('answer', 'answer', 'skip', 'withdraw', 'withdraw-skip', 'flag'),
    letter: fc.constantFrom('S', 'R', 'N'),
    reason: fc.constantFrom(...skipReasons),
  }),
  { maxLength: 40 },
);

function journalsOf(
  done: typeof records extends fc.Arbitrary<infer Value> ? Value : never,
): JournalRecord[][] {
  return ['ann', 'bob', 'cy'].map((name) =>
    done
      .filter(({ who }) => who === name)
      .map(({ did, claim, letter, reason }): JournalRecord => {
        if (did === 'answer') return answer(name, claim, letter, { seconds: 10 });
        if (did === 'skip') return event('skip', name, claim, { reason });
        if (did === 'flag') return event('flag', name, claim, {});
        return event('withdraw', name, claim, { what: did === 'withdraw' ? 'annotation' : 'skip' });
      }),
  );
}

test('what was withdrawn counts for nothing, and the parts add up', () => {
  const resampling = { ...defaultResampling, resamples: 1 };
  fc.assert(
    fc.property(records, (done) => {
      const journals = journalsOf(done);
      const progress = measureProgress({
        claims: claims(4),
        work: workOf(journals),
        settings: { ...settings, resampling },
      });
      const { all, untouched, begun, answered } = progress.claims;
      expect(untouched + begun + answered).toBe(all);
      const answersOf = progress.annotators.map((own) => own.answered);
      expect(answersOf.reduce((sum, count) => sum + count, 0)).toBe(progress.answers);
      expect(Object.values(progress.labels).reduce((sum, count) => sum + count, 0)).toBe(progress.answers);
      expect(progress.times.reduce((sum, part) => sum + part.answers, 0)).toBe(progress.answers);
      // An answer at most for each that stands, and each annotator and claim but once.
      const standing = journals.flatMap((journal) => standingAnswers(journal));
      const places = new Set(standing.map(({ annotator, claim }) => `${annotator} ${claim}`));
      expect(progress.answers).toBeLessThanOrEqual(places.size);
      // The same with all that was withdrawn wiped out before.
      const wiped = journals.map((journal) => [
        ...journal,
        ...journal.flatMap(({ annotator, claim }) => [
          event('withdraw', annotator, Number(claim), { what: 'annotation' }),
          event('withdraw', annotator, Number(claim), { what: 'skip' }),
        ]),
      ]);
      const nothing = measureProgress({
        claims: claims(4),
        work: workOf(wiped),
        settings: { ...settings, resampling },
      });
      expect(nothing.answers).toBe(0);
      expect(nothing.claims.untouched).toBe(4);
      expect(Object.values(nothing.skips).every((count) => count === 0)).toBe(true);
    }),
    { numRuns: runs(300) },
  );
});
