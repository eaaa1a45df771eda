import { claimIdKey } from '../../claims/claim-id-key.ts';
import type { Label } from '../../claims/label.ts';
import type { Negative } from '../../claims/negatives.ts';
import { isLabelled, type OpenClaim } from '../../claims/open-claim.ts';
import type { EvidenceRecord } from '../../corpus/article.ts';
import type { Evidence } from '../../corpus/evidence.ts';
import { invariant } from '../../errors.ts';
import { hashText } from '../../text/hash.ts';
import { toNfc } from '../../text/normalise.ts';
import { createRng } from '../../text/rng.ts';
import { type EvidenceText, evidenceText } from '../evidence-text.ts';
import type { FormatContext, Loss } from '../format.ts';
import { defineLoss, otherLabelsLoss } from '../loss.ts';

/** A text that a claim is to be judged by. */
export interface Premise extends EvidenceText {
  /** The ids that the text is made of. */
  readonly ids: readonly string[];
  /** `annotated` for evidence of the claim, `random` for a sentence that was drawn here, else what a negative says of itself. */
  readonly sampler: string;
  /** What the claim is by this text alone: NOT ENOUGH INFO by one that is no evidence. */
  readonly label: Label;
  /** Of a negative that was taken from a ranking: its rank there, from 1. */
  readonly rank?: number;
  /** Of what was drawn. */
  readonly seed?: number;
}

/** What formats lose that have a row for each claim and evidence set, in order. */
export const premiseLosses: readonly Loss[] = [
  otherLabelsLoss,
  defineLoss({
    id: 'sets',
    description:
      'Evidence sets with an id that the corpus does not have, and so no text; none with `--evidence ids`.',
    forget: (claim, context) => {
      if (styleOf(context) === 'ids') return claim;
      const isKnown = (set: readonly string[]): boolean =>
        set.every((id) => context.evidence.text(id) !== undefined);
      return claim.evidence.every(isKnown) ? claim : { ...claim, evidence: claim.evidence.filter(isKnown) };
    },
  }),
  defineLoss({
    id: 'claims',
    description:
      'SUPPORTS and REFUTES claims without an evidence set, and NOT ENOUGH INFO claims without one where there is neither a negative nor a sentence to draw: they are left out.',
    forget: (claim, context) => {
      if (claim.evidence.length > 0) return claim;
      if (claim.label !== 'NOT ENOUGH INFO') return undefined;
      const isThere = negativesOf(claim, context).length > 0 || sentencesOf(context.evidence).length > 0;
      return isThere ? claim : undefined;
    },
  }),
];

/** The style that premises are written in. */
export function styleOf({
  evidenceStyle = 'text',
}: FormatContext): NonNullable<FormatContext['evidenceStyle']> {
  return evidenceStyle;
}

/**
 * The premises of a claim that the losses have left: one for each evidence set, then one for each of its negatives; for a NOT ENOUGH INFO claim with neither, one
 * sentence of the corpus, drawn by the seed and the claim's id, so that other claims of the dataset make no difference.
 */
export function premisesOf(claim: OpenClaim, context: FormatContext): Premise[] {
  invariant(isLabelled(claim), 'a claim without a label was not left out');
  const { label } = claim;
  const annotated = claim.evidence.map((ids) => ({ ids, sampler: 'annotated', label }));
  const negatives = negativesOf(claim, context).map(({ id, sampler, rank, seed }) => ({
    ids: [id],
    sampler,
    label: neither,
    ...(rank !== undefined && { rank }),
    ...(seed !== undefined && { seed }),
  }));
  const found = [...annotated, ...negatives];
  const drawn = found.length === 0 ? drawSentence(claim, context) : undefined;
  const { seed = 0 } = context;
  const all = drawn === undefined ? found : [{ ids: [drawn.id], sampler: 'random', label: neither, seed }];
  return all.flatMap((premise) => {
    const text = evidenceText(premise.ids, styleOf(context), context.evidence);
    return text === undefined ? [] : { ...premise, ...text };
  });
}

const neither: Label = 'NOT ENOUGH INFO';

/** The negatives of a claim that the corpus has and that are not evidence of it by now. */
function negativesOf(claim: OpenClaim, { negatives, evidence }: FormatContext): readonly Negative[] {
  const own = negatives?.get(claimIdKey(claim.id));
  if (own === undefined) return [];
  const cited = new Set(claim.evidence.flat().map(toNfc));
  return own.filter(({ id }) => !cited.has(toNfc(id)) && evidence.text(id) !== undefined);
}

function drawSentence(claim: OpenClaim, { evidence, seed = 0 }: FormatContext): EvidenceRecord | undefined {
  const sentences = sentencesOf(evidence);
  const rng = createRng(hashText(JSON.stringify(claim.id), seed));
  return sentences[Math.floor(rng() * sentences.length)];
}

const known = new WeakMap<Evidence, readonly EvidenceRecord[]>();

/** All sentences of a corpus that is held in memory, but those without text; listed once. */
function sentencesOf(evidence: Evidence): readonly EvidenceRecord[] {
  let sentences = known.get(evidence);
  if (sentences === undefined) {
    sentences = evidence.articles.flatMap(({ records }) =>
      records.filter((record) => record.kind === 'sentence' && record.text !== ''),
    );
    known.set(evidence, sentences);
  }
  return sentences;
}
