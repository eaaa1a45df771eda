import { computed, effect, signal } from '@preact/signals';
import { claimIdResponseSchema } from '../../annotate/api/write.ts';
import { claimOfDraft } from '../../annotate/write/claim-of-draft.ts';
import { draftOfClaim } from '../../annotate/write/draft-of-claim.ts';
import { parseKeptWriting, type WaitingClaim, type WrittenClaim } from '../../annotate/write/kept-writing.ts';
import { missingOf } from '../../annotate/write/missing-of.ts';
import { reduceWrite } from '../../annotate/write/reduce-write.ts';
import type { WriteDraft } from '../../annotate/write/write-draft.ts';
import type { ClaimId } from '../../claims/claim.ts';
import { shownKeys } from '../keyboard/use-keys.ts';
import { showToast, type Toast } from '../shell/toast.tsx';
import { ApiError, callApi } from '../store/api.ts';
import { connection } from '../store/connection.ts';
import { refused, submit } from '../store/outbox.ts';
import { randomName } from '../store/random-name.ts';
import { words } from '../words/words.ts';
import { findKept, isStillKept, keepAll } from './kept.ts';
import { hasText, startWith, submitMessage, undoChoice, writeFrom, writing } from './writing.ts';

/** Claims that the list shows; older ones stand in the history. */
const maxWritten = 200;
const retryMilliseconds = 5_000;

/** Claims that were submitted in this browser, the latest first. */
export const written = signal<readonly WrittenClaim[]>([]);
/** Claims that wait for their ids, the first submitted first. */
export const waiting = signal<readonly WaitingClaim[]>([]);
/** Whether what was kept in this browser is there. */
export const isLoaded = signal(false);

/** Claims that the server would not take, with why, by id as text. */
export const refusals = computed(
  () =>
    new Map(
      refused.value
        .filter(({ event }) => event.kind === 'write')
        .map(({ event, result }) => [String(event.claim), 'message' in result ? result.message : '']),
    ),
);

/** Submits the claim, and begins the next from the same source. False where something is missing. */
export function submitClaim(): boolean {
  const draft = writing.value;
  const missing = missingOf(draft);
  if (missing.length > 0) {
    submitMessage.value = words.write.missing(missing);
    return false;
  }
  waiting.value = [...waiting.value, { key: randomName(), draft, at: new Date().toISOString() }];
  writeFrom(reduceWrite(draft, { type: 'next' }));
  void sendWaiting();
  return true;
}

/** A step back: the last choice, and before the first one what was last done to a submitted claim. */
export function stepBack(): void {
  if (undoChoice()) return;
  const [last] = written.value;
  if (last === undefined) say({ text: words.write.nothingToUndo });
  else void takeBack(last.record.id);
}

/**
 * Takes back what was last done to a submitted claim: that it was written, or that it was changed. What it said comes into the form again
 * where that is empty.
 */
export async function takeBack(id: ClaimId): Promise<void> {
  const found = written.value.find(({ record: claim }) => claim.id === id);
  if (found === undefined) return;
  const { before } = found;
  const isRefused = refusals.value.has(String(id));
  const isFree = !hasText();
  written.value = written.value.flatMap((other) => (other === found ? (before ?? []) : other));
  if (isFree) startWith({ ...draftOf(found), replaces: before === undefined ? undefined : id });
  const { undone, undoneElsewhere } = words.write;
  if (!isRefused) {
    const at = new Date().toISOString();
    await submit({ kind: 'withdraw', claim: id, at, what: 'write' });
    if (before !== undefined) await submit({ kind: 'write', claim: id, at, record: before.record });
  }
  say({ text: (isFree ? undone : undoneElsewhere)(String(id), before !== undefined) });
}

/** Puts a submitted claim into the form, to be submitted again in its own place. */
export function change(claim: WrittenClaim): void {
  const draft = draftOf(claim);
  writeFrom(refusals.value.has(String(claim.record.id)) ? { ...draft, replaces: undefined } : draft);
}

/** Forgets a claim that waits for the server. */
export function forget(key: string): void {
  waiting.value = waiting.value.filter((other) => other.key !== key);
}

/** Reads what was kept in this browser, keeps what changes from then on, and sends what waits. */
export async function loadWriting(): Promise<void> {
  if (isLoaded.value) return;
  const kept = parseKeptWriting(await findKept());
  if (isLoaded.value) return;
  if (kept !== undefined) {
    startWith(kept.draft);
    written.value = kept.written;
    waiting.value = kept.waiting;
  }
  isLoaded.value = true;
  effect(() => {
    void keepAll({ draft: writing.value, waiting: waiting.value, written: written.value });
  });
  connection.subscribe((now) => {
    if (now === 'online') void sendWaiting();
  });
  void sendWaiting();
}

let isSending = false;
let hasToldOfWaiting = false;

/** Gives ids to the claims that wait, one after another, and hands them to the outbox. In one tab at a time. */
async function sendWaiting(): Promise<void> {
  if (isSending) return;
  isSending = true;
  try {
    await alone(async () => {
      for (let [next] = waiting.value; next !== undefined; [next] = waiting.value) await send(next);
    });
    hasToldOfWaiting = false;
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    if (!hasToldOfWaiting)
      say({ text: error.status === 0 ? words.write.waits : error.message, kind: 'warning' });
    hasToldOfWaiting = true;
    setTimeout(() => void sendWaiting(), retryMilliseconds);
  } finally {
    isSending = false;
  }
}

async function send({ key, draft, at }: WaitingClaim): Promise<void> {
  const { replaces } = draft;
  // Another tab was quicker.
  if (!(await isStillKept(key))) return forget(key);
  const id = replaces ?? (await callApi('claim-id', claimIdResponseSchema, {})).id;
  const claim = claimOfDraft(id, draft);
  // Thrown away meanwhile.
  if (claim === undefined || !waiting.value.some((other) => other.key === key)) return forget(key);
  if (replaces !== undefined) await submit({ kind: 'withdraw', claim: id, at, what: 'write' });
  const { offered } = draft;
  await submit({ kind: 'write', claim: id, at, record: claim, ...(offered !== undefined && { offered }) });
  forget(key);
  const before = written.value.find((other) => other.record.id === id);
  const entry: WrittenClaim = { record: claim, at, ...(before !== undefined && { before }) };
  written.value = [entry, ...written.value.filter((other) => other !== before)].slice(0, maxWritten);
  say({
    text: replaces === undefined ? words.write.saved(String(id)) : words.write.changed(String(id)),
    action: { text: words.write.undo, keys: shownKeys('undo'), run: () => void takeBack(id) },
  });
}

async function alone(run: () => Promise<void>): Promise<void> {
  if ('locks' in navigator) await navigator.locks.request('claimset write', run);
  else await run();
}

let closeToast: (() => void) | undefined;

/** Only the latest is of use: what undo would undo. */
function say(toast: Toast): void {
  closeToast?.();
  closeToast = showToast(toast);
}

function draftOf({ record: claim }: WrittenClaim): WriteDraft {
  return draftOfClaim(claim, (id) => written.value.find((other) => String(other.record.id) === id)?.record);
}
