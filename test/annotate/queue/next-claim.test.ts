import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { beatLease, isLate, releaseClaim } from '../../../src/annotate/queue/claim-lease.ts';
import { doneCounts } from '../../../src/annotate/queue/done-counts.ts';
import { Leases } from '../../../src/annotate/queue/leases.ts';
import { nextClaim } from '../../../src/annotate/queue/next-claim.ts';
import { openClaim } from '../../../src/annotate/queue/open-claim.ts';
import { planQueue, type QueueClaim } from '../../../src/annotate/queue/plan-queue.ts';
import type { QueueState } from '../../../src/annotate/queue/queue-state.ts';
import { createWorkFold } from '../../../src/annotate/work/fold-journals.ts';
import type { JournalRecord } from '../../../src/claims/journal-event.ts';
import { runs } from '../../runs.ts';
import { answer, at, drop, sendBack, skip, verdict, withdraw, write } from '../work/journal-lines.ts';
import { claimsUpTo, labelled, settingsOf, unlabelled } from './queue-claims.ts';

const halfHour = 30 * 60;
const day = 24 * 60 * 60;

/** A server without HTTP and disk: a clock in seconds, and journals. */
class Desk {
  now = 0;
  readonly fold = createWorkFold();
  readonly leases = new Leases(halfHour * 1000);
  plan: QueueState['plan'];

  constructor(
    claims: readonly QueueClaim[],
    annotators: readonly string[],
    settings: object = {},
    isShared = true,
  ) {
    this.plan = planQueue(claims, annotators, isShared, settingsOf(settings));
  }

  get state(): QueueState {
    return { plan: this.plan, work: this.fold.work, leases: this.leases };
  }

  asking(annotator: string, device = 'd') {
    return { annotator, device, now: Date.parse(at(this.now)) };
  }

  /** The id and kind of what comes next, or why nothing does. */
  next(annotator: string, device = 'd', except: readonly string[] = []): string {
    const next = nextClaim(this.state, this.asking(annotator, device), except);
    return 'reason' in next ? next.reason : `${next.kind} ${next.claim.record.id}`;
  }

  /** Only the id of what comes next. */
  take(annotator: string): string {
    return this.next(annotator).replace(/^.* /, '');
  }

  add(...records: readonly JournalRecord[]): void {
    for (const record of records) this.fold.add(record);
  }

  answer(annotator: string, claim: string, more: object = {}, device = 'd'): void {
    this.now += 1;
    const late = isLate(this.state, this.asking(annotator), claim);
    this.add(answer(annotator, this.now, { ...more, ...(late && { late }) }, claim));
    releaseClaim(this.state, this.asking(annotator, device), claim);
  }

  skip(annotator: string, claim: string, reason: Parameters<typeof skip>[2], device = 'd'): void {
    this.now += 1;
    this.add(skip(annotator, this.now, reason, claim));
    releaseClaim(this.state, this.asking(annotator, device), claim);
  }

  /** Answers what comes until nothing does; gives back why. */
  work(annotator: string): string {
    for (;;) {
      const next = this.take(annotator);
      if (['done', 'all-leased', 'cap-reached', 'no-claims'].includes(next)) return next;
      this.answer(annotator, next);
    }
  }

  answersOf(claim: string): string[] {
    return [...(this.fold.work.claims.get(claim)?.answers.keys() ?? [])];
  }
}

const decided = { adjudication: true, label: 'REFUTES' } as const;

describe('one person alone', () => {
  test('gets what has no answer, in order, whatever others said', () => {
    const desk = new Desk(claimsUpTo(3), ['me'], {}, false);
    desk.add(answer('x', 0, {}, 'c1'), answer('y', 0, {}, 'c1'), skip('x', 0, 'other', 'c2'));
    expect(desk.next('me')).toBe('own c1');
    expect(desk.next('me', 'd', ['c1'])).toBe('own c2');
    desk.answer('me', 'c1');
    desk.skip('me', 'c2', 'other');
    expect(desk.next('me')).toBe('own c3');
    desk.answer('me', 'c3');
    expect(desk.next('me')).toBe('done');
  });

  test('hears that there are no claims', () => {
    expect(new Desk([], ['me'], {}, false).next('me')).toBe('no-claims');
  });

  test('is not asked about what was decided, dropped or written by the same', () => {
    const desk = new Desk(claimsUpTo(4), ['me'], { verdict: true }, false);
    desk.add(answer('me', 0, decided, 'c1'), drop('me', 0, 'c2'), write('me', 0, 'c3'));
    expect(desk.next('me')).toBe('own c4');
    desk.answer('me', 'c4');
    expect(desk.next('me')).toBe('done');
  });
});

