import { fingerprintOfText } from '../../corpus/text-fingerprint.ts';
import { answerOfDraft } from './answer-of-draft.ts';
import type { ClaimInHand } from './claim-in-hand.ts';
import type { Reply } from './reply.ts';

/** What an answer is sent with. */
export interface ReplyContext {
  /** ISO 8601. */
  readonly at: string;
  /** Fingerprint of the guidelines that are in force. */
  readonly guidelines: string | null;
  /** Whether the checks find an error in it. */
  readonly hasErrors: boolean;
  /** The text of an evidence id; `undefined` while its article is not there. */
  readonly textOf: (id: string) => string | undefined;
}

/** What a claim in hand is to be answered with; `undefined` while no label is chosen. */
export function replyOf(
  { item, timeline, time, trail, suggested, despite }: ClaimInHand,
  { at, guidelines, hasErrors, textOf }: ReplyContext,
): Reply | undefined {
  const answer = answerOfDraft(timeline.present);
  if (answer === undefined) return undefined;
  const { label, comment } = answer;
  const common = { claim: item.id, at };
  if (item.verdictOn !== undefined)
    return { kind: 'verdict', ...common, label, ...(comment !== undefined && { comment }) };
  const fingerprints = Object.fromEntries(
    [...new Set(answer.evidence.flat())].flatMap((id) => {
      const text = textOf(id);
      return text === undefined ? [] : [[id, fingerprintOfText(text)]];
    }),
  );
  const why = despite.trim();
  return {
    kind: 'annotate',
    ...common,
    ...answer,
    seconds: secondsOf(time.active),
    idleSeconds: secondsOf(time.idle),
    hiddenSeconds: secondsOf(time.hidden),
    ...(trail.length > 0 && { trail: [...trail] }),
    ...(suggested && { suggested }),
    ...(hasErrors && why !== '' && { despite: why }),
    ...(Object.keys(fingerprints).length > 0 && { fingerprints }),
    ...(guidelines !== null && { guidelines }),
  };
}

/** Milliseconds as seconds, to a tenth. */
export function secondsOf(milliseconds: number): number {
  return Math.round(milliseconds / 100) / 10;
}
