import { skipConsequence } from '../../claims/skip-reason.ts';
import { toNfc } from '../../text/normalise.ts';
import type { ClaimWork, Work } from '../work/work.ts';
import type { Leases, Room } from './leases.ts';
import type { ItemKind, QueuePlan } from './plan-queue.ts';

/** All that decides who gets what. */
export interface QueueState {
  readonly plan: QueuePlan;
  readonly work: Work;
  readonly leases: Leases;
}

/** What an annotator who was not seen for so long has not begun may go to others. */
const absentAfterMs = 24 * 60 * 60 * 1000;

const nobody: ReadonlyMap<string, never> = new Map<string, never>();

/** How many annotators may answer a claim, and who has. A decided claim has room for one verdict of somebody who has not answered it. */
export function roomOf({ plan, work }: QueueState, key: string, annotator: string): Room {
  const done = work.claims.get(key);
  if (done?.adjudication !== undefined && !done.answers.has(annotator)) {
    return { answered: done.verdicts, cap: plan.isShared ? 1 : Number.POSITIVE_INFINITY };
  }
  return answerRoomOf({ plan, work }, key);
}

/** How many annotators may answer a claim, and who has, decided or not. */
export function answerRoomOf({ plan, work }: Pick<QueueState, 'plan' | 'work'>, key: string): Room {
  const isLimited = plan.isShared && !plan.gold.has(key);
  return {
    answered: work.claims.get(key)?.answers ?? nobody,
    cap: isLimited ? plan.settings.overlap : Number.POSITIVE_INFINITY,
  };
}

/**
 * Whether a claim asks for an answer of an annotator, room or not: it is not decided and does not wait for the lead, and the annotator has neither
 * answered nor skipped nor written it. Sent-back claims are another matter.
 */
export function isOpenFor({ plan, work }: Pick<QueueState, 'plan' | 'work'>, key: string, annotator: string) {
  if (!plan.claims.has(key)) return false;
  const done = work.claims.get(key);
  if (done === undefined) return true;
  return !(
    done.adjudication !== undefined ||
    done.dropped !== undefined ||
    done.answers.has(annotator) ||
    done.skips.has(annotator) ||
    isWriter(done, annotator) ||
    (plan.isShared && !plan.gold.has(key) && waitsForLead(done))
  );
}

/** Whether a claim was sent back to an annotator and waits. */
export function isSentBack(
  { plan, work }: Pick<QueueState, 'plan' | 'work'>,
  key: string,
  annotator: string,
) {
  const done = work.claims.get(key);
  return done?.sentBack.has(annotator) === true && done.dropped === undefined && plan.claims.has(key);
}

/**
 * Whether a decided claim wants a label that an annotator gives from its evidence alone: one who has seen nothing of the claim before. One such verdict
 * is enough; a claim that was decided without evidence has nothing to give one from.
 */
export function wantsVerdict(
  { plan, work }: Pick<QueueState, 'plan' | 'work'>,
  key: string,
  annotator: string,
) {
  const done = work.claims.get(key);
  return (
    plan.isShared &&
    plan.settings.verdict &&
    plan.claims.has(key) &&
    done?.adjudication !== undefined &&
    done.adjudication.evidence.length > 0 &&
    done.dropped === undefined &&
    done.verdicts.size === 0 &&
    toNfc(done.adjudication.annotator) !== annotator &&
    !done.answers.has(annotator) &&
    !done.skips.has(annotator) &&
    !isWriter(done, annotator)
  );
}

/** Whether there is something for an annotator to do about a claim, room or not. */
export function isToDo(state: Pick<QueueState, 'plan' | 'work'>, key: string, annotator: string): boolean {
  return (
    isSentBack(state, key, annotator) ||
    isOpenFor(state, key, annotator) ||
    wantsVerdict(state, key, annotator)
  );
}

/** As what an annotator gets a claim that is asked for by its id. */
export function kindOf(state: Pick<QueueState, 'plan' | 'work'>, key: string, annotator: string): ItemKind {
  if (isSentBack(state, key, annotator)) return 'sent-back';
  const hasVerdict = state.work.claims.get(key)?.verdicts.has(annotator) === true;
  if (hasVerdict || wantsVerdict(state, key, annotator)) return 'verdict';
  return state.plan.items.get(annotator)?.get(key) ?? 'others';
}

/** Whether an annotator has neither asked for anything nor done anything for a day, or never has. */
export function isAbsent(
  { work, leases }: Pick<QueueState, 'work' | 'leases'>,
  annotator: string,
  now: number,
) {
  const never = Number.NEGATIVE_INFINITY;
  const seen = Math.max(leases.lastSeen(annotator) ?? never, work.lastAt.get(annotator) ?? never);
  return now - seen > absentAfterMs;
}

function isWriter({ written }: ClaimWork, annotator: string): boolean {
  return written !== undefined && toNfc(written.annotator) === annotator;
}

/** Whether somebody has skipped the claim for a reason that the lead is to look at; who got it back from the lead is to answer it. */
function waitsForLead({ skips, sentBack }: ClaimWork): boolean {
  for (const [annotator, { reason }] of skips) {
    if (skipConsequence[reason] === 'lead' && !sentBack.has(annotator)) return true;
  }
  return false;
}