describe('the order of what an annotator gets', () => {
  const gold = { claims: ['g1', 'g2'], training: 1, share: 0 };
  const claims = [...claimsUpTo(4), labelled('g1'), labelled('g2')];

  test('what the device holds, what was sent back, the training, the own claims', () => {
    const desk = new Desk(claims, ['a', 'b'], { gold });
    const first = desk.next('a');
    expect(first).toMatch(/^training g/);
    expect(desk.next('a')).toBe(first);
    const training = first.slice(9);
    desk.answer('a', training);
    const own = desk.take('a');
    expect(own).toMatch(/^c/);
    desk.answer('a', own);
    desk.add(sendBack('l', desk.now + 1, ['a'], own));
    desk.now += 2;
    expect(desk.next('a')).toBe(`sent-back ${own}`);
    desk.answer('a', own);
    expect(desk.take('a')).not.toBe(own);
    expect(desk.work('a')).toBe('done');
    expect(desk.answersOf(training)).toEqual(['a']);
  });

  test('of what was sent back the oldest first', () => {
    const desk = new Desk(claimsUpTo(3), ['a']);
    for (const claim of ['c1', 'c2', 'c3']) desk.add(answer('a', 1, {}, claim));
    desk.add(sendBack('l', 5, ['a'], 'c3'), sendBack('l', 4, ['a'], 'c2'));
    desk.now = 9;
    expect(desk.next('a')).toBe('sent-back c2');
    desk.answer('a', 'c2');
    expect(desk.next('a')).toBe('sent-back c3');
  });

  test('a claim of the training is given to all, whatever the overlap', () => {
    const desk = new Desk(claims, ['a', 'b', 'c'], { gold, overlap: 1 });
    desk.plan = planQueue([labelled('g1')], ['a', 'b', 'c'], true, settingsOf({ gold, overlap: 1 }));
    for (const name of ['a', 'b', 'c']) expect(desk.next(name)).toBe('training g1');
    for (const name of ['a', 'b', 'c']) desk.answer(name, 'g1');
    expect(desk.answersOf('g1')).toEqual(['a', 'b', 'c']);
  });
});

describe('skips', () => {
  let desk = new Desk([], []);
  beforeEach(() => {
    desk = new Desk(claimsUpTo(1), ['a', 'b', 'c'], { overlap: 2 });
  });

  test('that put a claim back give it to somebody else, never to the same', () => {
    const [first = '', second = ''] = desk.plan.assigned.get('c1') ?? [];
    const third = ['a', 'b', 'c'].find((name) => name !== first && name !== second) ?? '';
    for (const name of ['a', 'b', 'c'])
      desk.leases.take('x', desk.asking(name), { answered: new Set(), cap: 9 });
    expect(desk.next(third)).toBe('cap-reached');
    expect(desk.next(first)).toBe('own c1');
    desk.skip(first, 'c1', 'prefer-not');
    expect(desk.next(first)).toBe('done');
    expect(desk.next(third)).toBe('others c1');
    desk.answer(third, 'c1');
    desk.answer(second, desk.take(second));
    expect(desk.answersOf('c1')).toEqual([second, third].sort());
  });

  test('that go to the lead take the claim out until it is sent back, and then it waits for who skipped it and for the others', () => {
    const [first = '', second = ''] = desk.plan.assigned.get('c1') ?? [];
    desk.next(first);
    desk.skip(first, 'c1', 'ambiguous');
    expect(desk.next(second)).toBe('done');
    expect(desk.next(first)).toBe('done');
    desk.add(sendBack('l', desk.now + 1, [first], 'c1'));
    desk.now += 2;
    expect(desk.next(first)).toBe('sent-back c1');
    expect(desk.next(second)).toBe('own c1');
  });

  test('that are withdrawn leave the claim as it was', () => {
    const [first = ''] = desk.plan.assigned.get('c1') ?? [];
    desk.skip(first, 'c1', 'ambiguous');
    desk.add(withdraw(first, desk.now, 'skip', 'c1'));
    expect(desk.next(first)).toBe('own c1');
  });
});

