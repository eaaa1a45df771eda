import type { EventResult, SentEvent } from '../api/events.ts';

/** Why nothing can be sent. */
export type OutboxProblem =
  /** The server does not answer: it was stopped, or the network is gone. */
  | 'unreachable'
  /** The server cannot write: its disk is full. */
  | 'disk'
  /** The link of the annotator is no longer valid. */
  | 'link'
  /** The server answered what this page does not understand, or failed. */
  | 'server';

/** What is done about the events that wait. The events themselves are in the browser's database. */
export interface Outbox {
  readonly isSending: boolean;
  readonly problem: OutboxProblem | undefined;
  /** Attempts that failed since the last that did not. */
  readonly failures: number;
  /** Whether the pause after a failure is not over. */
  readonly isPausing: boolean;
  /** Events that are sent at once: fewer after a request that the server took for invalid or too long, to find the one that is. */
  readonly limit: number;
}

/** A request has at most so many events. */
export const maxBatch = 100;

export const idleOutbox: Outbox = {
  isSending: false,
  problem: undefined,
  failures: 0,
  isPausing: false,
  limit: maxBatch,
};

export type OutboxAction =
  /** There may be something to send: an event was added, the pause is over, the network is back, the page is looked at. */
  | { readonly type: 'wake' }
  | { readonly type: 'send' }
  | { readonly type: 'answered' }
  /** `status` is 0 where no answer came; `size` is the number of events that were sent. */
  | { readonly type: 'failed'; readonly status: number; readonly code: string; readonly size: number }
  /** A single event was invalid, and was put aside. */
  | { readonly type: 'put-aside' };

/** The outbox after something happened. */
export function reduceOutbox(outbox: Outbox, action: OutboxAction): Outbox {
  switch (action.type) {
    case 'wake':
      return outbox.isPausing ? { ...outbox, isPausing: false } : outbox;
    case 'send':
      return { ...outbox, isSending: true, isPausing: false };
    case 'answered':
    case 'put-aside':
      return {
        ...idleOutbox,
        // After the one that was wrong, what stands behind it goes out together again.
        limit: action.type === 'put-aside' ? maxBatch : Math.min(maxBatch, outbox.limit * 2),
      };
    case 'failed': {
      if (isInvalid(action.status) && action.size > 1) {
        return { ...outbox, isSending: false, limit: Math.ceil(action.size / 2) };
      }
      const problem = problemOf(action.status, action.code);
      return { ...outbox, isSending: false, isPausing: true, problem, failures: outbox.failures + 1 };
    }
  }
}

/** Whether the server will never take such a request, however often it is sent. */
export function isInvalid(status: number): boolean {
  return status === 400 || status === 413 || status === 422;
}

function problemOf(status: number, code: string): OutboxProblem {
  if (status === 0) return 'unreachable';
  if (status === 401) return 'link';
  return code === 'DISK' ? 'disk' : 'server';
}

/** What is to be done next, with so many events waiting. */
export type OutboxStep =
  | { readonly do: 'send' }
  | { readonly do: 'pause'; readonly seconds: number }
  | { readonly do: 'rest' };

const pauses = [1, 2, 4, 8, 15, 30];

export function nextStep(outbox: Outbox, waiting: number): OutboxStep {
  if (outbox.isSending || waiting === 0) return { do: 'rest' };
  if (!outbox.isPausing) return { do: 'send' };
  const seconds = pauses[Math.min(outbox.failures, pauses.length) - 1] ?? 1;
  return { do: 'pause', seconds };
}

/** A request has at most so many characters of JSON, unless its first event alone has more. */
const maxBatchLength = 400_000;

/** The first of the events, in the order of their numbers, that go out together. At least one. */
export function batchOf(waiting: readonly SentEvent[], limit: number): readonly SentEvent[] {
  const batch: SentEvent[] = [];
  let length = 0;
  for (const event of waiting) {
    length += JSON.stringify(event).length;
    if (batch.length === limit || (batch.length > 0 && length > maxBatchLength)) break;
    batch.push(event);
  }
  return batch;
}

/** An event that the server will not take, with why. */
export interface Refusal {
  readonly event: SentEvent;
  readonly result: EventResult & { readonly status: 'refused' };
}

/** What becomes of events that were sent. */
export interface Settlement {
  /** On the server's disk: they may leave the browser. */
  readonly confirmed: readonly number[];
  readonly refused: readonly Refusal[];
  /** Kept as an extra answer: the claim had been given to somebody else. */
  readonly late: readonly SentEvent[];
}

const ownKinds: readonly string[] = ['annotation', 'skip', 'flag', 'verdict'];

/** Whether a withdrawal was refused because another tab had taken the same back: then all is as it should be, and nobody has to read it. */
function isDoneAlready(event: SentEvent, { code }: Refusal['result']): boolean {
  return event.kind === 'withdraw' && ownKinds.includes(event.what) && code === 'NOTHING_TO_WITHDRAW';
}

/** What becomes of a batch by its results. An event without a result, and a result without an event, change nothing. */
export function settle(batch: readonly SentEvent[], results: readonly EventResult[]): Settlement {
  const confirmed: number[] = [];
  const refused: Refusal[] = [];
  const late: SentEvent[] = [];
  const byNumber = new Map(results.map((result) => [result.number, result]));
  for (const event of batch) {
    const result = byNumber.get(event.number);
    if (result === undefined) continue;
    if (result.status === 'refused' && !isDoneAlready(event, result)) refused.push({ event, result });
    else confirmed.push(event.number);
    if (result.status === 'written' && result.late === true) late.push(event);
  }
  return { confirmed, refused, late };
}
