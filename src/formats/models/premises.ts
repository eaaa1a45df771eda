import type { OpenClaim } from '../../claims/open-claim.ts';
import type { EvidenceRecord } from '../../corpus/article.ts';
import type { Evidence } from '../../corpus/evidence.ts';
import { hashText } from '../../text/hash.ts';
import { createRng } from '../../text/rng.ts';
import { type EvidenceText, evidenceText } from '../evidence-text.ts';
import type { FormatContext, Loss } from '../format.ts';
import { defineLoss, otherLabelsLoss } from '../loss.ts';

/** How a premise was found: it is evidence of the claim, or a sentence of the corpus drawn at random. */
export type Sampler = 'annotated' | 'random';

/** A text that a claim is to be judged by. */
export interface Premise extends EvidenceText {
  /** The ids that the text is made of. */
  readonly ids: readonly string[];
  readonly sampler: Sampler;
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
      'SUPPORTS and REFUTES claims without an evidence set, and NOT ENOUGH INFO claims without one where there is no sentence to draw: they are left out.',
    forget: (claim, { evidence }) => {
      if (claim.evidence.length > 0) return claim;
      return claim.label === 'NOT ENOUGH INFO' && sentencesOf(evidence).length > 0 ? claim : undefined;
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
 * The premises of a claim that the losses have left: one for each evidence set; for a NOT ENOUGH INFO claim without any, one sentence
 * of the corpus, drawn by the seed and the claim's id, so that other claims of the dataset make no difference.
 */
export function premisesOf(claim: OpenClaim, context: FormatContext): Premise[] {
  const drawn = claim.evidence.length === 0 ? drawSentence(claim, context) : undefined;
  const sets = drawn === undefined ? claim.evidence : [[drawn.id]];
  return sets.flatMap((ids) => {
    const found = evidenceText(ids, styleOf(context), context.evidence);
    return found === undefined
      ? []
      : { ...found, ids, sampler: drawn === undefined ? 'annotated' : ('random' as const) };
  });
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