describe('leases', () => {
  test('of two who ask at once, one gets a claim that has room for one', () => {
    const desk = new Desk(claimsUpTo(1), ['a', 'b'], { overlap: 1 });
    const [own = ''] = desk.plan.assigned.get('c1') ?? [];
    const other = own === 'a' ? 'b' : 'a';
    expect(desk.next(own)).toBe('own c1');
    expect(nextClaim(desk.state, desk.asking(other))).toEqual({
      reason: 'all-leased',
      leased: 1,
      nextAt: Date.parse(at(halfHour)),
    });
  });

  test('that run out give the claim to somebody else; the answer that comes then is an extra one, and is kept', () => {
    const desk = new Desk(claimsUpTo(1), ['a', 'b'], { overlap: 1 });
    const [own = ''] = desk.plan.assigned.get('c1') ?? [];
    const other = own === 'a' ? 'b' : 'a';
    desk.next(own);
    desk.now = halfHour;
    expect(isLate(desk.state, desk.asking(own), 'c1')).toBe(false);
    expect(desk.next(other)).toBe('others c1');
    expect(beatLease(desk.state, desk.asking(own), 'c1', true)).toBe('lost');
    expect(isLate(desk.state, desk.asking(own), 'c1')).toBe(true);
    desk.answer(own, 'c1');
    expect(isLate(desk.state, desk.asking(other), 'c1')).toBe(false);
    desk.answer(other, 'c1');
    const { answers } = desk.fold.work.claims.get('c1') ?? {};
    expect([answers?.get(own)?.late, answers?.get(other)?.late]).toEqual([true, undefined]);
  });

  test('an extra answer that is given again stays an extra one, until there is room for it', () => {
    const desk = new Desk(claimsUpTo(1), ['a', 'b'], { overlap: 1 });
    const lateness = () => desk.fold.work.claims.get('c1')?.answers.get('b')?.late;
    desk.answer('a', 'c1');
    desk.answer('b', 'c1');
    expect(lateness()).toBe(true);
    expect(openClaim(desk.state, desk.asking('b'), 'c1')?.lease).toMatchObject({ isExtra: true });
    desk.answer('b', 'c1');
    expect(lateness()).toBe(true);
    desk.add(withdraw('a', desk.now, 'annotation', 'c1'));
    desk.answer('b', 'c1');
    expect(lateness()).toBeUndefined();
    desk.answer('a', 'c1');
    desk.answer('b', 'c1');
    expect(lateness()).toBeUndefined();
  });

  test('of one annotator on two devices are on two claims', () => {
    const desk = new Desk(claimsUpTo(2), ['a'], { overlap: 1 });
    const [one, other] = [desk.next('a', 'd'), desk.next('a', 'e')];
    expect(new Set([one, other])).toEqual(new Set(['own c1', 'own c2']));
    expect(desk.next('a', 'f')).toBe('all-leased');
    expect(desk.next('a', 'd')).toBe(one);
  });

  test('of claims that the device has dealt with are not given again', () => {
    const desk = new Desk(claimsUpTo(2), ['a'], { overlap: 1 });
    const first = desk.take('a');
    expect(desk.take('a')).toBe(first);
    expect(desk.next('a', 'd', [first])).toMatch(/^own c/);
    expect(desk.next('a', 'd', ['c1', 'c2'])).toBe('done');
  });

  test('of a claim asked for by its id are taken where there is room', () => {
    const desk = new Desk(claimsUpTo(2), ['a', 'b'], { overlap: 1 });
    const [own = ''] = desk.plan.assigned.get('c1') ?? [];
    const other = own === 'a' ? 'b' : 'a';
    expect(openClaim(desk.state, desk.asking(other), 'c1')?.lease).toMatchObject({ claim: 'c1' });
    expect(openClaim(desk.state, desk.asking(own), 'c1')).toMatchObject({ kind: 'own', lease: undefined });
    desk.answer(other, 'c1');
    expect(openClaim(desk.state, desk.asking(own), 'c1')?.lease).toBeUndefined();
    expect(openClaim(desk.state, desk.asking(other), 'c1')?.lease).toMatchObject({ claim: 'c1' });
    expect(openClaim(desk.state, desk.asking(own), 'nowhere')).toBeUndefined();
  });
});

