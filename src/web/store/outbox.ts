import { signal } from '@preact/signals';
import { z } from 'zod';
import { eventsResponseSchema, type Feedback, type SentEvent } from '../../annotate/api/events.ts';
import {
  batchOf,
  idleOutbox,
  isInvalid,
  nextStep,
  type OutboxAction,
  type OutboxProblem,
  type Refusal,
  reduceOutbox,
  settle,
} from '../../annotate/outbox/outbox.ts';
import type { ClaimId } from '../../claims/claim.ts';
import { ApiError, callApi } from './api.ts';
import { hearTabs, tellTabs } from './channel.ts';
import { connection } from './connection.ts';
import type { Keep, NewEvent } from './keep.ts';
import { keeping, keepName, losses, mainKeep, spare } from './keeps.ts';
import { keepSetting, settingKept } from './settings.ts';

/** Events that are kept in this browser and that the server has not confirmed. */
export const unsent = signal<number>(0);
/** When the server last confirmed something, ISO 8601; `undefined` before. */
export const savedAt = signal<string | undefined>(undefined);
/** Why events wait; `undefined` while nothing stands in their way. */
export const problem = signal<OutboxProblem | undefined>(undefined);
/** Events that the server will never take, with why: shown until somebody has read them. */
export const refused = signal<readonly Refusal[]>([]);
/** What answers of the training are worth, in the order in which they came. */
export const feedback = signal<readonly Feedback[]>([]);
/** Answers to claims that had been given to somebody else by then: they are kept as extra ones. */
export const lateEvents = signal<readonly SentEvent[]>([]);

/** Events that are being kept in this moment. */
const underWay = new Set<NewEvent>();
/** What this tab gave to the browser's database and knows of no confirmation of: kept anew where the browser takes its database away. */
const given = new Map<
  string,
  { readonly device: string; readonly losses: number; readonly event: NewEvent }
>();
let outbox = idleOutbox;
let timer: ReturnType<typeof setTimeout> | undefined;

/**
 * Keeps an event in the browser's database, and sends it with those before it as soon as the server can be reached. Done as soon as the
 * event is kept: it survives the closing of the page.
 */
export async function submit(event: NewEvent): Promise<SentEvent> {
  underWay.add(event);
  unsent.value += 1;
  const sent = await keepEvent(event).finally(() => underWay.delete(event));
  await recount();
  void tellTabs({ type: 'kept' });
  void askToPersist();
  act({ type: 'wake' });
  return sent;
}

/** The random name of this browser, the same for all its tabs. */
export async function deviceName(): Promise<string> {
  return (await mainKeep()).device();
}

/** Claims whose answers the server may not know yet. */
export async function unsentClaims(): Promise<readonly ClaimId[]> {
  const kept = (await Promise.all((await keeps()).map((keep) => keep.waiting(1000)))).flat();
  return [...new Set([...kept, ...underWay].map(({ claim }) => claim))];
}

/** Forgets an event that was refused: somebody has read it. */
export async function dismissRefused({ event }: Refusal): Promise<void> {
  const keep = await keepOfRefusal(event);
  await keep.dismiss(event.number);
  await recount();
  void tellTabs({ type: 'kept' });
}

/** Sends an event that was refused once more, as a new one. */
export async function sendRefusedAgain(refusal: Refusal): Promise<void> {
  const { number: _number, ...event } = refusal.event;
  await submit(event as NewEvent);
  await dismissRefused(refusal);
}

/** Sends what waits without waiting longer. */
export function sendNow(): void {
  act({ type: 'wake' });
}

/** Sends what was kept before, and what will be kept, from now on. Called once. */
export async function startOutbox(): Promise<void> {
  hearTabs((message) => {
    if (message.type !== 'kept') return;
    if (message.savedAt !== undefined) savedAt.value = message.savedAt;
    if (message.feedback !== undefined) feedback.value = [...feedback.value, ...message.feedback];
    void recount().then(() => act({ type: 'wake' }));
  });
  addEventListener('online', sendNow);
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') sendNow();
  });
  // Whatever else asked the server found it back.
  connection.subscribe((now) => {
    if (now === 'online' && !outbox.isSending) sendNow();
  });
  addEventListener('beforeunload', (event) => {
    const isUnsafe = keeping.value === 'page' && unsent.value > 0;
    if (isUnsafe || underWay.size > 0) event.preventDefault();
  });
  losses.subscribe((count) => {
    if (count > 0) void recount().then(sendNow);
  });
  await recount();
  sendNow();
}

async function keepEvent(event: NewEvent): Promise<SentEvent> {
  const before = losses.peek();
  const keep = await mainKeep();
  try {
    const sent = await keep.add(event);
    if (keep !== spare) given.set(keyOf(sent), { device: await keep.device(), losses: before, event });
    return sent;
  } catch {
    // No room left in the browser: better kept as long as the page is open than not at all.
    keeping.value = 'page';
    return await spare.add(event);
  }
}

async function keeps(): Promise<readonly Keep[]> {
  const main = await mainKeep();
  return main === spare ? [spare] : [main, spare];
}

function keyOf({ kind, claim, at }: NewEvent): string {
  return JSON.stringify([kind, claim, at]);
}

