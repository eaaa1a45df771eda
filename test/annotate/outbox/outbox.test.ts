import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { EventResult, SentEvent } from '../../../src/annotate/api/events.ts';
import {
  batchOf,
  idleOutbox,
  maxBatch,
  nextStep,
  type Outbox,
  type OutboxAction,
  reduceOutbox,
  settle,
} from '../../../src/annotate/outbox/outbox.ts';

const flag = (number: number, comment = ''): SentEvent => ({
  kind: 'flag',
  number,
  claim: `claim ${number}`,
  at: '2026-01-02T03:04:05Z',
  comment,
});

const outboxAfter = (...actions: readonly OutboxAction[]): Outbox => actions.reduce(reduceOutbox, idleOutbox);
const send: OutboxAction = { type: 'send' };
const failed = (status: number, code = '', size = 1): OutboxAction => ({
  type: 'failed',
  status,
  code,
  size,
});

describe('when to send', () => {
  test('at once when something waits, and nothing beside it', () => {
    expect(nextStep(idleOutbox, 0)).toEqual({ do: 'rest' });
    expect(nextStep(idleOutbox, 3)).toEqual({ do: 'send' });
    expect(nextStep(outboxAfter(send), 3)).toEqual({ do: 'rest' });
  });

  test('longer and longer pauses, at most half a minute', () => {
    const pauses: unknown[] = [];
    let outbox = idleOutbox;
    for (let attempt = 0; attempt < 8; attempt++) {
      outbox = [send, failed(0)].reduce(reduceOutbox, outbox);
      const step = nextStep(outbox, 1);
      pauses.push(step.do === 'pause' ? step.seconds : step.do);
      outbox = reduceOutbox(outbox, { type: 'wake' });
      expect(nextStep(outbox, 1)).toEqual({ do: 'send' });
    }
    expect(pauses).toEqual([1, 2, 4, 8, 15, 30, 30, 30]);
  });

  test('the network coming back ends a pause, and an answer the whole of it', () => {
    expect(nextStep(outboxAfter(send, failed(0), { type: 'wake' }), 1)).toEqual({ do: 'send' });
    expect(outboxAfter(send, failed(0), { type: 'wake' }, send, { type: 'answered' })).toEqual(idleOutbox);
  });

  test.each([
    [0, 'UNREACHABLE', 'unreachable'],
    [401, 'NOT_SIGNED_IN', 'link'],
    [503, 'DISK', 'disk'],
    [503, 'BUSY', 'server'],
    [500, 'FAILED', 'server'],
    [403, 'WRONG_ORIGIN', 'server'],
    [200, 'UNREADABLE', 'server'],
  ])('a failure %s %s is told as %s, and nothing is given up', (status, code, problem) => {
    const outbox = outboxAfter(send, failed(status, code));
    expect(outbox.problem).toBe(problem);
    expect(nextStep(outbox, 1)).toEqual({ do: 'pause', seconds: 1 });
  });

  test('an invalid request is halved until one event is left, and grows again afterwards', () => {
    const halved = outboxAfter(send, failed(400, 'INVALID', 100));
    expect(halved).toMatchObject({ limit: 50, isSending: false, problem: undefined });
    expect(nextStep(halved, 100)).toEqual({ do: 'send' });
    expect(reduceOutbox(halved, failed(413, 'TOO_LARGE', 3)).limit).toBe(2);
    expect(reduceOutbox({ ...halved, limit: 4 }, { type: 'answered' }).limit).toBe(8);
    expect(reduceOutbox({ ...halved, limit: 1 }, { type: 'put-aside' }).limit).toBe(maxBatch);
  });
});

describe('a batch', () => {
  test('is the first events in order, at least one, at most a hundred', () => {
    const events = Array.from({ length: 120 }, (_, at) => flag(at + 1));
    expect(batchOf(events, maxBatch).map(({ number }) => number)).toEqual(
      Array.from({ length: 100 }, (_, at) => at + 1),
    );
    expect(batchOf(events, 2)).toHaveLength(2);
    expect(batchOf([], maxBatch)).toEqual([]);
  });

  test('is not much longer than a request may be', () => {
    const long = 'x'.repeat(300_000);
    expect(batchOf([flag(1, long), flag(2, long), flag(3)], maxBatch).map(({ number }) => number)).toEqual([
      1,
    ]);
    expect(batchOf([flag(1, 'x'.repeat(900_000)), flag(2)], maxBatch)).toHaveLength(1);
  });
});

describe('results', () => {
  test('what is written or known leaves, what is refused is put aside, what has no result stays', () => {
    const events = [flag(1), flag(2), flag(3), flag(4)];
    const results: EventResult[] = [
      { number: 3, status: 'refused', code: 'UNKNOWN_CLAIM', message: 'No such claim.' },
      { number: 1, status: 'written', late: true },
      { number: 2, status: 'known' },
      { number: 9, status: 'written' },
    ];
    expect(settle(events, results)).toEqual({
      confirmed: [1, 2],
      refused: [{ event: flag(3), result: results[0] }],
      late: [flag(1)],
    });
  });

  test('what another tab took back already is taken back: nobody has to read that', () => {
    const withdrawal = (number: number, what: 'skip' | 'adjudication'): SentEvent => ({
      kind: 'withdraw',
      number,
      claim: 'c',
      at: '2026-01-02T03:04:05Z',
      what,
    });
    const events = [withdrawal(1, 'skip'), withdrawal(2, 'adjudication')];
    const refused = { status: 'refused', code: 'NOTHING_TO_WITHDRAW', message: '' } as const;
    const results = events.map(({ number }) => ({ number, ...refused }));
    expect(settle(events, results)).toMatchObject({ confirmed: [1], refused: [{ event: events[1] }] });
  });

  const statuses = fc.constantFrom('written', 'known', 'refused', 'lost');

  test('whatever the server does, each event is confirmed once or put aside once, in order', () => {
    fc.assert(
      fc.property(fc.array(statuses, { maxLength: 60 }), fc.integer({ min: 1, max: 20 }), (script, limit) => {
        let waiting: readonly SentEvent[] = script.map((_, at) => flag(at + 1));
        const gone: number[] = [];
        const plays = [...script];
        for (let round = 0; waiting.length > 0; round++) {
          expect(round).toBeLessThan(200);
          const batch = batchOf(waiting, limit);
          const results = batch.flatMap(({ number }): EventResult[] => {
            const status = plays[number - 1] ?? 'known';
            // A result that got lost on the way is there the next time.
            plays[number - 1] = 'known';
            if (status === 'lost') return [];
            return status === 'refused'
              ? [{ number, status, code: 'X', message: '' }]
              : [{ number, status } as EventResult];
          });
          const { confirmed, refused } = settle(batch, results);
          const left = new Set([...confirmed, ...refused.map(({ event }) => event.number)]);
          gone.push(...left);
          waiting = waiting.filter(({ number }) => !left.has(number));
        }
        expect(gone.toSorted((a, b) => a - b)).toEqual(script.map((_, at) => at + 1));
        expect(new Set(gone).size).toBe(gone.length);
      }),
    );
  });
});
