import { labels } from '../../claims/label.ts';
import type { SentEvent } from '../api/events.ts';
import type { Draft } from '../draft/draft.ts';
import { evidenceOfDraft } from '../draft/evidence-of-draft.ts';

/** What of an answer stands in the draft. */
export type AnswerOfDraft = Pick<
  Extract<SentEvent, { readonly kind: 'annotate' }>,
  'label' | 'evidence' | 'challenge' | 'comment' | 'consulted'
>;

const [, , notEnoughInfo] = labels;

/**
 * The answer of a draft. NOT ENOUGH INFO has no evidence: what was chosen goes to what was consulted, unless the draft keeps it.
 *
 * @see Aly et al. 2021 (FEVEROUS), whose NOT ENOUGH INFO claims keep what was found; FEVER's have none.
 */
export function answerOfDraft(draft: Draft): AnswerOfDraft | undefined {
  const { label, challenge } = draft;
  if (label === undefined) return undefined;
  const chosen = evidenceOfDraft(draft);
  const isWithout = label === notEnoughInfo && draft.keepsPartial !== true;
  const evidence = isWithout ? [] : chosen;
  const consulted = [...new Set([...(isWithout ? chosen.flat() : []), ...draft.consulted])];
  const comment = draft.comment.trim();
  return {
    label,
    evidence,
    ...(challenge !== undefined && { challenge }),
    ...(comment !== '' && { comment }),
    ...(consulted.length > 0 && { consulted }),
  };
}

/** What an annotator said before as a draft. */
export function draftOfAnswer({ label, evidence, challenge, comment, consulted }: AnswerOfDraft): Draft {
  return {
    label,
    sets: evidence.length === 0 ? [[]] : evidence,
    active: 0,
    challenge,
    comment: comment ?? '',
    consulted: consulted ?? [],
    ...(label === notEnoughInfo && evidence.length > 0 && { keepsPartial: true }),
  };
}