describe('claims of others', () => {
  test('are not given as long as those who are to answer may come', () => {
    const desk = new Desk(claimsUpTo(10), ['a', 'b'], { overlap: 1 });
    desk.next('b');
    releaseClaim(desk.state, desk.asking('b'), desk.take('b'));
    expect(desk.work('a')).toBe('done');
    desk.now += day;
    expect(desk.next('a')).toMatch(/^others c/);
    expect(desk.work('a')).toBe('done');
    expect(desk.next('b')).toBe('cap-reached');
  });

  test('who has only been away since a restart is expected back', () => {
    const desk = new Desk(claimsUpTo(10), ['a', 'b'], { overlap: 1 });
    desk.add(answer('b', desk.now, {}, 'elsewhere'));
    expect(desk.work('a')).toBe('done');
    expect(desk.answersOf('elsewhere')).toEqual(['b']);
    expect([...desk.fold.work.claims.keys()].length).toBe(6);
  });

  test('leave the room of those who are still expected', () => {
    const desk = new Desk(claimsUpTo(40), ['a', 'b', 'c', 'd'], { overlap: 2 });
    desk.next('a');
    // Nobody else was ever seen but c, who is expected.
    desk.next('c');
    expect(desk.work('a')).toMatch(/done|all-leased/);
    for (const [claim, chosen] of desk.plan.assigned) {
      if (chosen.includes('c')) expect(desk.answersOf(claim).length).toBeLessThanOrEqual(1);
      else expect(desk.answersOf(claim)).toEqual(['a']);
    }
    expect(desk.work('c')).toMatch(/done|all-leased/);
    expect(desk.work('a')).toBe('done');
    for (const claim of desk.plan.claims.keys()) expect(desk.answersOf(claim)).toEqual(['a', 'c']);
  });

  test('are not for who wrote them', () => {
    const desk = new Desk(claimsUpTo(1), ['a', 'b'], { overlap: 2 });
    desk.add(write('a', 0, 'c1'));
    expect(desk.next('a')).toBe('done');
    expect(desk.next('b')).toBe('own c1');
  });
});

describe('verdicts', () => {
  test('are asked of one who has seen nothing of the claim', () => {
    const desk = new Desk(claimsUpTo(1), ['a', 'b', 'c', 'e'], { overlap: 2, verdict: true });
    desk.add(answer('a', 1, {}, 'c1'), skip('b', 1, 'prefer-not', 'c1'), answer('e', 2, decided, 'c1'));
    desk.now = 10;
    for (const name of ['a', 'b', 'e']) expect(desk.next(name)).not.toMatch(/verdict/);
    expect(desk.next('c')).toBe('verdict c1');
    const counts = () => doneCounts(desk.state, 'c', Date.parse(at(desk.now)), 0);
    expect(counts()).toMatchObject({ done: 0, total: 1 });
    desk.add(verdict('c', 11, 'c1'));
    expect(counts()).toMatchObject({ done: 1, total: 1 });
    releaseClaim(desk.state, desk.asking('c'), 'c1');
    expect(desk.next('c')).not.toMatch(/verdict/);
  });

  test('are asked of one at a time', () => {
    const desk = new Desk(claimsUpTo(1), ['a', 'b'], { verdict: true });
    desk.add(answer('l', 2, decided, 'c1'));
    expect(desk.next('a')).toBe('verdict c1');
    expect(desk.next('a')).toBe('verdict c1');
    expect(desk.next('b')).toBe('all-leased');
    desk.now = halfHour;
    expect(desk.next('b')).toBe('verdict c1');
  });

  test.each([
    ['the setting is off', { verdict: false }, decided],
    ['it was decided without evidence', { verdict: true }, { ...decided, evidence: [] }],
  ])('are not asked for where %s', (_, settings, more) => {
    const desk = new Desk(claimsUpTo(1), ['a'], settings);
    desk.add(answer('l', 2, more, 'c1'));
    expect(desk.next('a')).toBe('done');
  });
});