/** Keeps anew what a database had that is gone: the one that is there now has another name of the device. */
async function mendLoss(): Promise<void> {
  if (given.size === 0) return;
  const keep = await mainKeep();
  const device = await keep.device();
  const waiting = new Set((await keep.waiting(1000)).map(keyOf));
  for (const [key, one] of [...given]) {
    if (waiting.has(key)) continue;
    given.delete(key);
    if (one.losses !== losses.peek() && one.device !== device) await keepEvent(one.event);
  }
}

async function keepOfRefusal(event: SentEvent): Promise<Keep> {
  const main = await mainKeep();
  const isInMain = (await main.refusals()).some((refusal) => refusal.event.number === event.number);
  return isInMain ? main : spare;
}

async function recount(): Promise<void> {
  try {
    await mendLoss();
    const all = await keeps();
    const counts = await Promise.all(all.map((keep) => keep.count()));
    unsent.value = counts.reduce((sum, count) => sum + count, underWay.size);
    keeping.value = all.length === 1 || (counts.at(-1) ?? 0) > 0 ? 'page' : 'browser';
    refused.value = (await Promise.all(all.map((keep) => keep.refusals()))).flat();
    rememberUnsent(await keepName(), unsent.value);
  } catch {
    // The browser took its database away in this moment; it is opened anew the next time.
  }
}

function act(action: OutboxAction): void {
  outbox = reduceOutbox(outbox, action);
  problem.value = outbox.problem;
  clearTimeout(timer);
  const step = nextStep(outbox, unsent.value);
  if (step.do === 'pause') timer = setTimeout(() => act({ type: 'wake' }), step.seconds * 1000);
  if (step.do === 'send') {
    outbox = reduceOutbox(outbox, { type: 'send' });
    const failed: OutboxAction = { type: 'failed', status: 500, code: 'FAILED', size: 0 };
    void alone(sendBatch)
      .catch(() => failed)
      .then(act);
  }
}

/** Runs in one tab at a time. Where the browser has no locks two tabs may send the same: the server takes it once. */
async function alone<Result>(run: () => Promise<Result>): Promise<Result> {
  const name = `${await keepName()} outbox`;
  return 'locks' in navigator ? await navigator.locks.request(name, run) : await run();
}

/** Sends the first events that wait, and says what came of it. Never throws. */
async function sendBatch(): Promise<OutboxAction> {
  let size = 0;
  try {
    for (const keep of await keeps()) {
      const batch = batchOf(await keep.waiting(outbox.limit), outbox.limit);
      const [first] = batch;
      size = batch.length;
      if (first === undefined) continue;
      try {
        const device = await keep.device();
        const answer = await callApi('events', eventsResponseSchema, { device, events: batch });
        const { confirmed, refused: aside, late } = settle(batch, answer.results);
        if (confirmed.length + aside.length === 0)
          return { type: 'failed', status: 200, code: 'EMPTY', size };
        await keep.settle(confirmed, aside);
        await confirm(answer.feedback, late);
        return { type: 'answered' };
      } catch (error) {
        if (error instanceof ApiError && error.code === 'DEVICE_TAKEN') {
          // A copy of this browser has given the same numbers.
          await keep.rename();
          return { type: 'answered' };
        }
        if (!(error instanceof ApiError) || !isInvalid(error.status) || size > 1) throw error;
        const { code, message } = error;
        await keep.settle(
          [],
          [{ event: first, result: { number: first.number, status: 'refused', code, message } }],
        );
        await recount();
        void tellTabs({ type: 'kept' });
        return { type: 'put-aside' };
      }
    }
    // Another tab was quicker.
    await recount();
    return { type: 'answered' };
  } catch (error) {
    const { status, code } = error instanceof ApiError ? error : { status: 500, code: 'FAILED' };
    return { type: 'failed', status, code, size };
  }
}

async function confirm(found: readonly Feedback[], late: readonly SentEvent[]): Promise<void> {
  await recount();
  savedAt.value = new Date().toISOString();
  if (found.length > 0) feedback.value = [...feedback.value, ...found];
  if (late.length > 0) lateEvents.value = [...lateEvents.value, ...late];
  void tellTabs({ type: 'kept', savedAt: savedAt.value, ...(found.length > 0 && { feedback: found }) });
}

const unsentSchema = z.record(z.string(), z.number());

/** Kept beside the database, for when nobody knows which one to open: the link is no longer valid. */
function rememberUnsent(name: string, count: number): void {
  const { [name]: before, ...others } = settingKept('unsent', unsentSchema) ?? {};
  if ((before ?? 0) !== count) keepSetting('unsent', count === 0 ? others : { ...others, [name]: count });
}

/** Events that wait in this browser, of all who work with it on this address. */
export function unsentOfBrowser(): number {
  const counts = Object.values(settingKept('unsent', unsentSchema) ?? {});
  return counts.reduce((sum, count) => sum + count, 0);
}

async function askToPersist(): Promise<void> {
  if (settingKept('persist', z.literal(true)) === true) return;
  keepSetting('persist', true);
  // Not there on addresses that are not secure.
  await navigator.storage?.persist?.();
}
