import type { TrailStep } from '../../claims/annotation.ts';
import type { ClaimId } from '../../claims/claim.ts';
import { redo, undo } from '../draft/timeline.ts';
import { type ClaimInHand, doesStand, hearItem, isUntouched, takeInHand } from './claim-in-hand.ts';
import { countedTime } from './honest-time.ts';
import type { LabelAction } from './label-action.ts';
import type { LabelEffect, LabelState } from './label-state.ts';
import { hearLease } from './lease-state.ts';
import { recordDraft } from './record-draft.ts';
import type { Reply } from './reply.ts';

/** The state after an action, and what is to be done because of it, in order. */
export type LabelStep = readonly [state: LabelState, effects: readonly LabelEffect[]];

/** How long what was just sent can be taken back with one click. */
const undoBarMilliseconds = 5000;
/** Claims of a session that can be gone back to. */
const mostBack = 200;
/** As many steps as an answer may have. */
const mostSteps = 500;

/** The page after something happened. Pure: the same state and action give the same step. */
export function stepLabel(state: LabelState, action: LabelAction): LabelStep {
  const { current } = state;
  switch (action.type) {
    case 'arrived':
      return arrive(state, action);
    case 'taken': {
      if (current === undefined || current.item.id !== action.claim) return still(state);
      const { item, lease } = action.answer;
      if (item === null || item.id !== action.claim || lease === null) {
        // Others have it now. Where nothing was done about it, nothing is to be kept.
        if (isUntouched(current) && !doesStand(current) && current.sent === undefined)
          return goOn({ ...state, current: undefined });
        const heard = item?.id === action.claim ? hearItem(current, item, action.isSettled) : current;
        return still({ ...state, current: heard, lease: { is: 'lost' } });
      }
      return still({
        ...state,
        current: hearItem(current, item, action.isSettled),
        lease: hearLease({ is: 'unknown' }, lease, action),
        counts: action.answer.counts,
      });
    }
    case 'unreachable':
      return still(current === undefined ? { ...state, view: { is: 'unreachable' } } : state);
    case 'refused':
      return still(
        current === undefined ? { ...state, view: { is: 'refused', message: action.message } } : state,
      );
    case 'restored': {
      const restored = { ...state, back: action.back, ahead: action.ahead, current: action.current };
      return action.current === undefined ? goOn(restored) : take(restored, action.current);
    }
    case 'draft': {
      if (current === undefined || current.closed !== undefined) return still(state);
      const timeline = recordDraft(current.timeline, action.action);
      if (timeline === current.timeline) return still(state);
      const canResend = current.canResend && action.action.type === 'activate';
      return inHand(state, { ...current, timeline, canResend });
    }
    case 'submit':
      return current === undefined || current.closed !== undefined
        ? still(state)
        : send(state, current, action.reply, action.at);
    case 'undo':
      if (current !== undefined && current.closed === undefined && current.timeline.past.length > 0)
        return inHand(state, { ...current, timeline: undo(current.timeline) });
      return goBack(state, action.at);
    case 'redo':
      return forth(state, action.at);
    case 'reopen':
      return goBack(state, undefined);
    case 'leave':
      return current !== undefined && (doesStand(current) || current.closed !== undefined)
        ? goOn(put(state, current))
        : still(state);
    case 'turn-away':
      return goOn({ ...state, current: undefined });
    case 'next':
      return current === undefined ? goOn(state) : still(state);
    case 'lease':
      return still(
        current?.item.id === action.claim
          ? { ...state, lease: hearLease(state.lease, action.lease, action) }
          : state,
      );
    case 'time':
      return current === undefined ? still(state) : inHand(state, { ...current, time: action.time });
    case 'opened':
      return current === undefined ? still(state) : inHand(state, openPage(current, action));
    case 'searched':
      return current === undefined ? still(state) : inHand(state, withStep(current, 'search', action.words));
    case 'suggested':
      return current === undefined || current.suggested
        ? still(state)
        : inHand(state, { ...withStep(current, 'suggestions', ''), suggested: true });
    case 'changes-seen':
      return current === undefined ? still(state) : inHand(state, { ...current, changed: [] });
    case 'text-seen':
      return current === undefined ? still(state) : inHand(state, { ...current, textBefore: undefined });
    case 'flag':
      return current === undefined ? still(state) : flag(state, current, action.at);
    case 'despite':
      return current === undefined ? still(state) : inHand(state, { ...current, despite: action.text });
    case 'feedback':
      return still(
        state.view.is === 'lesson' && state.back.at(-1)?.item.id === action.feedback.claim
          ? { ...state, view: { is: 'lesson', feedback: action.feedback } }
          : state,
      );
    case 'closed': {
      const close = (claim: ClaimInHand) =>
        claim.item.id === action.claim ? { ...claim, closed: action.why } : claim;
      return still({
        ...state,
        current: current && close(current),
        back: state.back.map(close),
        ahead: state.ahead.map(close),
      });
    }
    case 'tick': {
      const isOver = state.justDone !== undefined && state.justDone.until <= action.at;
      return still(isOver ? { ...state, justDone: undefined } : state);
    }
  }
}