describe('why nothing comes', () => {
  test.each<[string, string, (desk: Desk) => void]>([
    ['no-claims', 'z', () => {}],
    ['done', 'a', (desk) => desk.work('a')],
    ['cap-reached', 'a', (desk) => desk.add(answer('x', 0, {}, 'c1'), answer('x', 0, {}, 'c2'))],
    ['done', 'a', (desk) => desk.add(answer('l', 0, decided, 'c1'), drop('l', 0, 'c2'))],
  ])('%s for %s', (reason, annotator, before) => {
    const desk = new Desk(claimsUpTo(2), ['a'], { overlap: 1 });
    before(desk);
    expect(desk.next(annotator)).toBe(reason);
  });

  test('cap-reached where there are fewer claims than annotators', () => {
    const desk = new Desk(claimsUpTo(1), ['a', 'b'], { overlap: 1 });
    const [own = ''] = desk.plan.assigned.get('c1') ?? [];
    desk.answer(own, desk.take(own));
    expect(desk.next(own === 'a' ? 'b' : 'a')).toBe('cap-reached');
  });
});

describe('counts', () => {
  test('what is done, what there is, and what was done today where the annotator is', () => {
    const desk = new Desk(claimsUpTo(5), ['a', 'b'], { overlap: 1 });
    const own = [...(desk.plan.items.get('a')?.keys() ?? [])];
    const counts = (zone: number) => doneCounts(desk.state, 'a', Date.parse(at(desk.now)), zone);
    expect(counts(0)).toEqual({ done: 0, total: own.length, today: 0 });
    // 9:00 to 23:59 UTC: two hours further east the first two are of yesterday by then.
    desk.add(answer('a', 1, {}, own[0]));
    desk.now = day * 0.62;
    desk.add(skip('a', desk.now, 'prefer-not', own[1]));
    expect(counts(0)).toEqual({ done: 2, total: own.length, today: 2 });
    expect(counts(120)).toEqual({ done: 2, total: own.length, today: 1 });
    expect(counts(-600)).toEqual({ done: 2, total: own.length, today: 1 });
  });

  test('what was sent back is to be done again; what others have answered is not to be done', () => {
    const desk = new Desk(claimsUpTo(4), ['a'], { overlap: 1 });
    desk.add(answer('a', 1, {}, 'c1'), answer('a', 1, {}, 'c2'), sendBack('l', 2, ['a'], 'c2'));
    desk.add(answer('x', 1, {}, 'c3'));
    expect(doneCounts(desk.state, 'a', Date.parse(at(3)), 0)).toEqual({ done: 1, total: 3, today: 1 });
  });
});

/** A step of somebody in the model: numbers pick annotator, device and claim. */
const steps = fc.array(
  fc.tuple(
    fc.constantFrom(
      'next',
      'next',
      'answer',
      'answer',
      'any',
      'open',
      'beat',
      'release',
      'undo',
      'wait',
      'restart',
    ),
    fc.nat(2),
    fc.nat(1),
    fc.nat(5),
  ),
  { maxLength: 60 },
);

