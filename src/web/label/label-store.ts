import { batch, type ReadonlySignal, signal } from '@preact/signals';
import { type NextResponse, nextResponseSchema } from '../../annotate/api/item.ts';
import type { Session } from '../../annotate/api/session.ts';
import { type ClaimInHand, doesStand, isUntouched } from '../../annotate/label/claim-in-hand.ts';
import { countedTime } from '../../annotate/label/honest-time.ts';
import { keepClaim, readKeptClaim, resumeClaim } from '../../annotate/label/kept-claim.ts';
import type { LabelAction } from '../../annotate/label/label-action.ts';
import { type LabelEffect, type LabelState, labelStart } from '../../annotate/label/label-state.ts';
import { stepLabel } from '../../annotate/label/step-label.ts';
import type { ClaimId } from '../../claims/claim.ts';
import { ApiError, callApi, tokenOfAddress } from '../store/api.ts';
import { datasetRevision } from '../store/articles.ts';
import { connection } from '../store/connection.ts';
import { findDraft, keepDraft } from '../store/drafts.ts';
import { heartbeatMilliseconds, sendHeartbeat } from '../store/heartbeat.ts';
import { deviceName, feedback, refused, submit, unsent, unsentClaims } from '../store/outbox.ts';
import { createHonestClock, type HonestClock } from './honest-clock.ts';
import { keepLine, mostBack, restoreLine } from './session-line.ts';

/** The label page's state, and what changes it. */
export interface LabelStore {
  readonly state: ReadonlySignal<LabelState>;
  readonly clock: HonestClock;
  /** Milliseconds of the browser's clock, every second. */
  readonly now: ReadonlySignal<number>;
  readonly act: (action: LabelAction) => void;
  /** Keeps the claim for this annotator for one duration more. */
  readonly extend: () => Promise<void>;
  /** Asks for another claim than the one in hand, which another tab has too. */
  readonly takeAnother: () => void;
  readonly dispose: () => void;
}

/** What the server gives, and whether it knew then all that this browser has said of that claim. */
interface Answer {
  readonly answer: NextResponse;
  readonly isSettled: boolean;
}

/** What the clock shows is kept this often, so that a crash loses no more. */
const keepTimeMilliseconds = 5000;
const retryMilliseconds = 5000;

/**
 * Runs the label page of somebody.
 *
 * @param named the claim that the address names, if any
 */
