import { untouchedClaim } from '../../annotate/adjudication/describe-conflict.ts';
import type {
  EventResult,
  EventsRequest,
  EventsResponse,
  Feedback,
  SentEvent,
} from '../../annotate/api/events.ts';
import { measureFeedback } from '../../annotate/work/feedback.ts';
import { claimIdKey } from '../../claims/claim-id-key.ts';
import type { NewJournalRecord } from '../../io/journal/journal-file.ts';
import { toNfc } from '../../text/normalise.ts';
import { Refusal } from '../guard/refusal.ts';
import type { Person } from '../people/person.ts';
import type { ServerState } from '../server-state.ts';
import { decideAdjudication } from './decide-adjudication.ts';
import { decideAnswer } from './decide-answer.ts';
import { decideWithdrawal } from './decide-withdrawal.ts';
import { decideWrite } from './decide-write.ts';
import type { Deciding, Decision } from './decision.ts';
import { isSameEvent } from './is-same-event.ts';

/**
 * Writes what a browser says was done to the annotator's journal, and what follows from it to the files of claims. All of it is on the disk when it
 * returns. What was written before, or stands twice in the request, is written once.
 *
 * @throws ToolError where the disk says no, or files of claims are just being changed; the events may be sent again, those that were written are
 * known then
 * @throws Refusal DEVICE_TAKEN where another browser has given one of the numbers to something else: nothing is written then
 */
export function takeEvents(
  state: ServerState,
  { name: annotator, roles }: Person,
  { device, events }: EventsRequest,
): EventsResponse {
  const { workspace, queue } = state;
  const now = state.now();
  const asker = { annotator, device, now };
  // Others may have changed files since they were last looked at, and the system may not have told yet.
  workspace.refreshRecords();
  for (const event of events) {
    const line = workspace.journals.find(annotator, device, event.number);
    if (line !== undefined && !isSameEvent(event, line)) throw deviceTaken();
  }
  const expected: NewJournalRecord[] = [];
  const numbers = new Set<number>();
  const feedback: Feedback[] = [];
  const flush = (): void => {
    workspace.write(annotator, expected.splice(0));
    state.noteWritten(numbers.size);
    numbers.clear();
  };
  const take = (event: SentEvent): EventResult => {
    const { number } = event;
    if (numbers.has(number) || workspace.journals.has(annotator, device, number)) {
      feedback.push(...feedbackOf(event, annotator, state));
      return { number, status: 'known' };
    }
    const decision = decide(event, {
      state,
      name: toNfc(annotator),
      roles,
      origin: { ...asker, number, at: event.at },
      work: workspace.work.claims.get(claimIdKey(event.claim)) ?? untouchedClaim(event.claim),
      claim: workspace.claims.find(event.claim),
    });
    if (decision.refused !== undefined) {
      if (decision.refused.code === 'UNKNOWN_CLAIM' && workspace.isSettling) throw changing();
      return { number, status: 'refused', ...decision.refused };
    }
    const { line, change, late } = decision;
    if (change === undefined) {
      expected.push(line);
      numbers.add(number);
      workspace.expect(line);
    } else {
      flush();
      workspace.writeWithChange(annotator, line, change);
      state.noteWritten(1);
    }
    if (['annotate', 'skip', 'verdict'].includes(event.kind)) queue.release(asker, event.claim);
    feedback.push(...feedbackOf(event, annotator, state));
    return { number, status: 'written', ...(late && { late }) };
  };
  try {
    const results = events.map(take);
    flush();
    return { results, feedback };
  } catch (error) {
    workspace.forget();
    throw error;
  }
}

/** What is refused is not sent again; this is. */
function changing(): Refusal {
  return new Refusal(
    503,
    'FILES',
    'Files of claims were changed just now, and a claim is not in them at the moment. Send it again in some seconds.',
  );
}

function deviceTaken(): Refusal {
  return new Refusal(
    409,
    'DEVICE_TAKEN',
    'Another browser works under the name of this one, as a copy of its profile does. Reload the page: it takes another name.',
  );
}

function decide(event: SentEvent, deciding: Deciding): Decision {
  switch (event.kind) {
    case 'annotate':
    case 'skip':
    case 'flag':
    case 'verdict':
      return decideAnswer(event, deciding);
    case 'withdraw':
      return decideWithdrawal(event, deciding);
    case 'write':
      return decideWrite(event, deciding);
    default:
      return decideAdjudication(event, deciding);
  }
}

/** What an answer of the training is worth; nothing for any other. */
function feedbackOf(event: SentEvent, annotator: string, { queue, workspace }: ServerState): Feedback[] {
  if (event.kind !== 'annotate' || !queue.isTraining(annotator, event.claim)) return [];
  const gold = workspace.claims.find(event.claim);
  return gold?.isLabelled ? [measureFeedback(event, gold.record)] : [];
}
