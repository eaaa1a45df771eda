import type { Room } from './leases.ts';
import type { ItemKind } from './plan-queue.ts';
import {
  answerRoomOf,
  isAbsent,
  isOpenFor,
  isSentBack,
  type QueueState,
  roomOf,
  wantsVerdict,
} from './queue-state.ts';

/** A claim that an annotator may get. */
export interface Candidate {
  readonly key: string;
  readonly kind: ItemKind;
  /** Of a claim of others without the room that is kept for those who are still to be expected. */
  readonly room: Room;
}

/** What an annotator may get, the most urgent first, whether there is room or not: see `nextClaim`. */
export function* candidatesOf(state: QueueState, annotator: string, now: number): Generator<Candidate> {
  const { plan } = state;
  const as = (key: string, kind: ItemKind): Candidate => ({ key, kind, room: roomOf(state, key, annotator) });
  for (const key of sentBackTo(state, annotator)) yield as(key, 'sent-back');
  const items = plan.items.get(annotator);
  if (items === undefined) return;
  for (const [key, kind] of items) if (isOpenFor(state, key, annotator)) yield as(key, kind);
  if (!plan.isShared) return;
  for (const key of plan.claims.keys()) if (wantsVerdict(state, key, annotator)) yield as(key, 'verdict');
  for (const key of plan.claims.keys()) {
    if (items.has(key) || plan.gold.has(key) || !isOpenFor(state, key, annotator)) continue;
    const { answered, cap } = answerRoomOf(state, key);
    const left = cap - expectedOf(state, key, now);
    if (answered.size < left) yield { key, kind: 'others', room: { answered, cap: left } };
  }
}

/** Keys of the claims that were sent back to an annotator, the oldest first. */
function sentBackTo(state: QueueState, annotator: string): string[] {
  const found: { readonly key: string; readonly at: number }[] = [];
  for (const [key, { sentBack }] of state.work.claims) {
    const sendBack = sentBack.get(annotator);
    if (sendBack !== undefined && isSentBack(state, key, annotator)) {
      found.push({ key, at: Date.parse(sendBack.at) });
    }
  }
  return found.sort((a, b) => a.at - b.at || (a.key < b.key ? -1 : 1)).map(({ key }) => key);
}

/** How many annotators are to answer a claim, have not begun, and may be expected to. */
function expectedOf(state: QueueState, key: string, now: number): number {
  const { plan, leases } = state;
  const begun = new Set(leases.holders(key, now));
  const expected = (plan.assigned.get(key) ?? []).filter(
    (annotator) =>
      !begun.has(annotator) &&
      isOpenFor(state, key, annotator) &&
      !leases.hasLapsed(key, annotator, now) &&
      !isAbsent(state, annotator, now),
  );
  return expected.length;
}