export function createLabelStore(session: Session, named: string | undefined): LabelStore {
  const { leaseSeconds } = session;
  const state = signal<LabelState>(labelStart);
  const now = signal(Date.now());
  const clock = createHonestClock(session.idleSeconds);
  const kept = new Map<ClaimId, ClaimInHand>();
  let isDisposed = false;
  let isAsking = false;
  let turned: readonly ClaimId[] = [];
  let knownRevision = datasetRevision.peek();
  /** A claim of which the server has not said what stands, as when it could not be reached or did not know all. */
  let unheard: ClaimId | undefined;

  function act(action: LabelAction): void {
    if (isDisposed) return;
    const before = state.peek().current;
    const effects = batch(() => {
      if (before !== undefined && action.type !== 'tick' && action.type !== 'lease')
        apply({ type: 'time', time: clock.settle() });
      return apply(action);
    });
    const { current } = state.peek();
    if (current?.item.id !== before?.item.id) {
      if (current === undefined) clock.stop();
      else clock.start(current.time);
    }
    keep();
    for (const effect of effects) void run(effect);
  }

  function apply(action: LabelAction): readonly LabelEffect[] {
    const [next, effects] = stepLabel(state.peek(), action);
    state.value = next;
    return effects;
  }

  /** Keeps the claims that changed, the one in hand last. */
  function keep(): void {
    const { current, back, ahead } = state.peek();
    for (const claim of [
      ...back.slice(-3),
      ...ahead.slice(0, 3),
      ...(current === undefined ? [] : [current]),
    ]) {
      if (kept.get(claim.item.id) === claim) continue;
      kept.set(claim.item.id, claim);
      void keepDraft('label', claim.item.id, keepClaim(claim, Date.now()), doesStand(claim));
    }
    keepLine(session, state.peek());
    const old = back.at(-mostBack - 1)?.item.id;
    if (old !== undefined && kept.delete(old)) void keepDraft('label', old, undefined);
  }

  async function run(effect: LabelEffect): Promise<void> {
    switch (effect.do) {
      case 'send':
        await submit(effect.event);
        break;
      case 'next':
        await next(undefined);
        break;
      case 'take':
        await takeAgain(effect.claim);
        break;
    }
  }

  async function ask(claim: ClaimId | undefined): Promise<Answer> {
    const notSent = await unsentClaims();
    const waiting = state.peek().ahead.map(({ item }) => item.id);
    // What was refused is in the list of that: it does not come again until somebody has read it.
    const aside = refused.peek().map(({ event }) => event.claim);
    const except = [...new Set([...notSent, ...aside, ...waiting, ...turned])];
    const answer = await callApi('next', nextResponseSchema, {
      device: await deviceName(),
      ...(claim === undefined ? { except: except.slice(-1000) } : { claim }),
      zone: -new Date().getTimezoneOffset(),
    });
    return { answer, isSettled: answer.item === null || !notSent.includes(answer.item.id) };
  }

  async function next(claim: ClaimId | undefined): Promise<void> {
    if (isAsking) return;
    isAsking = true;
    try {
      const { answer, isSettled } = await ask(claim);
      const { item } = answer;
      const draft = item === null ? undefined : readKeptClaim(await findDraft('label', item.id));
      const resumed = item === null ? undefined : resumeClaim(item, draft, isSettled);
      act({ type: 'arrived', answer, kept: resumed, at: Date.now(), leaseSeconds });
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      act(error.status === 0 ? { type: 'unreachable' } : { type: 'refused', message: error.message });
    } finally {
      isAsking = false;
    }
  }

  async function takeAgain(claim: ClaimId): Promise<void> {
    unheard = claim;
    try {
      const { answer, isSettled } = await ask(claim);
      if (isSettled && unheard === claim) unheard = undefined;
      act({ type: 'taken', claim, answer, isSettled, at: Date.now(), leaseSeconds });
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      // Whatever else is wrong with the server passes, and the work goes on: the next heartbeat takes the lease.
      const { code, message } = error;
      if (code === 'UNKNOWN_CLAIM') act({ type: 'closed', claim, why: { code, message } });
    }
  }

  async function beat(isActive: boolean): Promise<void> {
    const claim = state.peek().current?.item.id;
    if (claim === undefined) return;
    try {
      const { lease } = await sendHeartbeat(claim, isActive);
      act({ type: 'lease', claim, lease, at: Date.now(), leaseSeconds });
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
    }
  }

  function onTick(): void {
    now.value = Date.now();
    const { justDone, current } = state.peek();
    if (justDone !== undefined) act({ type: 'tick', at: now.peek() });
    const time = clock.time.peek();
    if (current !== undefined && countedTime(time) - countedTime(current.time) >= keepTimeMilliseconds)
      act({ type: 'time', time });
  }

  function retry(): void {
    const { view, current } = state.peek();
    const isWaiting = view.is === 'unreachable' || (view.is === 'empty' && view.reason === 'all-leased');
    if (isWaiting && current === undefined) void next(undefined);
  }

  function askWhatStands(): void {
    const id = state.peek().current?.item.id;
    if (!isDisposed && id !== undefined && id === unheard) void takeAgain(id);
  }

  /** A claim that nothing was done about goes back at once; work that was begun keeps its lease until it ends by itself. */
  function release(): void {
    const { current, view } = state.peek();
    if (current === undefined || view.is !== 'open' || doesStand(current) || !isUntouched(current)) return;
    void releaseClaim(current.item.id);
  }

  function onPageShow(event: PageTransitionEvent): void {
    const { current } = state.peek();
    if (event.persisted && current !== undefined) void takeAgain(current.item.id);
  }

  const timers = [
    setInterval(onTick, 1000),
    setInterval(() => void beat(clock.wasUsed()), heartbeatMilliseconds),
    setInterval(retry, retryMilliseconds),
  ];
  addEventListener('pagehide', release);
  addEventListener('pageshow', onPageShow);
  const unsubscribe = [
    feedback.subscribe((all) => {
      const latest = all.at(-1);
      if (latest !== undefined) act({ type: 'feedback', feedback: latest });
    }),
    refused.subscribe((all) => {
      for (const { event, result } of all) {
        if (result.status === 'refused' && result.code === 'ADJUDICATED')
          act({ type: 'closed', claim: event.claim, why: { code: result.code, message: result.message } });
      }
    }),
    datasetRevision.subscribe((found) => {
      const { current } = state.peek();
      // Somebody may have changed the claim in hand, or taken it out of the dataset.
      if (found !== knownRevision && current !== undefined) void takeAgain(current.item.id);
      knownRevision = found;
    }),
    connection.subscribe((found) => {
      if (found !== 'online') return;
      queueMicrotask(retry);
      queueMicrotask(askWhatStands);
    }),
    unsent.subscribe((count) => {
      if (count === 0) queueMicrotask(askWhatStands);
    }),
  ];

  async function begin(): Promise<void> {
    // To know the device's name for a release as the page goes, when nothing can be waited for.
    device = await deviceName();
    const line = await restoreLine(session);
    if (named !== undefined && String(line?.current?.item.id) !== named) {
      if (line !== undefined) {
        // What was in hand waits behind the claim that was asked for.
        const ahead = line.current === undefined ? line.ahead : [line.current, ...line.ahead];
        state.value = { ...state.peek(), back: line.back, ahead };
      }
      await next(named);
    } else if (line !== undefined) act({ type: 'restored', ...line });
    else await next(undefined);
  }
  void begin();

  return {
    state,
    clock,
    now,
    act,
    extend: () => beat(true),
    takeAnother: () => {
      const { current } = state.peek();
      if (current === undefined) return;
      turned = [...turned, current.item.id];
      act({ type: 'turn-away' });
    },
    dispose: () => {
      release();
      isDisposed = true;
      for (const timer of timers) clearInterval(timer);
      for (const stop of unsubscribe) stop();
      removeEventListener('pagehide', release);
      removeEventListener('pageshow', onPageShow);
      clock.dispose();
    },
  };
}

let device: string | undefined;

/** Without waiting for an answer: the page may be closing. */
async function releaseClaim(claim: ClaimId): Promise<void> {
  const token = tokenOfAddress();
  if (device === undefined) return;
  const request = fetch('/api/release', {
    method: 'POST',
    keepalive: true,
    headers: {
      'Content-Type': 'application/json',
      ...(token !== undefined && { Authorization: `Bearer ${token}` }),
    },
    body: JSON.stringify({ device, claim }),
  });
  // A lease that is not given back ends by itself.
  await request.catch(() => undefined);
}