function arrive(state: LabelState, action: Extract<LabelAction, { type: 'arrived' }>): LabelStep {
  const { item, lease, empty, counts } = action.answer;
  if (item === null) {
    if (state.current !== undefined) return still({ ...state, counts });
    const why = empty ?? { reason: 'done' as const, leased: 0, nextAt: null };
    return still({ ...state, counts, view: { is: 'empty', ...why } });
  }
  const claim = action.kept ?? takeInHand(item);
  if ([state.current, ...state.ahead].some((known) => known?.item.id === item.id))
    return still({ ...state, counts });
  // One that was done before and came back is in hand again, and not among those that are done.
  const back = state.back.filter((known) => known.item.id !== item.id);
  // Meanwhile an earlier claim was opened again: the new one waits.
  if (state.current !== undefined) return still({ ...state, counts, back, ahead: [...state.ahead, claim] });
  return still({
    ...state,
    counts,
    back,
    view: { is: 'open' },
    current: claim,
    // A claim without a lease was asked for by its id, and others have it.
    lease: hearLease({ is: 'unknown' }, lease ?? 'lost', action),
  });
}

function still(state: LabelState): LabelStep {
  return [state, []];
}

function inHand(state: LabelState, current: ClaimInHand): LabelStep {
  return [{ ...state, current }, []];
}

/** The state with a claim among those that were done. */
function put(state: LabelState, done: ClaimInHand): LabelState {
  return { ...state, current: undefined, back: [...state.back, done].slice(-mostBack) };
}

function send(state: LabelState, current: ClaimInHand, reply: Reply, at: number): LabelStep {
  const done: ClaimInHand = {
    ...current,
    timeline: { ...current.timeline, future: [] },
    sent: reply,
    standing: [...current.standing, reply.kind],
    isTakenBack: false,
    canResend: true,
  };
  const justDone = { claim: current.item.id, did: reply, until: at + undoBarMilliseconds };
  const sent: LabelState = { ...put(state, done), justDone };
  const effect: LabelEffect = { do: 'send', event: reply };
  if (current.item.training === true && reply.kind === 'annotate')
    return [{ ...sent, view: { is: 'lesson', feedback: undefined } }, [effect]];
  const [next, effects] = goOn(sent);
  return [next, [effect, ...effects]];
}

/** Opens the next claim: one that waits, or else one that the server gives. Claims that were only looked at again are passed over. */
function goOn(state: LabelState): LabelStep {
  const [next, ...ahead] = state.ahead;
  if (next === undefined) {
    return [
      { ...state, view: { is: 'loading' }, current: undefined, lease: { is: 'unknown' } },
      [{ do: 'next' }],
    ];
  }
  const rest = { ...state, ahead };
  const isDone = next.closed !== undefined || (doesStand(next) && next.item.sentBack === undefined);
  return isDone ? goOn(put(rest, next)) : take(rest, next);
}

