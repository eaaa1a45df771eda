import { acceptAgreed } from '../../annotate/adjudication/accept-agreed.ts';
import { goldOf } from '../../annotate/adjudication/gold-of.ts';
import { annotatorsOfLetters } from '../../annotate/adjudication/letters.ts';
import type { SentEvent } from '../../annotate/api/events.ts';
import type { Annotation } from '../../claims/annotation.ts';
import type { JournalRecord } from '../../claims/journal-event.ts';
import { adjudicationSettings } from '../state/adjudication-settings.ts';
import { beforeOf } from './claims-change.ts';
import { type Deciding, type Decision, refuse } from './decision.ts';
import { fingerprintsOfCited } from './fingerprints-of-cited.ts';
import { originKeys } from './line-origin.ts';

type Adjudicating = Extract<SentEvent, { readonly kind: 'adjudicate' | 'accept' | 'send-back' | 'drop' }>;

/** What who adjudicates decides of a claim. */
export function decideAdjudication(event: Adjudicating, deciding: Deciding): Decision {
  const { roles, claim, work, origin, state } = deciding;
  if (!roles.includes('adjudicate'))
    return refuse('NOT_ALLOWED', 'You do not decide claims here. Ask the lead.');
  if (claim === undefined) {
    return work.dropped === undefined
      ? refuse('UNKNOWN_CLAIM', 'The claim is not in the dataset any more. Look at the history of its file.')
      : refuse('DROPPED', 'The claim was taken out of the dataset meanwhile. Take that back first.');
  }
  const { annotator } = origin;
  const { at, end } = originKeys(origin, latestOf(deciding) + 1);
  const { claim: id } = event;
  const comment = 'comment' in event && event.comment !== undefined ? { comment: event.comment } : {};
  const settings = adjudicationSettings(state, annotator);
  switch (event.kind) {
    case 'send-back': {
      const to = annotatorsOfLetters(work, event, settings);
      return to === undefined
        ? refuse(
            'LETTERS_CHANGED',
            'There are other answers by now, under other letters. Look at the claim again.',
          )
        : { line: { event: 'send-back', claim: id, annotator, at, to, ...comment, ...end } };
    }
    case 'drop': {
      const { record, file } = claim;
      const { reason } = event;
      return {
        line: { event: 'drop', claim: id, annotator, at, reason, record, file, ...comment, ...end },
        change: { do: 'drop', id },
      };
    }
    case 'accept': {
      const agreed = acceptAgreed(work, settings);
      return agreed === undefined
        ? refuse('NOT_AGREED', 'The annotators do not agree any more, or the claim was decided. Look at it.')
        : settle({ ...agreed }, deciding, claim, { at, end });
    }
    case 'adjudicate': {
      const { label, evidence, challenge, reason, seconds } = event;
      const answer = {
        label,
        evidence,
        seconds,
        ...(challenge !== undefined && { challenge }),
        ...comment,
        ...(reason !== undefined && { reason }),
      };
      return settle(answer, deciding, claim, { at, end });
    }
  }
}

/** The line of an adjudication, with what it replaces, and the gold that comes of it. */
function settle(
  {
    label,
    evidence,
    seconds,
    challenge,
    comment,
    reason,
  }: Pick<Annotation, 'label' | 'evidence'> & Partial<Annotation>,
  { work, origin, state }: Deciding,
  claim: NonNullable<Deciding['claim']>,
  { at, end }: ReturnType<typeof originKeys>,
): Decision {
  const line: Annotation = {
    claim: claim.record.id,
    annotator: origin.annotator,
    label,
    evidence,
    at,
    ...(seconds !== undefined && { seconds }),
    ...(challenge !== undefined && { challenge }),
    ...(comment !== undefined && { comment }),
    adjudication: true,
    ...(reason !== undefined && { reason }),
    ...fingerprintsOfCited(evidence, state.workspace.corpus.evidence),
    before: beforeOf(claim),
    ...end,
  };
  const gold = goldOf(line, work.answers);
  if (gold === undefined) {
    return refuse('WITHOUT_EVIDENCE', `${label} needs evidence. Choose some, or NOT ENOUGH INFO.`);
  }
  return {
    line,
    change: {
      do: 'gold',
      id: claim.record.id,
      gold: { ...gold, evidence: gold.evidence.map((set) => [...set]) },
    },
  };
}

/** The latest time of what stands of a claim: a decision comes after what it decides, whatever the clocks of browsers say. */
function latestOf({ work }: Deciding): number {
  const records: (JournalRecord | undefined)[] = [
    ...work.answers.values(),
    ...work.skips.values(),
    ...work.sentBack.values(),
    work.adjudication,
    work.dropped,
  ];
  return Math.max(...records.map((record) => (record === undefined ? 0 : Date.parse(record.at))));
}
