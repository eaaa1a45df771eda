import { signal } from '@preact/signals';
import { lacksOf } from '../../annotate/adjudication/decision.ts';
import { keptOf } from '../../annotate/adjudication/kept-decision.ts';
import { answerOfDraft } from '../../annotate/label/answer-of-draft.ts';
import type { ClaimId } from '../../claims/claim.ts';
import { claimIdKey } from '../../claims/claim-id-key.ts';
import type { Reason } from '../../claims/reason.ts';
import { shownKeys } from '../keyboard/use-keys.ts';
import { goTo } from '../shell/route.ts';
import { showToast } from '../shell/toast.tsx';
import { keepDraft } from '../store/drafts.ts';
import type { NewEvent } from '../store/keep.ts';
import { submit } from '../store/outbox.ts';
import { words } from '../words/words.ts';
import { conflicts, noteSettled } from './conflicts.ts';
import { type Desk, deskOf } from './desk.ts';

/** What was sent in this session and not taken back, the latest last; several claims where they were accepted together. */
interface Sent {
  readonly claims: readonly ClaimId[];
  readonly what: 'adjudication' | 'drop' | 'send-back';
  readonly event: NewEvent | undefined;
}

const sent = signal<readonly Sent[]>([]);

function now(): string {
  return new Date().toISOString();
}

/** Sends the decision; false where something lacks. */
export function decide(desk: Desk): boolean {
  const { draft, reason } = desk.decision.value;
  const answers = desk.conflict.value?.answers ?? [];
  const answer = answerOfDraft(draft);
  if (answer === undefined || lacksOf(desk.decision.value, answers).length > 0) return false;
  const { label, evidence, challenge } = answer;
  const comment = desk.kept.value.comment.trim();
  const event: NewEvent = {
    kind: 'adjudicate',
    claim: desk.id,
    at: now(),
    label,
    evidence,
    ...(challenge !== undefined && { challenge }),
    ...(reason !== undefined && { reason }),
    ...(comment !== '' && { comment }),
    seconds: Math.round(desk.seconds() * 10) / 10,
  };
  send(desk, event, 'adjudication', words.adjudicate.decision.done(words.names.labels[label]));
  return true;
}

/** Sends the claim back to who gave the answers of these letters. */
export function sendBack(desk: Desk, letters: readonly string[], comment: string): void {
  const drawn = desk.conflict.value?.drawn;
  if (drawn === undefined) return;
  const event: NewEvent = {
    kind: 'send-back',
    claim: desk.id,
    at: now(),
    letters: [...letters],
    drawn,
    ...(comment.trim() !== '' && { comment: comment.trim() }),
  };
  send(desk, event, 'send-back', words.adjudicate.sendBack.done(letters));
}

/** Takes the claim out of the dataset. */
export function drop(desk: Desk, reason: Reason, comment: string): void {
  const event: NewEvent = {
    kind: 'drop',
    claim: desk.id,
    at: now(),
    reason,
    ...(comment.trim() !== '' && { comment: comment.trim() }),
  };
  send(desk, event, 'drop', words.adjudicate.drop.done);
}

function send(desk: Desk, event: NewEvent, what: Sent['what'], said: string): void {
  const next = neighbourOf(desk.id, 1) ?? neighbourOf(desk.id, -1);
  desk.resend.value = undefined;
  const entry = { claims: [desk.id], what, event };
  sent.value = [...sent.value, entry];
  noteSettled(desk.id, 'done');
  void submit(event).then(() => keepDraft('adjudicate', desk.id, undefined));
  goTo('adjudicate', next === undefined ? undefined : String(next));
  tell(said, entry);
}

/** Takes what the annotators agree on, of all claims that are listed. */
export async function acceptAgreed(): Promise<void> {
  const claims = (conflicts.value?.agreed ?? []).map(({ claim }) => claim);
  if (claims.length === 0) return;
  const entry: Sent = { claims, what: 'adjudication', event: undefined };
  sent.value = [...sent.value, entry];
  tell(words.adjudicate.accept.done(claims.length), entry);
  for (const claim of claims) {
    noteSettled(claim, 'done');
    await submit({ kind: 'accept', claim, at: now() });
  }
}

/** Takes back the last thing that was sent in this session; false where there is none. */
export function takeBackLast(): boolean {
  const last = sent.value.at(-1);
  return last !== undefined && takeBackSent(last);
}

function takeBackSent(last: Sent): boolean {
  if (!sent.value.includes(last)) return false;
  sent.value = sent.value.filter((other) => other !== last);
  const [first] = last.claims;
  if (last.event !== undefined && first !== undefined) {
    const desk = deskOf(first);
    desk.resend.value = last.event;
    void keepDraft('adjudicate', desk.id, keptOf(desk.kept.value));
    goTo('adjudicate', String(first));
  }
  void withdraw(last.claims, last.what);
  showToast({ text: words.adjudicate.decision.undone, seconds: 3 });
  return true;
}

/** Sends again what was taken back, where nothing was changed since; false where there is nothing. */
export function sendAgain(desk: Desk): boolean {
  const event = desk.resend.value;
  if (event === undefined) return false;
  const again = { ...event, at: now() };
  if (again.kind === 'adjudicate') {
    send(desk, again, 'adjudication', words.adjudicate.decision.done(words.names.labels[again.label]));
  } else if (again.kind === 'drop') send(desk, again, 'drop', words.adjudicate.drop.done);
  else if (again.kind === 'send-back')
    send(desk, again, 'send-back', words.adjudicate.sendBack.done(again.letters));
  return true;
}

/** Takes back what this person decided about a claim, whenever that was. */
export async function takeBack(desk: Desk, what: Sent['what']): Promise<void> {
  sent.value = sent.value.filter(
    (other) => other.what !== what || !other.claims.some((id) => claimIdKey(id) === claimIdKey(desk.id)),
  );
  await withdraw([desk.id], what);
  const conflict = desk.conflict.value;
  if (conflict !== undefined)
    desk.conflict.value = {
      ...conflict,
      ...(what === 'adjudication' && { decided: null }),
      ...(what === 'drop' && { dropped: null }),
      ...(what === 'send-back' && { sentBack: null }),
    };
  showToast({ text: words.adjudicate.decision.undone, seconds: 3 });
}

async function withdraw(claims: readonly ClaimId[], what: Sent['what']): Promise<void> {
  for (const claim of claims) {
    noteSettled(claim, 'open');
    await submit({ kind: 'withdraw', claim, at: now(), what });
  }
}

/** The claim that stands so many places further in the list of those to decide. */
export function neighbourOf(id: ClaimId | undefined, by: 1 | -1): ClaimId | undefined {
  const waiting = conflicts.value?.waiting ?? [];
  const at = waiting.findIndex(({ claim }) => id !== undefined && claimIdKey(claim) === claimIdKey(id));
  return at < 0
    ? waiting.find(({ claim }) => id === undefined || claimIdKey(claim) !== claimIdKey(id))?.claim
    : waiting[at + by]?.claim;
}

function tell(text: string, entry: Sent): void {
  const { undo } = words.adjudicate.decision;
  showToast({
    text,
    action: { text: undo, keys: shownKeys('undo'), run: () => void takeBackSent(entry) },
    seconds: 8,
  });
}
