import type { SentEvent } from '../../annotate/api/events.ts';
import type { Annotation } from '../../claims/annotation.ts';
import { type Deciding, type Decision, refuse } from './decision.ts';
import { fingerprintsOfCited } from './fingerprints-of-cited.ts';
import { originKeys } from './line-origin.ts';

type EventOf<Kind extends SentEvent['kind']> = Extract<SentEvent, { readonly kind: Kind }>;

/** An answer, or that there is none, or a word to the lead. */
export function decideAnswer(
  event: EventOf<'annotate' | 'skip' | 'flag' | 'verdict'>,
  deciding: Deciding,
): Decision {
  const { roles, claim, work, origin, state } = deciding;
  if (!roles.includes('label')) return refuse('NOT_ALLOWED', 'You do not label claims here. Ask the lead.');
  if (claim === undefined && work.dropped === undefined) {
    return refuse(
      'UNKNOWN_CLAIM',
      'The claim is not in the dataset any more: somebody has removed it or given it another id. Ask the lead.',
    );
  }
  const { annotator } = origin;
  const { at, end } = originKeys(origin, sinceOf(event.kind, deciding));
  if (event.kind !== 'annotate') {
    const { kind, number: _, at: __, claim: id, ...rest } = event;
    return { line: { event: kind, claim: id, annotator, at, ...rest, ...end } };
  }
  const { kind: _, number: __, at: ___, claim: id, label, evidence, seconds, ...rest } = event;
  const isLate = state.queue.isLate(origin, id) || work.adjudication !== undefined || claim === undefined;
  const late = isLate && state.people.isShared ? ({ late: true } as const) : {};
  const line: Annotation = {
    claim: id,
    annotator,
    label,
    evidence,
    at,
    seconds,
    ...rest,
    ...late,
    ...(rest.fingerprints === undefined && fingerprintsOfCited(evidence, state.workspace.corpus.evidence)),
    ...end,
  };
  return { line, ...late };
}

/** What an event must come after, lest it count for nothing where a browser's clock is slow. */
function sinceOf(kind: SentEvent['kind'], { work, name, state, origin }: Deciding): number | undefined {
  if (kind === 'verdict' && work.adjudication !== undefined) return Date.parse(work.adjudication.at) + 1;
  const sentBack = work.sentBack.get(name);
  if (sentBack === undefined) return undefined;
  // Who has got the claim since it was sent back, answers to that.
  const got = state.queue.heldSince(origin, work.id);
  const sent = Date.parse(sentBack.at);
  return got !== undefined && got >= sent ? Math.max(got, sent + 1) : undefined;
}
