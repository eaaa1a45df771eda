import { claimIdKey } from '../../claims/claim-id-key.ts';
import { measureWeeks, type WeekAgreement } from '../../stats/agreement/agreement-by-week.ts';
import {
  type EvidenceAgreement,
  measureEvidenceAgreement,
} from '../../stats/agreement/evidence-agreement.ts';
import { type LabelAgreement, measureLabelAgreement } from '../../stats/agreement/label-agreement.ts';
import { collectAnnotations } from '../../stats/annotations/standing-annotations.ts';
import { plural } from '../../text/plural.ts';
import { countWords } from '../number-words.ts';
import { defineSection } from '../section.ts';
import { valueWords } from './agreement/agreement-words.ts';
import { type DisputedClaim, disputedBlocks } from './agreement/disputed-blocks.ts';
import { evidenceBlocks } from './agreement/evidence-blocks.ts';
import { keyFigures } from './agreement/key-figures.ts';
import { labelBlocks } from './agreement/label-blocks.ts';
import { leftOutBlock } from './agreement/left-out-block.ts';
import { pairBlocks } from './agreement/pair-blocks.ts';
import { weekBlocks } from './agreement/week-blocks.ts';

/** How far annotators agree, about labels and about evidence. */
interface AgreementData {
  readonly labels: LabelAgreement;
  readonly evidence: EvidenceAgreement;
  /** By the calendar week in which claims got their last annotation. */
  readonly weeks: readonly WeekAgreement[];
  /** The most disputed claims, in their order. */
  readonly disputedClaims: readonly DisputedClaim[];
}

const maxDisputed = 10;

/** Agreement of annotators on labels and evidence, with intervals, and what was left out. */
export const agreement = defineSection<AgreementData>({
  id: 'agreement',
  title: 'Agreement of annotators',
  measure: ({ annotations, claims, resampling }) => {
    if (annotations.length === 0) {
      return {
        missing:
          'There are no annotations: nothing tells whether others would give the claims the same labels. Keep a journal for each annotator in claims/annotations, two or more annotators a claim.',
      };
    }
    const standing = collectAnnotations(annotations);
    const labels = measureLabelAgreement(standing, resampling);
    if (labels.claims === 0) {
      return {
        missing:
          'No claim has two annotators, and agreement is of claims that two or more have read. Let a second annotator label some of the claims.',
      };
    }
    const texts = new Map(claims.map(({ claim }) => [claimIdKey(claim.id), claim.claim]));
    return {
      labels,
      evidence: measureEvidenceAgreement(standing.claims, resampling),
      weeks: measureWeeks(standing.claims, resampling),
      disputedClaims: labels.disputed.most
        .slice(0, maxDisputed)
        .map(({ claim: id }) => ({ id, claim: texts.get(claimIdKey(id)) ?? null })),
    };
  },
  headline: ({ labels }) => {
    const alpha = labels.figures.find(({ id }) => id === 'alpha');
    const of = `${countWords(labels.claims)} ${plural('claim', labels.claims)} of two or more annotators`;
    return alpha === undefined || alpha.value === null ? of : `α of the labels ${valueWords(alpha)}; ${of}`;
  },
  *blocks({ labels, evidence, weeks, disputedClaims }) {
    yield { kind: 'figures', figures: [...keyFigures(labels)] };
    yield* labelBlocks(labels);
    yield* pairBlocks(labels);
    yield* weekBlocks(weeks);
    yield* disputedBlocks(labels, disputedClaims);
    yield* evidenceBlocks(evidence);
    yield leftOutBlock(labels, evidence);
  },
});
