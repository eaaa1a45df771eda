import { type AttributeTables, measureAttributes } from '../../stats/artefacts/attribute-tables.ts';
import { type BudgetUse, budgetsOf, measureBudgets } from '../../stats/artefacts/bias-budgets.ts';
import { type CueFigures, measureCueWords } from '../../stats/artefacts/cue-words.ts';
import {
  type EvidencePositions,
  measureEvidencePositions,
} from '../../stats/artefacts/evidence-positions.ts';
import { defaultNgramOptions, measureNgramLmi, type NgramLmi } from '../../stats/artefacts/ngram-lmi.ts';
import type { ClaimOnlyFigures } from '../../stats/claim-only/claim-only-figures.ts';
import { languageOf } from '../../text/languages/index.ts';
import { claimOnlyFigures, claimsOf } from '../claim-only-validation.ts';
import { defineSection } from '../section.ts';
import { attributeBlocks } from './artefacts/attribute-blocks.ts';
import { budgetBlock } from './artefacts/budget-block.ts';
import { claimOnlyBlocks, listedNgrams } from './artefacts/claim-only-blocks.ts';
import { claimOnlyVerdict } from './artefacts/claim-only-verdict.ts';
import { cueBlocks } from './artefacts/cue-blocks.ts';
import { positionBlocks } from './artefacts/position-blocks.ts';
import { wordBlocks } from './artefacts/word-blocks.ts';

/** What there is in claims that tells of their labels, without any evidence being read. */
interface ArtefactsData {
  readonly claimOnly: ClaimOnlyFigures;
  /** Pairs of words, then single words. */
  readonly ngrams: readonly NgramLmi[];
  /** `null` where the words of the language are not known. */
  readonly cues: CueFigures | null;
  readonly attributes: AttributeTables;
  readonly positions: EvidencePositions;
  /** Those that the configuration sets. */
  readonly budgets: readonly BudgetUse[];
}

/** Lengths of n-grams; the first is shown, the others are folded. */
const lengths = [2, 1];

/** What claims give away: a classifier that sees no evidence, words, and attributes that go with labels. */
export const artefacts = defineSection<ArtefactsData>({
  id: 'artefacts',
  title: 'What claims give away',
  measure: (input) => {
    const { claims, annotations, articles, config } = input;
    if (!claims.some(({ claim }) => claim.label !== undefined))
      return {
        missing: 'No claim has a label. Where labels are known this section shows what gives them away.',
      };
    const own = claimsOf(input);
    const language = languageOf(config.language);
    const budgeted = {
      claimOnly: claimOnlyFigures(input),
      cues: language === undefined ? null : measureCueWords(own, language.cueWords),
      attributes: measureAttributes(claims, language, annotations),
    };
    return {
      claimOnly: budgeted.claimOnly,
      ngrams: lengths.map((n) => measureNgramLmi(own, { ...defaultNgramOptions, n, top: listedNgrams })),
      cues: budgeted.cues,
      attributes: budgeted.attributes,
      positions: measureEvidencePositions(own, articles),
      budgets: measureBudgets(budgeted, budgetsOf(config)),
    };
  },
  headline: ({ claimOnly: { measured, reason } }) =>
    measured === null ? reason.replace(/\.$/, '') : claimOnlyVerdict(measured),
  *blocks({ claimOnly, ngrams, cues, attributes, positions, budgets }) {
    yield* claimOnlyBlocks(claimOnly);
    yield budgetBlock(budgets);
    yield* wordBlocks(ngrams);
    if (cues !== null && cues.cues.length > 0) yield* cueBlocks(cues);
    yield* attributeBlocks(attributes);
    yield* positionBlocks(positions);
  },
});