test('of no claim are there more leases and answers in time than it has room for, whatever is done in which order', () => {
  fc.assert(
    fc.property(steps, fc.integer({ min: 1, max: 3 }), (all, overlap) => {
      const claims = [...claimsUpTo(4), ...['l1', 'l2'].map((id) => unlabelled(id))];
      const desk = new Desk(claims, ['a', 'b', 'c'], { overlap });
      const keys = [...desk.plan.claims.keys()];
      let leases = desk.leases;
      for (const [what, name, device, which] of all) {
        const annotator = ['a', 'b', 'c'][name] ?? 'a';
        const asking = desk.asking(annotator, `d${device}`);
        const claim = keys[which] ?? 'c1';
        const state = { ...desk.state, leases };
        if (what === 'next') nextClaim(state, asking);
        else if (what === 'open') openClaim(state, asking, claim);
        else if (what === 'beat') beatLease(state, asking, claim, which % 2 === 0);
        else if (what === 'release') releaseClaim(state, asking, claim);
        else if (what === 'wait') desk.now += which * 600;
        else if (what === 'undo') desk.add(withdraw(annotator, desk.now, 'annotation', claim));
        else if (what === 'restart') leases = new Leases(halfHour * 1000);
        else {
          const chosen = what === 'any' ? claim : (leases.held(asking)?.claim ?? claim);
          const late = isLate(state, asking, chosen);
          desk.add(answer(annotator, desk.now, late ? { late } : {}, chosen));
          releaseClaim(state, asking, chosen);
        }
        const now = Date.parse(at(desk.now));
        for (const key of keys) {
          const answers = desk.fold.work.claims.get(key)?.answers ?? new Map();
          const inTime = [...answers.values()]
            .filter(({ late }) => late !== true)
            .map((one) => one.annotator);
          const holding = [...leases.live(key, now)].filter(
            (one) => !(one.isExtra || answers.has(one.annotator)),
          );
          expect(new Set([...inTime, ...holding.map((one) => one.annotator)]).size).toBeLessThanOrEqual(
            overlap,
          );
        }
        for (const one of ['a', 'b', 'c']) {
          for (const which of ['d0', 'd1']) {
            const live = keys.flatMap((key) => [...leases.live(key, now)]);
            expect(
              live.filter((lease) => lease.annotator === one && lease.device === which).length,
            ).toBeLessThan(2);
          }
        }
      }
    }),
    { numRuns: runs(1000) },
  );
});

test('when everybody works to the end, each claim is answered by as many as it needs, and the work is even', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 25 }),
      fc.integer({ min: 1, max: 4 }),
      fc.integer({ min: 1, max: 5 }),
      fc.nat(1000),
      fc.infiniteStream(fc.nat(4)),
      (count, people, overlap, seed, turns) => {
        const names = ['a', 'b', 'c', 'd'].slice(0, people);
        const desk = new Desk(claimsUpTo(count), names, { overlap, seed });
        for (const name of names) desk.next(name);
        const working = new Set(names);
        while (working.size > 0) {
          const name = names[(turns.next().value as number) % people] ?? 'a';
          const next = desk.take(name);
          if (desk.plan.claims.has(next)) desk.answer(name, next);
          else working.delete(name);
        }
        const loads = new Map(names.map((name) => [name, 0]));
        for (const claim of desk.plan.claims.keys()) {
          const answers = desk.answersOf(claim);
          expect(answers).toHaveLength(Math.min(overlap, people));
          for (const name of answers) loads.set(name, (loads.get(name) ?? 0) + 1);
        }
        expect(Math.max(...loads.values()) - Math.min(...loads.values())).toBeLessThanOrEqual(1);
      },
    ),
    { numRuns: runs(300) },
  );
});

test('when some never come, and some skip what they do not like, the others answer all that can be answered', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 15 }),
      fc.integer({ min: 1, max: 3 }),
      fc.nat(100),
      fc.infiniteStream(fc.nat(9)),
      (count, overlap, seed, turns) => {
        const here = ['a', 'b', 'c'];
        const desk = new Desk(claimsUpTo(count), [...here, 'never'], { overlap, seed });
        let idle = 0;
        while (idle < 40) {
          const turn = turns.next().value as number;
          const name = here[turn % 3] ?? 'a';
          const next = desk.take(name);
          if (!desk.plan.claims.has(next)) idle += 1;
          else if (turn === 9) desk.skip(name, next, 'prefer-not');
          else desk.answer(name, next);
        }
        for (const name of here) desk.work(name);
        for (const claim of desk.plan.claims.keys()) {
          const skips = desk.fold.work.claims.get(claim)?.skips.size ?? 0;
          expect(desk.answersOf(claim)).toHaveLength(Math.min(overlap, here.length - skips));
        }
      },
    ),
    { numRuns: runs(200) },
  );
});
