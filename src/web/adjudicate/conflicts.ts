import { computed, signal } from '@preact/signals';
import {
  type Conflict,
  type ConflictsResponse,
  conflictsResponseSchema,
} from '../../annotate/api/adjudication.ts';
import type { ClaimId } from '../../claims/claim.ts';
import { claimIdKey } from '../../claims/claim-id-key.ts';
import { compareIds } from '../../claims/compare-ids.ts';
import { ApiError, callApi } from '../store/api.ts';
import { savedAt, unsent } from '../store/outbox.ts';

/** What the server last said of the claims to decide; `undefined` before. */
const told = signal<ConflictsResponse | undefined>(undefined);

/** Claims, by {@link claimIdKey}, that were decided here, or opened again, and of which the server has not told yet. */
const settledHere = signal<ReadonlyMap<string, 'done' | 'open'>>(new Map());

/** How often the server has told what waits. */
export const listLoads = signal(0);

/** Claims as they waited when the server last listed them, by {@link claimIdKey}: one that is opened again goes back to its place. */
const seen = new Map<string, Conflict>();

/** Why the list could not be had. */
export const listFailure = signal<ApiError | undefined>(undefined);

/** What waits and what was decided, as it is after what was done here. */
export const conflicts = computed<ConflictsResponse | undefined>(() => {
  if (told.value === undefined) return undefined;
  const isDone = (id: ClaimId) => settledHere.value.get(claimIdKey(id)) === 'done';
  const { waiting, waitingCount, agreed, agreedCount, ...rest } = told.value;
  const left = agreed.filter(({ claim }) => !isDone(claim));
  const listed = new Set(waiting.map(({ claim }) => claimIdKey(claim)));
  const again = [...settledHere.value].flatMap(([key, how]) =>
    how === 'open' && !listed.has(key) ? (seen.get(key) ?? []) : [],
  );
  const open = [...waiting.filter(({ claim }) => !isDone(claim)), ...again];
  return {
    ...rest,
    waiting: open.sort((a, b) => b.entropy - a.entropy || compareIds(a.claim, b.claim)),
    waitingCount: waitingCount + open.length - waiting.length,
    agreed: left,
    agreedCount: agreedCount - (agreed.length - left.length),
  };
});

/** Takes note of what was done here about a claim, before the server tells of it. */
export function noteSettled(id: ClaimId, how: 'done' | 'open'): void {
  settledHere.value = new Map([...settledHere.value, [claimIdKey(id), how]]);
}

let asked = 0;

/** Asks the server what waits. What fails is said by {@link listFailure}. */
export async function loadConflicts(): Promise<void> {
  const own = ++asked;
  try {
    const found = await callApi('conflicts', conflictsResponseSchema);
    // A later question has, or will have, the later answer.
    if (own !== asked) return;
    for (const conflict of found.waiting) seen.set(claimIdKey(conflict.claim), conflict);
    told.value = found;
    listFailure.value = undefined;
    listLoads.value += 1;
    if (unsent.peek() === 0) settledHere.value = new Map();
  } catch (error) {
    if (own !== asked) return;
    listFailure.value = error instanceof ApiError ? error : new ApiError(0, 'FAILED', String(error));
  }
}

/** How often the list is asked for again while the page is in front, in milliseconds. */
const pause = 30_000;

/** Keeps the list fresh until the function that it gives back is called: after each thing that is saved, on coming back, every half minute. */
export function watchConflicts(): () => void {
  void loadConflicts();
  const stopSaved = savedAt.subscribe((at) => {
    if (at !== undefined) void loadConflicts();
  });
  const look = (): void => {
    if (document.visibilityState === 'visible') void loadConflicts();
  };
  const timer = setInterval(look, pause);
  document.addEventListener('visibilitychange', look);
  return () => {
    stopSaved();
    clearInterval(timer);
    document.removeEventListener('visibilitychange', look);
  };
}