function take(state: LabelState, current: ClaimInHand): LabelStep {
  return [
    { ...state, view: { is: 'open' }, current, lease: { is: 'unknown' } },
    [{ do: 'take', claim: current.item.id }],
  ];
}

/**
 * Opens the claim again that was done last.
 *
 * @param withdrawnAt when what was said of it is taken back; `undefined` where it stands
 */
function goBack(state: LabelState, withdrawnAt: number | undefined): LabelStep {
  const last = state.back.at(-1);
  if (last === undefined) return still(state);
  const taken = last.closed === undefined ? last.standing.at(-1) : undefined;
  const isWithdrawn = withdrawnAt !== undefined && taken !== undefined;
  const [next, effects] = take(
    {
      ...state,
      back: state.back.slice(0, -1),
      ahead: state.current === undefined ? state.ahead : [state.current, ...state.ahead],
      justDone: undefined,
    },
    isWithdrawn ? { ...last, standing: last.standing.slice(0, -1), isTakenBack: true } : last,
  );
  return isWithdrawn
    ? [next, [{ do: 'send', event: withdrawal(last.item.id, taken, withdrawnAt) }, ...effects]]
    : [next, effects];
}

const kindsWithdrawn = { annotate: 'annotation', skip: 'skip', verdict: 'verdict' } as const;

function withdrawal(claim: ClaimId, kind: Reply['kind'], at: number) {
  return { kind: 'withdraw' as const, claim, at: timeOf(at), what: kindsWithdrawn[kind] };
}

function forth(state: LabelState, at: number): LabelStep {
  const { current } = state;
  if (current === undefined) return still(state);
  if (current.timeline.future.length > 0 && current.closed === undefined)
    return inHand(state, { ...current, timeline: redo(current.timeline) });
  if (!current.canResend || current.sent === undefined) return still(state);
  return doesStand(current) && !current.isTakenBack
    ? goOn(put(state, current))
    : send(state, current, { ...current.sent, at: timeOf(at) }, at);
}

function flag(state: LabelState, current: ClaimInHand, at: number): LabelStep {
  const claim = current.item.id;
  const comment = current.timeline.present.comment.trim();
  return [
    { ...state, current: { ...current, isFlagged: !current.isFlagged } },
    [
      {
        do: 'send',
        event: current.isFlagged
          ? { kind: 'withdraw', claim, at: timeOf(at), what: 'flag' }
          : { kind: 'flag', claim, at: timeOf(at), ...(comment !== '' && { comment }) },
      },
    ],
  ];
}

function openPage(
  current: ClaimInHand,
  { title, fingerprint }: { readonly title: string; readonly fingerprint: string },
): ClaimInHand {
  const known = current.pages.find((page) => page.title === title);
  const hasChanged = known !== undefined && known.fingerprint !== fingerprint;
  const pages =
    known === undefined
      ? [...current.pages, { title, fingerprint }]
      : current.pages.map((page) => (page === known ? { title, fingerprint } : page));
  const changed =
    hasChanged && !current.changed.includes(title) ? [...current.changed, title] : current.changed;
  const opened = { ...current, pages, changed, page: title };
  return current.page === title ? opened : withStep(opened, 'open', title);
}

function withStep(current: ClaimInHand, did: TrailStep['did'], what: string): ClaimInHand {
  if (current.trail.length >= mostSteps) return current;
  const after = Math.round(countedTime(current.time) / 100) / 10;
  return { ...current, trail: [...current.trail, { after, did, what: what.slice(0, 1000) }] };
}

function timeOf(at: number): string {
  return new Date(at).toISOString();
}
